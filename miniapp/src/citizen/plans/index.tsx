import { Page, Skeleton } from '../../ui';

export default function PlansPage() {
  return (
    <Page title="历年工作要点">
      <Skeleton />
    </Page>
  );
}
