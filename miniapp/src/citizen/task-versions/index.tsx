import { taskEndpoints } from '@sunledger/shared-types';
import { TaskVersions } from '../../features/task/task-versions';
import { idOf, useParams, useRefresh, useShareCard } from '../../platform';
import { Page, View } from '../../ui';

export default function TaskVersionsPage() {
  const id = idOf(useParams('taskVersions').id);
  const refresh = useRefresh();
  useShareCard('这项任务的文字改过哪些地方', 'taskVersions', { id });
  return (
    <Page title="文字修改记录" onRefresh={() => refresh(taskEndpoints.versions)}>
      <View className="t-2">绿底下划线是增加的字，红底删除线是删去的字。每次修改都留在这里。</View>
      <View className="mt">
        <TaskVersions id={id} />
      </View>
    </Page>
  );
}
