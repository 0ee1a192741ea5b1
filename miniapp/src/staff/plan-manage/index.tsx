import { Page, Skeleton } from '../../ui';

export default function PlanManagePage() {
  return (
    <Page title="审核与发布">
      <Skeleton />
    </Page>
  );
}
