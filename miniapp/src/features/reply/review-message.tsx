import { messageEndpoints, type MessageDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, scrollToId, toast, useCall, useSend, useWide } from '../../platform';
import { Button, Card, Check, Notice, QueryView, Switch, View } from '../../ui';
import { AnswerCards } from '../message/answer-card';
import { DueCard } from '../message/due-card';
import { ParentLink } from '../message/rounds-card';
import { ReasonSheet } from '../oversight/reason-sheet';
import { useKeys } from '../oversight/use-keys';
import { AskedCard } from './asked-card';
import { DecisionCards } from './decision-card';
import { DraftCard } from './draft-card';
import { awaitsDecision, rareRows } from './rare-moves';
import { RareSheets, type RareOpen } from './rare-sheets';
import { EarlierDrafts } from './earlier-drafts';
import { refreshedByMoves } from './refreshed';
import { approveInputOf, publishedWords, reviewErrorOf, startingReview } from './review-form';
import { draftDeclines, draftInReview, whyNotApprove } from './standing';
import { StepsCard } from './steps-card';
import type { WorkFrame } from './work-frame';
import './reply.scss';

interface ReviewMessageProps {
  id: number;
  frame: WorkFrame;
  /** The reply was published or sent back. */
  onDone: () => void;
  columns?: boolean;
}

/** 审核答复: the question, the answer, and the word of a second person. */
export function ReviewMessage({ id, frame, ...rest }: ReviewMessageProps) {
  const message = useCall(messageEndpoints.get, { id });
  if (!message.data) {
    return (
      <>
        {frame({
          body: <QueryView query={message}>{() => null}</QueryView>,
          foot: null,
          reload: message.refetch,
        })}
      </>
    );
  }
  return <Loaded key={id} message={message.data} frame={frame} reload={message.refetch} {...rest} />;
}

interface LoadedProps extends Omit<ReviewMessageProps, 'id'> {
  message: MessageDetail;
  reload: () => Promise<unknown>;
}

function Loaded({ message, frame, onDone, columns, reload }: LoadedProps) {
  const wide = useWide();
  const [form, setForm] = useState(() => startingReview(message));
  const [problem, setProblem] = useState<string | null>(null);
  const [sendingBack, setSendingBack] = useState(false);
  const [rare, setRare] = useState<RareOpen>(null);
  const approve = useSend(messageEndpoints.approve, { refreshes: refreshedByMoves });
  const sendBack = useSend(messageEndpoints.sendBack, { refreshes: refreshedByMoves });
  const mayApprove = message.moves.includes('approve');
  const maySendBack = message.moves.includes('sendBack');
  const refusal = whyNotApprove(message);
  const draft = draftInReview(message);
  const declines = draftDeclines(draft);

  const publish = async (): Promise<void> => {
    const missing = reviewErrorOf(form);
    setProblem(missing);
    if (missing) {
      scrollToId('confirm');
      return;
    }
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
          <ParentLink message={message} />
          <AskedCard message={message} />
          {!columns && <DueCard message={message} />}
          {message.answeredAt !== null && <AnswerCards message={message} />}
          {draft && <DraftCard draft={draft} revision={message.answeredAt !== null} />}
          <DecisionCards message={message} onDone={onDone} />
          <EarlierDrafts message={message} />
          {refusal !== null && !awaitsDecision(message) && <Notice icon="info">{refusal}</Notice>}
          {mayApprove && (
            <Card id="confirm" title="审核">
              <Check
                title="已正面回答所问"
                note={
                  declines
                    ? '说清了为什么不予受理，也说清了该到哪里办'
                    : '逐条对照问题：问了几件事，就答了几件事'
                }
                checked={form.confirmed}
                onChange={(confirmed) => {
                  setForm({ ...form, confirmed });
                  setProblem(null);
                }}
              />
              {message.publicWanted ? (
                <Switch
                  title="连同答复一起公开"
                  note="留言人愿意公开；姓名显示为王*或网友，电话和证件号会隐去"
                  checked={form.makePublic}
                  onChange={(makePublic) => setForm({ ...form, makePublic })}
                />
              ) : (
                <View className="t-note">留言人没有选择公开，答复只给留言人看。</View>
              )}
            </Card>
          )}
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
          退回修改
        </Button>
      )}
      {mayApprove && (
        <Button onTap={publish} label={wide ? '审核通过并发布（Ctrl+Enter）' : undefined}>
          {approve.busy ? '正在发布' : '通过并发布'}
        </Button>
      )}
    </>
  );
  return <>{frame({ body, foot: foot || null, reload })}</>;
}
