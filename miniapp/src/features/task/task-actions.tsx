import type { TaskDetail } from '@sunledger/shared-types';
import { open, useSession } from '../../platform';
import { Button } from '../../ui';
import type { Decision } from './task-decision';

/**
 * The buttons of a task, drawn from what the server says the caller may do now. Staff who are at work see
 * their own moves; everybody else, and staff without a move, the way to ask.
 */
export function TaskActions({
  task,
  onDecide,
}: {
  task: TaskDetail;
  onDecide: (decision: Decision) => void;
}) {
  const atWork = useSession((state) => state.hat) !== 'citizen' && (task.moves.length > 0 || task.editable);
  const may = (move: TaskDetail['moves'][number]): boolean => atWork && task.moves.includes(move);
  return (
    <>
      {may('reopen') && (
        <Button kind="danger" onTap={() => onDecide('reopen')}>
          重新打开
        </Button>
      )}
      {may('report') && (
        <Button
          kind={may('closeOut') ? 'ghost' : 'primary'}
          icon="edit"
          onTap={() => open('progressNew', { taskId: task.id })}
        >
          报进展
        </Button>
      )}
      {atWork && task.editable && (
        <Button kind="plain" onTap={() => open('taskManage', { id: task.id })}>
          办理
        </Button>
      )}
      {may('closeOut') && (
        <Button icon="check" onTap={() => open('closeOut', { id: task.id })}>
          核验销号
        </Button>
      )}
      {!atWork && (
        <Button icon="edit" onTap={() => open('messageNew', { taskId: task.id })}>
          我要留言
        </Button>
      )}
    </>
  );
}
