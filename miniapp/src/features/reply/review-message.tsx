import { messageEndpoints } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, toast, useSend, useWide } from '../../platform';
import { Button, Notice, View } from '../../ui';
import { DueCard } from '../message/due-card';
import { ReasonSheet } from '../oversight/reason-sheet';
import { useKeys } from '../oversight/use-keys';
import { EarlierDrafts } from './earlier-drafts';
import { MessageCards } from './message-cards';
import { rareRows } from './rare-moves';
import { RareSheets, type RareOpen } from './rare-sheets';
import { refreshedByMoves } from './refreshed';
import { ReviewCard } from './review-card';
import { approveInputOf, publishedWords, startingReview } from './review-form';
import { draftDeclines, draftInReview, whyNotApprove } from './standing';
import { StepsCard } from './steps-card';
import { WorkMessage, type LoadedProps, type WorkProps } from './work-message';
import './reply.scss';

/** 审核答复: the question, the answer, and the word of a second person. */
export function ReviewMessage(props: WorkProps) {
  return <WorkMessage {...props}>{(loaded) => <Review key={props.id} {...loaded} />}</WorkMessage>;
}

function Review({ message, frame, onDone, columns, reload }: LoadedProps) {
  const wide = useWide();
  const [form, setForm] = useState(() => startingReview(message));
  const [problem, setProblem] = useState<string | null>(null);
  const [sendingBack, setSendingBack] = useState(false);
  const [rare, setRare] = useState<RareOpen>(null);
  const approve = useSend(messageEndpoints.approve, { refreshes: refreshedByMoves, tells: ['staff'] });
  const sendBack = useSend(messageEndpoints.sendBack, { refreshes: refreshedByMoves });
  const mayApprove = message.moves.includes('approve');
  const maySendBack = message.moves.includes('sendBack');
  // one tap: the words of the button are the reviewer's confirmation
  const confirming = draftDeclines(draftInReview(message))
    ? '已说清理由和去处，发布'
    : '已正面回答所问，发布';

  const publish = async (): Promise<void> => {
    setProblem(null);
    try {
      const answered = await approve.run(approveInputOf(form, message));
      toast(publishedWords(answered), 'done');
    } catch (error) {
      setProblem(errorMessage(error));
      return;
    }
    onDone();
  };
  useKeys(mayApprove && !approve.busy ? { 'Ctrl+Enter': () => void publish() } : {});

  const body = (
    <>
      <View className={columns ? 'work--columns' : 'stack'}>
        <View className="stack">
          <MessageCards
            message={message}
            columns={columns}
            onDone={onDone}
            refusal={whyNotApprove(message)}
          />
          <EarlierDrafts message={message} />
          {mayApprove && <ReviewCard message={message} form={form} onChange={setForm} />}
          {problem !== null && (
            <Notice tone="late" icon="warn">
              {problem}
            </Notice>
          )}
        </View>
        <View className="stack">
          {columns && <DueCard message={message} />}
          {rareRows(message).length > 0 && (
            <Button kind="ghost" onTap={() => setRare('menu')}>
              更多
            </Button>
          )}
          <StepsCard message={message} />
        </View>
      </View>
      <ReasonSheet
        open={sendingBack}
        title="退回修改"
        lead="退回后由起草人修改再送审，计时不停。"
        label="退回理由"
        words={['没有正面回答所问', '缺少办理材料和地点', '政策依据不准确', '话说得不够明白']}
        confirmText="退回起草人"
        onSend={(note) => sendBack.run({ id: message.id, note })}
        onClose={() => setSendingBack(false)}
        onSent={() => {
          toast('已退回修改', 'done');
          onDone();
        }}
      />
      <RareSheets message={message} open={rare} onOpen={setRare} onDone={onDone} />
    </>
  );
  const foot = (mayApprove || maySendBack) && (
    <>
      {maySendBack && (
        <Button kind="plain" onTap={() => setSendingBack(true)}>
          退回
        </Button>
      )}
      {mayApprove && (
        <Button onTap={publish} label={wide ? `${confirming}（Ctrl+Enter）` : undefined}>
          {approve.busy ? '正在发布' : confirming}
        </Button>
      )}
    </>
  );
  return <>{frame({ body, foot: foot || null, reload })}</>;
}
