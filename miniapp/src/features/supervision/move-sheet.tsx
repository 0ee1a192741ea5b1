import { supervisionEndpoints, type SupervisionDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, toast, useSend } from '../../platform';
import { Button, Notice, Picker, Sheet, TextArea, View } from '../../ui';
import { refreshedBySupervision } from './refreshed';

export type OfficialMove = 'close' | 'return' | 'cancel';

interface Words {
  title: string;
  lead: string;
  label: string;
  confirm: string;
  done: string;
  min: number;
}

const words: Record<OfficialMove, Words> = {
  close: {
    title: '核定办结',
    lead: '核定后这份督办单办结。逾期反馈过的，会一直显示逾期。',
    label: '核定意见（可以不写）',
    confirm: '核定办结',
    done: '已办结',
    min: 0,
  },
  return: {
    title: '退回重办',
    lead: '退回后承办单位按新的期限重新反馈。已经逾期的记录不变。',
    label: '退回理由',
    confirm: '退回重办',
    done: '已退回',
    min: 2,
  },
  cancel: {
    title: '撤销督办',
    lead: '撤销后承办单位不用再反馈，记录保留。',
    label: '撤销理由',
    confirm: '撤销督办',
    done: '已撤销',
    min: 2,
  },
};

const dayChoices = [1, 2, 3, 5, 10].map((days) => ({ value: String(days), label: `${days} 个工作日` }));

interface MoveSheetProps {
  thing: SupervisionDetail;
  move: OfficialMove;
  onClose: () => void;
}

/** What an official decides about an answer, with the reason. */
export function MoveSheet({ thing, move, onClose }: MoveSheetProps) {
  const [note, setNote] = useState('');
  const [days, setDays] = useState('3');
  const options = { refreshes: refreshedBySupervision };
  const close = useSend(supervisionEndpoints.close, options);
  const giveBack = useSend(supervisionEndpoints.return, options);
  const cancel = useSend(supervisionEndpoints.cancel, options);
  const { title, lead, label, confirm, done, min } = words[move];
  const text = note.trim();
  const problem = close.error ?? giveBack.error ?? cancel.error;

  const send = (): Promise<unknown> => {
    if (move === 'close') return close.run({ id: thing.id, ...(text === '' ? {} : { note: text }) });
    if (move === 'return') return giveBack.run({ id: thing.id, note: text, days: Number(days) });
    return cancel.run({ id: thing.id, note: text });
  };
  const decide = async (): Promise<void> => {
    try {
      await send();
    } catch (error) {
      // shown in the sheet
      console.warn('the move was refused', errorMessage(error));
      return;
    }
    toast(done, 'done');
    onClose();
  };
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      foot={
        <Button
          onTap={decide}
          disabled={text.length < min || text.length === 1}
          kind={move === 'cancel' ? 'danger' : 'primary'}
        >
          {confirm}
        </Button>
      }
    >
      <View className="stack">
        <View className="t-2">{lead}</View>
        {move === 'return' && (
          <Picker label="新的反馈期限" value={days} choices={dayChoices} onChange={setDays} />
        )}
        <TextArea label={label} value={note} onChange={setNote} maxLength={500} rows={3} />
        {problem !== null && (
          <Notice tone="late" icon="warn">
            {errorMessage(problem)}
          </Notice>
        )}
      </View>
    </Sheet>
  );
}
