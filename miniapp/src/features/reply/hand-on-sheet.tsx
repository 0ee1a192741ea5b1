import { formatMonthDayWeekday, messageEndpoints, type MessageDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, fieldMessage, toast, useSend } from '../../platform';
import { Button, Notice, Sheet, Tap, Text, TextArea, View } from '../../ui';
import { QuickWords } from '../oversight/reason-sheet';
import { refreshedByMoves } from './refreshed';
import type { UnitChoice } from './unit-list';
import { UnitPicker } from './unit-picker';
import './reply.scss';

export type HandOn = 'transfer' | 'assign';

const words: Record<HandOn, { title: string; confirm: string; done: string; reasons: readonly string[] }> = {
  transfer: {
    title: '转给其他单位办理',
    confirm: '转办',
    done: '已转办',
    reasons: ['不属于本单位职责', '由任务的牵头单位答复更准确'],
  },
  assign: {
    title: '交办到单位',
    confirm: '交办',
    done: '已交办',
    reasons: ['请按期限直接答复留言人', '涉及多个单位，请牵头会商后答复'],
  },
};

interface HandOnSheetProps {
  message: MessageDetail;
  move: HandOn | null;
  onClose: () => void;
  onDone: () => void;
}

/** 转办 and 交办: which unit, and why. The clock goes on, and the sheet says so. */
export function HandOnSheet({ message, move, onClose, onDone }: HandOnSheetProps) {
  const [unit, setUnit] = useState<UnitChoice | null>(null);
  const [note, setNote] = useState('');
  const transfer = useSend(messageEndpoints.transfer, { refreshes: refreshedByMoves, tells: ['staff'] });
  const assign = useSend(messageEndpoints.assign, { refreshes: refreshedByMoves, tells: ['staff'] });
  const kind = move ?? 'transfer';
  const send = kind === 'transfer' ? transfer : assign;
  const text = words[kind];
  const reason = note.trim();
  const ready = unit !== null && (kind === 'assign' ? reason.length !== 1 : reason.length >= 2);
  const wrong = fieldMessage(send.error, 'note');

  const leave = (): void => {
    setUnit(null);
    setNote('');
    transfer.reset();
    assign.reset();
    onClose();
  };
  const handOn = async (): Promise<void> => {
    if (!unit) return;
    const to = { id: message.id, unitId: unit.id };
    try {
      if (kind === 'transfer') await transfer.run({ ...to, note: reason });
      else await assign.run({ ...to, ...(reason === '' ? {} : { note: reason }) });
    } catch (error) {
      // shown in the sheet
      console.warn('handing on was refused', errorMessage(error));
      return;
    }
    toast(`${text.done}${unit.name}`, 'done');
    leave();
    onDone();
  };

  return (
    <Sheet
      open={move !== null}
      title={text.title}
      onClose={leave}
      foot={
        unit && (
          <Button onTap={handOn} disabled={!ready}>
            {text.confirm}
          </Button>
        )
      }
    >
      <View className="t-2">
        {message.clock === 'overdue'
          ? '期限不重新计算。已经逾期，仍须尽快答复。'
          : `期限不重新计算，最迟 ${formatMonthDayWeekday(message.dueOn)}答复。`}
      </View>
      {unit === null ? (
        <UnitPicker
          code={message.regionCode}
          current={message.unit.id}
          taskId={message.taskId}
          onPick={setUnit}
        />
      ) : (
        <View className="mt">
          <Tap
            className="unit-choice"
            onTap={() => setUnit(null)}
            label={`办理单位：${unit.name}，点这里换一个`}
          >
            <View className="grow t-strong">{unit.name}</View>
            <Text className="t-brand">换一个</Text>
          </Tap>
          <View className="mt">
            <TextArea
              label={kind === 'transfer' ? '转办理由' : '交办要求'}
              optional={kind === 'assign'}
              hint={kind === 'transfer' ? '留言人也会看到这句话' : undefined}
              value={note}
              onChange={setNote}
              maxLength={500}
              rows={3}
              error={wrong}
            />
            <QuickWords words={text.reasons} onPick={setNote} />
          </View>
        </View>
      )}
      {send.error !== null && !wrong && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {errorMessage(send.error)}
          </Notice>
        </View>
      )}
    </Sheet>
  );
}
