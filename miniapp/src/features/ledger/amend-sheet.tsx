import { ledgerEndpoints, type TaskDetail } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import { useSend } from '../../platform';
import { DatePicker, Switch, TextArea, TextInput } from '../../ui';
import { ChangeSheet } from './change-sheet';
import { refreshedByChanges } from './refreshed';

/** 修改: the words of a task and its time limit. A missed day cannot be moved. */
export function AmendSheet({
  task,
  open,
  onClose,
}: {
  task: TaskDetail;
  open: boolean;
  onClose: () => void;
}) {
  const amend = useSend(ledgerEndpoints.amend, { refreshes: refreshedByChanges });
  const [text, setText] = useState(task.text);
  const [deadline, setDeadline] = useState(task.deadlineText ?? '');
  const [dueOn, setDueOn] = useState(task.dueOn ?? '');
  const [continuous, setContinuous] = useState(task.continuous);
  useEffect(() => {
    if (!open) return;
    setText(task.text);
    setDeadline(task.deadlineText ?? '');
    setDueOn(task.dueOn ?? '');
    setContinuous(task.continuous);
  }, [open, task]);
  const changes = {
    ...(text.trim() === task.text ? {} : { text: text.trim() }),
    ...(deadline.trim() === (task.deadlineText ?? '') ? {} : { deadlineText: deadline.trim() || null }),
    ...(dueOn === (task.dueOn ?? '') ? {} : { dueOn: dueOn || null }),
    ...(continuous === task.continuous ? {} : { continuous }),
  };
  const passed = task.light === 'overdue';
  return (
    <ChangeSheet
      open={open}
      title="修改任务"
      lead={
        passed
          ? '时限已过，不能再往后改。有特殊情况请公开署名说明。'
          : '改前改后和理由都会公开留存。已发布的要由另一位同事审核后生效。'
      }
      ready={Object.keys(changes).length > 0 && text.trim().length >= 4}
      onSend={(reason) => amend.run({ id: task.id, ...changes, reason })}
      onClose={onClose}
    >
      <TextArea label="任务内容" value={text} onChange={setText} maxLength={2000} rows={5} />
      <TextInput label="时限原文" optional value={deadline} onChange={setDeadline} maxLength={300} />
      <DatePicker label="完成时限" optional value={dueOn} onChange={setDueOn} />
      <Switch
        title="全年任务"
        note="持续推进，久未更新按全年任务的天数判定"
        checked={continuous}
        onChange={setContinuous}
      />
    </ChangeSheet>
  );
}
