import { Page, Skeleton } from '../../ui';

export default function ProgressNewPage() {
  return (
    <Page title="报进展">
      <Skeleton />
    </Page>
  );
}
