import type { MessageDetail } from '@sunledger/shared-types';
import { Notice } from '../../ui';
import { AnswerCards } from '../message/answer-card';
import { DueCard } from '../message/due-card';
import { ParentLink } from '../message/rounds-card';
import { QuestionAsked } from '../message/supplement-card';
import { AskedCard } from './asked-card';
import { ClaimCard } from './claim-card';
import { DecisionCards } from './decision-card';
import { DraftCard } from './draft-card';
import { awaitsDecision } from './rare-moves';
import { draftInReview } from './standing';
import { TogetherCard } from './together-card';

interface MessageCardsProps {
  message: MessageDetail;
  columns: boolean | undefined;
  onDone: () => void;
  /** Why this person cannot do the work of this page; null when they can. */
  refusal: string | null;
}

/** What everybody who works on a message reads first: the question, its day, what was answered, what waits. */
export function MessageCards({ message, columns, onDone, refusal }: MessageCardsProps) {
  const draft = draftInReview(message);
  return (
    <>
      <ParentLink message={message} />
      <AskedCard message={message} />
      <ClaimCard message={message} />
      <TogetherCard message={message} />
      {!columns && <DueCard message={message} />}
      {message.answeredAt !== null && <AnswerCards message={message} />}
      <QuestionAsked message={message} />
      {draft && <DraftCard message={message} draft={draft} />}
      <DecisionCards message={message} onDone={onDone} />
      {refusal !== null && !awaitsDecision(message) && <Notice icon="info">{refusal}</Notice>}
    </>
  );
}
