import {
  formatMonthDayWeekday,
  supervisionEndpoints,
  type SubjectSupervision,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, fieldMessage, toast, useSend } from '../../platform';
import { Button, Notice, Picker, Sheet, TextArea, View } from '../../ui';
import { QuickWords } from '../oversight/reason-sheet';
import { refreshedBySupervision } from './refreshed';

interface IssueSheetProps {
  subject: { kind: 'task' | 'message'; id: number };
  given: SubjectSupervision;
  onClose: () => void;
}

const often = ['请说明未按期完成的原因', '请写明完成时间和责任人', '请立即办理并反馈结果'];

/** 下达督办单: what is asked, of which unit, by which day. */
export function IssueSheet({ subject, given, onClose }: IssueSheetProps) {
  const [instruction, setInstruction] = useState('');
  const [unit, setUnit] = useState(String(given.units[0]?.id ?? ''));
  const [days, setDays] = useState('3');
  const options = { refreshes: refreshedBySupervision };
  const onTask = useSend(supervisionEndpoints.superviseTask, options);
  const onMessage = useSend(supervisionEndpoints.superviseMessage, options);
  const problem = onTask.error ?? onMessage.error;
  const wrong = fieldMessage(problem, 'instruction');
  const text = instruction.trim();

  const issue = async (): Promise<void> => {
    const order = { id: subject.id, instruction: text, days: Number(days) };
    try {
      if (subject.kind === 'task') await onTask.run({ ...order, unitId: Number(unit) });
      else await onMessage.run(order);
    } catch (error) {
      // shown in the sheet, where the words were written
      console.warn('the order was refused', errorMessage(error));
      return;
    }
    toast('督办单已下达', 'done');
    onClose();
  };
  return (
    <Sheet
      open
      title="下达督办单"
      onClose={onClose}
      foot={
        <Button onTap={issue} disabled={text.length < 5}>
          下达督办单
        </Button>
      }
    >
      <View className="stack">
        <View className="t-2">承办单位会马上收到，并在期限内反馈。督办单不对外公开。</View>
        {given.units.length > 1 ? (
          <Picker
            label="承办单位"
            value={unit}
            choices={given.units.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={setUnit}
          />
        ) : (
          <View>承办单位：{given.units[0]?.name}</View>
        )}
        <Picker
          label="反馈期限"
          value={days}
          choices={given.dueOptions.map((option) => ({
            value: String(option.days),
            label: `${option.days} 个工作日，${formatMonthDayWeekday(option.dueOn)}`,
          }))}
          onChange={setDays}
        />
        <View>
          <TextArea
            label="督办要求"
            value={instruction}
            onChange={setInstruction}
            maxLength={500}
            rows={3}
            error={wrong}
            status={text.length < 5 ? '至少 5 个字' : ''}
          />
          <QuickWords
            words={often}
            onPick={(word) => setInstruction(text === '' ? word : `${text}；${word}`)}
          />
        </View>
        {problem !== null && !wrong && (
          <Notice tone="late" icon="warn">
            {errorMessage(problem)}
          </Notice>
        )}
      </View>
    </Sheet>
  );
}
