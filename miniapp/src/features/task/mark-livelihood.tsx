import { taskEndpoints, type TaskDetail } from '@sunledger/shared-types';
import { errorMessage, rolesIn, toast, useSend, useSession } from '../../platform';
import { Card, ListRow } from '../../ui';

/** The office says that a task is one of the 民生实事, or is not, where its words mislead. */
export function MarkLivelihood({ task }: { task: TaskDetail }) {
  const me = useSession((state) => state.me);
  const hat = useSession((state) => state.hat);
  const mark = useSend(taskEndpoints.markLivelihood, { refreshes: [taskEndpoints.get, taskEndpoints.list] });
  if (hat === 'citizen' || !rolesIn(me, task.regionCode).includes('office')) return null;
  const change = async (): Promise<void> => {
    try {
      await mark.run({ id: task.id, livelihood: !task.livelihood });
      toast(task.livelihood ? '已取消民生实事标记' : '已标为民生实事', 'done');
    } catch (error) {
      toast(errorMessage(error), 'bad');
    }
  };
  return (
    <Card className="card--flush">
      <ListRow
        icon="star"
        title={task.livelihood ? '取消“民生实事”标记' : '标为“民生实事”'}
        note="标了的任务在首页“民生实事”里给群众看"
        onTap={() => void change()}
      />
    </Card>
  );
}
