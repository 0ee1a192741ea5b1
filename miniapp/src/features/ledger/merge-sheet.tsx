import { formatFullDate, ledgerEndpoints, type TaskRow } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import { useLatest, useSend, useSession } from '../../platform';
import { TextArea, View } from '../../ui';
import { ChangeSheet } from './change-sheet';
import { refreshedByChanges } from './refreshed';

interface MergeSheetProps {
  tasks: readonly TaskRow[];
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** 合并: several tasks become one, due on the earliest of their days. */
export function MergeSheet({ tasks, open, onClose, onDone }: MergeSheetProps) {
  const region = useSession((state) => state.regionCode);
  const merge = useSend(ledgerEndpoints.merge, { refreshes: refreshedByChanges });
  const [text, setText] = useState('');
  const begin = useLatest(() => setText(tasks.map((task) => task.text.replace(/[。；]$/, '')).join('；')));
  useEffect(() => {
    // the words begin anew each time the sheet is opened
    if (open) begin.current();
  }, [open, begin]);
  const [first] = tasks.flatMap((task) => task.dueOn ?? []).sort();
  return (
    <ChangeSheet
      open={open}
      title={`合并 ${tasks.length} 项任务`}
      lead="原来的任务和进展都保留，可以随时恢复。已发布的要由另一位同事审核后生效。"
      ready={text.trim().length >= 4 && tasks.length >= 2}
      onSend={(reason) =>
        merge.run({ region, tasks: tasks.map((task) => task.id), text: text.trim(), reason })
      }
      onClose={onClose}
      onDone={onDone}
    >
      <TextArea label="合并后的任务" value={text} onChange={setText} maxLength={2000} rows={5} />
      <View className="t-note">完成时限取最早的：{first ? formatFullDate(first) : '都没有时限'}</View>
    </ChangeSheet>
  );
}
