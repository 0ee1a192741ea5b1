import { messageEndpoints } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, goToId, serverToday, toast, useDraft, useSend } from '../../platform';
import { Notice, View } from '../../ui';
import { DueCard } from '../message/due-card';
import { useKeys } from '../oversight/use-keys';
import { HandleFoot, hasHandleFoot } from './handle-foot';
import { HandOnSheet, type HandOn } from './hand-on-sheet';
import { MatchedAnswers } from './matched-answers';
import { MessageCards } from './message-cards';
import { RareSheets, type RareOpen } from './rare-sheets';
import { refreshedByMoves } from './refreshed';
import { ReplyEditor } from './reply-editor';
import {
  insertInto,
  isReplyForm,
  replyErrorsOf,
  replyInputOf,
  startingForm,
  type ReplyErrors,
} from './reply-form';
import { handOnIsLate, whyNotReply } from './standing';
import { StepsCard } from './steps-card';
import { WorkMessage, type LoadedProps, type WorkProps } from './work-message';
import './reply.scss';

/** 办理留言: everything needed to answer one message, in the order in which one reads. */
export function HandleMessage(props: WorkProps) {
  return <WorkMessage {...props}>{(loaded) => <Handling key={props.id} {...loaded} />}</WorkMessage>;
}

function Handling({ message, frame, onDone, columns, reload }: LoadedProps) {
  const [form, change, drop, draft] = useDraft(
    `reply.${message.id}`,
    startingForm(message.replies),
    isReplyForm,
  );
  const [errors, setErrors] = useState<ReplyErrors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [handOn, setHandOn] = useState<HandOn | null>(null);
  const [rare, setRare] = useState<RareOpen>(null);
  const send = useSend(messageEndpoints.reply, { refreshes: refreshedByMoves, tells: ['staff'] });
  const mayReply = message.moves.includes('reply');
  const refusal = whyNotReply(message);

  const submit = async (): Promise<void> => {
    const found = replyErrorsOf(form);
    setErrors(found);
    setProblem(null);
    if (Object.keys(found).length > 0) {
      goToId(found.text ? 'reply' : 'holding');
      return;
    }
    try {
      await send.run(replyInputOf(form, message.id));
    } catch (error) {
      setProblem(`${errorMessage(error)}您写的内容都在。`);
      return;
    }
    drop();
    toast('已送审，审核通过后发布', 'done');
    onDone();
  };
  useKeys(mayReply && !send.busy ? { 'Ctrl+Enter': () => void submit() } : {});

  const writing = (
    <View className="stack">
      <MessageCards message={message} columns={columns} onDone={onDone} refusal={refusal} />
      {mayReply && (
        <ReplyEditor
          message={message}
          form={form}
          change={(part) => {
            change(part);
            setErrors({});
            setProblem(null);
          }}
          errors={errors}
          saved={draft.savedAt !== null}
          restored={draft.restored}
        />
      )}
      {problem !== null && (
        <Notice tone="late" icon="warn">
          {problem}
        </Notice>
      )}
    </View>
  );
  const beside = (
    <View className="stack">
      {columns && <DueCard message={message} />}
      {mayReply && (
        <MatchedAnswers
          message={message}
          onUse={(answer) => {
            change({ text: insertInto(form.text, answer) });
            goToId('reply');
            toast('已写入答复，请按这件事改好');
          }}
        />
      )}
      {handOnIsLate(message, serverToday()) && (
        <Notice icon="info">
          已到答复期限，本单位不能再转办；确实不归本单位办的，请退回政务公开办或打电话商量。
        </Notice>
      )}
      <StepsCard message={message} />
    </View>
  );

  const foot = (
    <HandleFoot
      message={message}
      blank={form.text.trim() === ''}
      busy={send.busy}
      onMore={() => setRare('menu')}
      onHandOn={setHandOn}
      onSubmit={submit}
    />
  );
  const sheets = (
    <>
      <HandOnSheet message={message} move={handOn} onClose={() => setHandOn(null)} onDone={onDone} />
      <RareSheets message={message} open={rare} onOpen={setRare} onDone={onDone} />
    </>
  );
  const body = (
    <>
      <View className={columns ? 'work--columns' : 'stack'}>
        {writing}
        {beside}
      </View>
      {sheets}
    </>
  );
  return <>{frame({ body, foot: hasHandleFoot(message) ? foot : null, reload })}</>;
}
