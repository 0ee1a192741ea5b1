import { ledgerEndpoints, type TaskDetail } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import { useSend } from '../../platform';
import { TextArea, View } from '../../ui';
import { linesOf } from './change-words';
import { ChangeSheet } from './change-sheet';
import { refreshedByChanges } from './refreshed';

/** 拆分: one line, one task. Each keeps the units and the day of the whole. */
export function SplitSheet({
  task,
  open,
  onClose,
}: {
  task: TaskDetail;
  open: boolean;
  onClose: () => void;
}) {
  const split = useSend(ledgerEndpoints.split, { refreshes: refreshedByChanges });
  const [text, setText] = useState('');
  useEffect(() => {
    if (open) setText(task.text.split(/[；;]/).join('\n'));
  }, [open, task]);
  const lines = linesOf(text);
  const tooShort = lines.some((line) => line.length < 4);
  return (
    <ChangeSheet
      open={open}
      title="拆成几项任务"
      lead="每行一项。各项沿用原来的单位和时限，拆好后可以分别修改；原来的任务和进展都保留。"
      ready={lines.length >= 2 && lines.length <= 12 && !tooShort}
      onSend={(reason) => split.run({ id: task.id, parts: lines.map((line) => ({ text: line })), reason })}
      onClose={onClose}
    >
      <TextArea
        label="各项任务"
        value={text}
        onChange={setText}
        maxLength={4000}
        rows={6}
        error={tooShort ? '每项至少 4 个字' : undefined}
      />
      <View className="t-note" live="polite">
        现在是 {lines.length} 项，须 2 至 12 项
      </View>
    </ChangeSheet>
  );
}
