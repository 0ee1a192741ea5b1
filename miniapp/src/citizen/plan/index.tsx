import { Page, Skeleton } from '../../ui';

export default function PlanPage() {
  return (
    <Page title="工作要点">
      <Skeleton />
    </Page>
  );
}
