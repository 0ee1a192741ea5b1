import {
  oversightEndpoints,
  planEndpoints,
  regionEndpoints,
  taskEndpoints,
  type TaskDetail,
} from '@sunledger/shared-types';
import { toast, useSend } from '../../platform';
import { ReasonSheet } from '../oversight/reason-sheet';

export type Decision = 'reopen';

/** What a closed or opened task changes elsewhere. */
export const refreshedByDecisions = [
  taskEndpoints.get,
  taskEndpoints.events,
  taskEndpoints.list,
  planEndpoints.get,
  planEndpoints.list,
  regionEndpoints.get,
  oversightEndpoints.inbox,
  oversightEndpoints.board,
];

interface DecisionSheetProps {
  task: TaskDetail;
  decision: Decision | null;
  onClose: () => void;
}

/** 重新打开 by the office, with its reason. */
export function DecisionSheet({ task, decision, onClose }: DecisionSheetProps) {
  const reopen = useSend(taskEndpoints.reopen, { refreshes: refreshedByDecisions });
  return (
    <ReasonSheet
      open={decision !== null}
      title="重新打开"
      lead="重新打开后，任务回到办理中，原来的进展和记录都保留。"
      label="理由"
      placeholder="如：抽查发现两个乡镇的名单没有公开"
      confirmText="重新打开任务"
      danger
      onSend={(note) => reopen.run({ id: task.id, note })}
      onSent={() => toast('已重新打开', 'done')}
      onClose={onClose}
    />
  );
}
