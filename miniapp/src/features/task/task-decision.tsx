import {
  oversightEndpoints,
  planEndpoints,
  regionEndpoints,
  taskEndpoints,
  taskMoveWords,
  type TaskDetail,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, fieldMessage, toast, useSend } from '../../platform';
import { Button, Notice, Sheet, TextArea, View } from '../../ui';

export type Decision = 'closeOut' | 'reopen';

const words: Record<Decision, { lead: string; label: string; placeholder: string; done: string }> = {
  closeOut: {
    lead: '销号表示核验通过。完成日期取责任单位首次报送完成的日期，晚于时限的会一直显示为“逾期完成”。',
    label: '核验意见',
    placeholder: '如：清单和图解均已公开，链接可打开',
    done: '已销号',
  },
  reopen: {
    lead: '重新打开后，任务回到办理中，原来的进展和记录都保留。',
    label: '理由',
    placeholder: '如：抽查发现两个乡镇的名单没有公开',
    done: '已重新打开',
  },
};

/** What a closed or opened task changes elsewhere. */
const refreshes = [
  taskEndpoints.get,
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

/** 销号 and 重新打开 by the office, each with its reason. */
export function DecisionSheet({ task, decision, onClose }: DecisionSheetProps) {
  const [note, setNote] = useState('');
  const closeOut = useSend(taskEndpoints.closeOut, { refreshes });
  const reopen = useSend(taskEndpoints.reopen, { refreshes });
  const move = decision ?? 'closeOut';
  const send = move === 'closeOut' ? closeOut : reopen;
  const { lead, label, placeholder, done } = words[move];
  const ready = note.trim().length >= 2;
  const wrongField = fieldMessage(send.error, 'note');

  const leave = (): void => {
    setNote('');
    closeOut.reset();
    reopen.reset();
    onClose();
  };
  const decide = async (): Promise<void> => {
    try {
      await send.run({ id: task.id, note: note.trim() });
    } catch (error) {
      // shown in the sheet, where the words were written
      console.warn('the decision was refused', errorMessage(error));
      return;
    }
    toast(done, 'done');
    leave();
  };

  return (
    <Sheet
      open={decision !== null}
      title={taskMoveWords[move]}
      onClose={leave}
      foot={
        <Button
          onTap={decide}
          busy={send.busy}
          disabled={!ready}
          kind={move === 'reopen' ? 'danger' : 'primary'}
        >
          {move === 'closeOut' ? '核验通过，销号' : '重新打开任务'}
        </Button>
      }
    >
      <View className="t-2">{lead}</View>
      <View className="mt">
        <TextArea
          label={label}
          value={note}
          onChange={setNote}
          maxLength={500}
          placeholder={placeholder}
          rows={3}
          error={wrongField}
          status={ready ? '' : '至少 2 个字'}
        />
      </View>
      {send.error !== null && !wrongField && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {errorMessage(send.error)}
          </Notice>
        </View>
      )}
    </Sheet>
  );
}
