import { Page, Skeleton } from '../../ui';

export default function ProgressReviewPage() {
  return (
    <Page title="审核进展">
      <Skeleton />
    </Page>
  );
}
