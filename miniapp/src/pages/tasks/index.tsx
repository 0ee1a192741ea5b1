import { Page, Skeleton } from '../../ui';

export default function TasksPage() {
  return (
    <Page title="任务" tab="tasks" width="full">
      <Skeleton />
    </Page>
  );
}
