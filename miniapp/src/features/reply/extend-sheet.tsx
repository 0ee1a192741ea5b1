import {
  formatMonthDayWeekday,
  MAX_EXTENSION_DAYS,
  messageEndpoints,
  type MessageDetail,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { toast, useSend } from '../../platform';
import { Button, Picker, Sheet, TextArea, View } from '../../ui';
import { extendsAtOnce } from './rare-moves';
import { refreshedByMoves } from './refreshed';
import { SheetProblem } from './sheet-problem';

const choices = Array.from({ length: MAX_EXTENSION_DAYS }, (_, index) => ({
  value: String(index + 1),
  label: `${index + 1} 个工作日`,
}));

/** 延期: how many working days, and why; asked for, or given at once by the office. */
export function ExtendSheet({ message, onClose }: { message: MessageDetail; onClose: () => void }) {
  const [days, setDays] = useState('');
  const [note, setNote] = useState('');
  const send = useSend(messageEndpoints.extend, { refreshes: refreshedByMoves });
  const atOnce = extendsAtOnce(message);
  const present = formatMonthDayWeekday(message.dueOn);
  const save = async (): Promise<void> => {
    try {
      const changed = await send.run({ id: message.id, workingDays: Number(days), note: note.trim() });
      const done = changed.extension?.granted
        ? `已延长到 ${formatMonthDayWeekday(changed.dueOn)}`
        : '已申请，等公开办审批';
      toast(done, 'done');
    } catch (error) {
      // shown in the sheet
      console.warn('the extension was refused', error);
      return;
    }
    onClose();
  };
  return (
    <Sheet
      open
      title={atOnce ? '延长期限' : '申请延期'}
      onClose={onClose}
      foot={
        <Button onTap={save} disabled={days === '' || note.trim().length < 2}>
          {atOnce ? '延长期限' : '提交申请'}
        </Button>
      }
    >
      <View className="stack">
        <View className="t-2">
          现在最迟 {present}答复。只能延一次。
          {atOnce ? '立即生效，并告诉留言人。' : '公开办在到期日之前同意才生效；没有同意前，期限不变。'}
        </View>
        <Picker label="延长" value={days} choices={choices} onChange={setDays} placeholder="请选择工作日数" />
        <TextArea
          label="原因"
          hint={atOnce ? '留言人会看到这句话' : '请写明为什么在原期限内答不了'}
          value={note}
          onChange={setNote}
          maxLength={500}
          rows={3}
        />
      </View>
      <SheetProblem problem={send.error} />
    </Sheet>
  );
}
