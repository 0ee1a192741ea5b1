import { messageEndpoints, type MessageDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { toast, useSend } from '../../platform';
import { Button, Sheet, TextArea, View } from '../../ui';
import { refreshedByMoves } from './refreshed';
import { replyLimits } from './reply-form';
import { SheetProblem } from './sheet-problem';
import { publishedReply } from './standing';

interface ReviseSheetProps {
  message: MessageDetail;
  onClose: () => void;
}

/** 修改答复: starts with the words that are published, so that only what is wrong is changed. */
export function ReviseSheet({ message, onClose }: ReviseSheetProps) {
  const before = publishedReply(message)?.text ?? '';
  const [text, setText] = useState(before);
  const send = useSend(messageEndpoints.revise, { refreshes: refreshedByMoves });
  const ready = text.trim().length >= replyLimits.min && text.trim() !== before.trim();
  const save = async (): Promise<void> => {
    try {
      await send.run({ id: message.id, text: text.trim() });
    } catch (error) {
      // shown in the sheet
      console.warn('the revision was refused', error);
      return;
    }
    toast('修改稿已送审', 'done');
    onClose();
  };
  return (
    <Sheet
      open
      title="修改答复"
      onClose={onClose}
      foot={
        <Button onTap={save} disabled={!ready}>
          送审
        </Button>
      }
    >
      <View className="t-2">
        由另一位同事审核后替换。原答复保留可查，按时或逾期的结果不变。留言人会收到提醒。
      </View>
      <View className="mt">
        <TextArea
          bare
          label="修改后的答复"
          value={text}
          onChange={(next) => {
            setText(next);
            send.reset();
          }}
          maxLength={replyLimits.max}
          rows={8}
          status={ready ? '' : '改好后送审'}
        />
      </View>
      <SheetProblem problem={send.error} />
    </Sheet>
  );
}
