import { Page, Skeleton } from '../../ui';

export default function ReviewPage() {
  return (
    <Page title="审核答复">
      <Skeleton />
    </Page>
  );
}
