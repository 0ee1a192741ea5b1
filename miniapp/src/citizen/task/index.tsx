import { Page, Skeleton } from '../../ui';

export default function TaskPage() {
  return (
    <Page title="任务进展">
      <Skeleton />
    </Page>
  );
}
