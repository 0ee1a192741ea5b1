import { messageEndpoints, type MessageDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { confirm, toast, useSend } from '../../platform';
import { Button, Card, Check, View } from '../../ui';
import { ReasonSheet } from '../oversight/reason-sheet';
import { lastNote } from './rare-moves';
import { refreshedByMoves } from './refreshed';

interface RevisionProps {
  message: MessageDetail;
  onDone: () => void;
}

/** A second person's word on a revised answer; the first result stands either way. */
export function RevisionCard({ message, onDone }: RevisionProps) {
  const [confirmed, setConfirmed] = useState(false);
  const [sendingBack, setSendingBack] = useState(false);
  const approve = useSend(messageEndpoints.approveRevision, { refreshes: refreshedByMoves });
  const sendBack = useSend(messageEndpoints.sendBackRevision, { refreshes: refreshedByMoves });
  const publish = async (): Promise<void> => {
    await approve.run({ id: message.id, confirmed });
    toast('修改后的答复已发布', 'done');
    onDone();
  };
  return (
    <Card title="审核修改稿" edge="soon">
      <Check
        title="已正面回答所问"
        note="通过后替换现在的答复，原答复保留可查"
        checked={confirmed}
        onChange={setConfirmed}
      />
      <View className="decision mt-s">
        <Button kind="plain" onTap={() => setSendingBack(true)}>
          退回修改稿
        </Button>
        <Button onTap={publish} disabled={!confirmed}>
          通过并发布
        </Button>
      </View>
      <ReasonSheet
        open={sendingBack}
        title="退回修改稿"
        lead="现在的答复不变。"
        label="退回理由"
        words={['没有必要修改', '修改的内容不准确']}
        confirmText="退回起草人"
        onSend={(note) => sendBack.run({ id: message.id, note })}
        onClose={() => setSendingBack(false)}
        onSent={() => {
          toast('已退回修改稿', 'done');
          onDone();
        }}
      />
    </Card>
  );
}

/** A second person's word on an answer that was taken out of public view. */
export function HideCard({ message, onDone }: RevisionProps) {
  const [undoing, setUndoing] = useState(false);
  const confirmHide = useSend(messageEndpoints.confirmHide, { refreshes: refreshedByMoves });
  const undo = useSend(messageEndpoints.undoHide, { refreshes: refreshedByMoves });
  const agree = async (): Promise<void> => {
    const yes = await confirm({
      title: '确认撤下？',
      text: '确认后不再公开。留言人仍可查看。',
      confirmText: '确认撤下',
    });
    if (!yes) return;
    await confirmHide.run({ id: message.id });
    toast('已确认撤下', 'done');
    onDone();
  };
  return (
    <Card title="撤下公开，等待确认" edge="soon">
      <View className="t-pre">原因：{lastNote(message, 'answerHidden') ?? '没有写'}</View>
      <View className="t-note mt-s">现在已不公开，请您确认或恢复。留言人一直可以查看。</View>
      <View className="decision mt">
        <Button kind="plain" onTap={() => setUndoing(true)}>
          恢复公开
        </Button>
        <Button onTap={agree}>确认撤下</Button>
      </View>
      <ReasonSheet
        open={undoing}
        title="恢复公开"
        lead="留言和答复重新给大家看。"
        label="恢复的理由"
        confirmText="恢复公开"
        onSend={(note) => undo.run({ id: message.id, note })}
        onClose={() => setUndoing(false)}
        onSent={() => {
          toast('已恢复公开', 'done');
          onDone();
        }}
      />
    </Card>
  );
}
