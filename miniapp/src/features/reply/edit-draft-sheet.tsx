import { messageEndpoints, type MessageDetail, type ReplyView } from '@sunledger/shared-types';
import { useState } from 'react';
import { toast, useSend } from '../../platform';
import { Button, Sheet, TextArea, View } from '../../ui';
import { refreshedByMoves } from './refreshed';
import { replyLimits } from './reply-form';
import { SheetProblem } from './sheet-problem';

interface EditDraftProps {
  message: MessageDetail;
  draft: ReplyView;
  onClose: () => void;
}

/** 改稿: the reviewer puts the words right; they are the reviewer's then, so that another person approves. */
export function EditDraftSheet({ message, draft, onClose }: EditDraftProps) {
  const [text, setText] = useState(draft.text);
  const send = useSend(messageEndpoints.edit, { refreshes: refreshedByMoves });
  const ready = text.trim() !== draft.text && text.trim().length >= replyLimits.min;
  const save = async (): Promise<void> => {
    try {
      await send.run({ id: message.id, text: text.trim() });
    } catch (error) {
      // shown in the sheet
      console.warn('the edit was refused', error);
      return;
    }
    toast('已改稿，等另一位同事审核', 'done');
    onClose();
  };
  return (
    <Sheet
      open
      title="改稿"
      onClose={onClose}
      foot={
        <Button onTap={save} disabled={!ready}>
          保存改稿，交另一人审核
        </Button>
      }
    >
      <View className="stack">
        <View className="t-2">
          改过的稿子算您起草的，由另一位审核人审核，审核时看得到改了哪里；本单位没有别的审核人时，由政务公开办审核。计时不停。
        </View>
        <TextArea label="答复内容" value={text} onChange={setText} maxLength={replyLimits.max} rows={10} />
      </View>
      <SheetProblem problem={send.error} />
    </Sheet>
  );
}
