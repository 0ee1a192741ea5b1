import { Page, Skeleton } from '../../ui';

export default function ItemsPage() {
  return (
    <Page title="明细">
      <Skeleton />
    </Page>
  );
}
