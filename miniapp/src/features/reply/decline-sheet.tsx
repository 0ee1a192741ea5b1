import {
  declineReasons,
  declineReasonWords,
  messageEndpoints,
  type DeclineReason,
  type MessageDetail,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { toast, useSend } from '../../platform';
import { Button, Picker, Sheet, TextArea, View } from '../../ui';
import { refreshedByMoves } from './refreshed';
import { SheetProblem } from './sheet-problem';

const reasons = declineReasons.map((value) => ({ value, label: declineReasonWords[value] }));

interface DeclineSheetProps {
  message: MessageDetail;
  onClose: () => void;
  onDone: () => void;
}

/** 不予受理: why, and where to go instead; another person approves it. */
export function DeclineSheet({ message, onClose, onDone }: DeclineSheetProps) {
  const [reason, setReason] = useState<DeclineReason | ''>('');
  const [text, setText] = useState('');
  const [goTo, setGoTo] = useState('');
  const send = useSend(messageEndpoints.decline, { refreshes: refreshedByMoves });
  const ready = reason !== '' && text.trim().length >= 5 && goTo.trim().length >= 2;
  const save = async (): Promise<void> => {
    if (reason === '') return;
    try {
      await send.run({ id: message.id, reason, text: text.trim(), goTo: goTo.trim() });
    } catch (error) {
      // shown in the sheet
      console.warn('declining was refused', error);
      return;
    }
    toast('已送审，审核通过后发布', 'done');
    onClose();
    onDone();
  };
  return (
    <Sheet
      open
      title="不予受理"
      onClose={onClose}
      foot={
        <Button onTap={save} disabled={!ready}>
          送审
        </Button>
      }
    >
      <View className="stack">
        <View className="t-2">
          由另一位同事审核后发布，在这之前计时不停。留言人可以评价，也可以提一次异议。
        </View>
        <Picker label="原因" value={reason} choices={reasons} onChange={setReason} placeholder="请选择原因" />
        <TextArea
          label="向留言人说明"
          placeholder="为什么不能受理，依据是什么"
          value={text}
          onChange={setText}
          maxLength={2000}
          rows={4}
          status={text.trim().length < 5 ? '至少 5 个字' : ''}
        />
        <TextArea
          label="该到哪里办"
          placeholder="单位、地点和电话"
          value={goTo}
          onChange={setGoTo}
          maxLength={300}
          rows={2}
        />
      </View>
      <SheetProblem problem={send.error} />
    </Sheet>
  );
}
