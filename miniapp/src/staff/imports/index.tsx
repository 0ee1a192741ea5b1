import { Page, Skeleton } from '../../ui';

export default function ImportsPage() {
  return (
    <Page title="导入工作要点">
      <Skeleton />
    </Page>
  );
}
