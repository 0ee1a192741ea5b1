import { messageEndpoints, type MessageDetail, type MessageMove } from '@sunledger/shared-types';
import { useState } from 'react';
import { confirm, open, serverToday, toast, useCall, useSend } from '../../platform';
import { Button, Card, Notice, QueryView, Sheet, Timeline, View } from '../../ui';
import { EntryPicture } from '../entry/entry-picture';
import { PublicationNote } from '../screening/publication-note';
import { SubjectSupervisionCard } from '../supervision/subject-supervision';
import { AnswerCards } from './answer-card';
import { DueCard } from './due-card';
import { FollowUpCard, ObjectCard } from './further-words';
import { stepsOf } from './message-timeline';
import { QueryCodeCard } from './query-code';
import { QuestionCard } from './question-card';
import { RatingCard, RatingGiven } from './rating-card';
import { ParentLink, RoundsCard } from './rounds-card';
import { QuestionAsked, SupplementCard } from './supplement-card';
import { workOf } from './work-of';

/** A message by its id, for the page and for the right half of wide lists. */
export function MessagePane({ id }: { id: number }) {
  const message = useCall(messageEndpoints.get, { id });
  return <QueryView query={message}>{(found) => <MessageView message={found} />}</QueryView>;
}

export function MessageView({ message }: { message: MessageDetail }) {
  const mayDo = (moves: readonly MessageMove[]): boolean =>
    message.moves.some((move) => moves.includes(move));
  return (
    <View className="stack">
      <ParentLink message={message} />
      <QuestionCard message={message} />
      <DueCard message={message} />
      <PublicationNote message={message} />
      <AnswerCards message={message} />
      {mayDo(['supplement']) ? <SupplementCard message={message} /> : <QuestionAsked message={message} />}
      {mayDo(['rate']) ? <RatingCard message={message} /> : <RatingGiven message={message} />}
      {mayDo(['followUp']) && <FollowUpCard message={message} />}
      {mayDo(['object']) && <ObjectCard message={message} />}
      <RoundsCard message={message} />
      <Card title="办理经过">
        <Timeline
          items={stepsOf(message, serverToday()).map(({ key, title, notes, tone, open: waiting }) => ({
            key,
            title,
            tone,
            open: waiting,
            note: notes.length > 0 ? notes.join(' · ') : undefined,
          }))}
        />
      </Card>
      {!message.mine && <SubjectSupervisionCard kind="message" id={message.id} />}
      {message.mine && <QueryCodeCard message={message} />}
      <ToWork message={message} />
      <RatingCode message={message} />
      {message.mine && message.publicWanted && <TakeBackConsent message={message} />}
      {mayDo(['withdraw']) && <Withdraw message={message} />}
      {message.moves.length === 0 && !message.mine && (
        <Button kind="ghost" icon="edit" onTap={() => open('messageNew')}>
          我也有问题要问
        </Button>
      )}
      {message.mine && message.archivedAt !== null && (
        <Notice icon="info">答复已满 30 天，这条留言已归档。有新的问题，请另写留言。</Notice>
      )}
      {message.mine && message.status === 'withdrawn' && (
        <Button kind="ghost" onTap={() => open('messageNew')}>
          重新留言
        </Button>
      )}
    </View>
  );
}

/** For staff: the page on which their moves are. */
function ToWork({ message }: { message: MessageDetail }) {
  const work = workOf(message);
  if (!work) return null;
  return (
    <Button kind={work.pressing ? 'primary' : 'ghost'} onTap={() => open(work.page, { id: message.id })}>
      {work.word}
    </Button>
  );
}

/** For staff at a counter: the author scans it and rates this reply on the spot. */
function RatingCode({ message }: { message: MessageDetail }) {
  const [shown, setShown] = useState(false);
  if (message.mine || message.rating !== null || workOf(message) === null || message.status !== 'answered')
    return null;
  return (
    <>
      <Button kind="plain" icon="star" onTap={() => setShown(true)}>
        出示评价码
      </Button>
      <Sheet open={shown} title="请留言人扫码评价" onClose={() => setShown(false)}>
        <EntryPicture entry={{ to: 'message', id: message.id }} alt="评价这次答复的码" otherwise="browser" />
        <View className="t-note t-center mt-s">只有留言人本人登录后可以评价</View>
      </Sheet>
    </>
  );
}

/** 撤回公开同意: at once and for good; it is handled and answered as before. */
function TakeBackConsent({ message }: { message: MessageDetail }) {
  const send = useSend(messageEndpoints.withdrawConsent, {
    refreshes: [messageEndpoints.get, messageEndpoints.list],
  });
  const takeBack = async (): Promise<void> => {
    const yes = await confirm({
      title: '不再公开这条留言？',
      text: '马上从公开页面撤下，以后不能再公开；办理和答复不受影响。',
      confirmText: '不再公开',
    });
    if (!yes) return;
    await send.run({ id: message.id });
    toast('已不再公开', 'done');
  };
  return (
    <Button kind="plain" busy={send.busy} onTap={takeBack}>
      撤回公开同意
    </Button>
  );
}

function Withdraw({ message }: { message: MessageDetail }) {
  const send = useSend(messageEndpoints.withdraw, {
    refreshes: [messageEndpoints.get, messageEndpoints.list],
  });
  const withdraw = async (): Promise<void> => {
    const yes = await confirm({
      title: '撤回这条留言？',
      text: '撤回后不再办理，也不能恢复。事情已经解决、或者想改了重写，都可以撤回。',
      confirmText: '撤回留言',
      danger: true,
    });
    if (!yes) return;
    await send.run({ id: message.id });
    toast('留言已撤回', 'done');
  };
  return (
    <Button kind="plain" busy={send.busy} onTap={withdraw}>
      撤回留言
    </Button>
  );
}
