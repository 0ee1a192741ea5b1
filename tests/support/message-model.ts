import { addDays, type MessageKind, type MessageMove, type MessageState } from '@sunledger/shared-types';
import { between, daysOf, min, plus } from './message-model-days';

/**
 * A second, small telling of the reply rule's “Which clock”, for weeks without holidays: what the server
 * does to a message is held against it. It shares no code with the server but the calendar arithmetic of dates.
 */

export type Unit = 'first' | 'second' | 'office';
export const people = {
  author: { role: 'author', unit: null },
  stranger: { role: null, unit: null },
  handler: { role: 'handler', unit: 'first' },
  reviewer: { role: 'reviewer', unit: 'first' },
  otherHandler: { role: 'handler', unit: 'second' },
  otherReviewer: { role: 'reviewer', unit: 'second' },
  office: { role: 'office', unit: 'office' },
  secondOffice: { role: 'office', unit: 'office' },
  official: { role: 'official', unit: null },
} as const;
export type Who = keyof typeof people;
export const everybody = Object.keys(people) as Who[];

export interface Choice {
  readonly kind: MessageKind;
  readonly simple: boolean;
  readonly days: number;
  readonly unit: Unit;
}

export type Move = Exclude<
  MessageMove,
  'publishDecline' | 'revise' | 'approveRevision' | 'sendBackRevision' | 'hide' | 'confirmHide' | 'undoHide'
>;

/** What a message that goes with another does not do on its own. */
const STOPPED_BY_MERGE: readonly Move[] = [
  'assign',
  'transfer',
  'return',
  'reply',
  'decline',
  'askMore',
  'extend',
  'reclassify',
  'merge',
];

interface Pause {
  from: string;
  to: string;
  answered: boolean;
}

export class MessageModel {
  status: MessageState = 'open';
  unit: Unit = 'office';
  simple: boolean;
  dueOn: string;
  lengthened = false;
  result: 'open' | 'onTime' | 'late' | 'withdrawn' = 'open';
  private before: { kind: MessageKind; simple: boolean; dueOn: string } | null = null;
  private pauses: Pause[] = [];
  private extra = 0;
  private pending: { by: Who; days: number } | null = null;
  private draft: { by: Who; declines: boolean } | null = null;
  private approver: Who | null = null;
  private rated = false;
  private followed = false;
  private objection: 'open' | 'decided' | null = null;
  private answeredOn: string | null = null;
  private now = 0;
  claim: { by: Who; at: number } | null = null;
  merged = false;
  /** The other message of the same question: of the first unit, drafted there by the handler. */
  leaderAnswered = false;

  constructor(
    public kind: MessageKind,
    private readonly receivedOn: string,
  ) {
    this.simple = kind === 'inquiry';
    this.dueOn = plus(receivedOn, daysOf(kind, this.simple));
  }

  /** What time alone does by the morning of a day. */
  wake(today: string, now: number): void {
    this.now = now;
    const pause = this.pauses.at(-1);
    if (this.status === 'asked' && pause && today > pause.to) this.status = 'open';
  }

  allows(move: Move, who: Who, choice: Choice, today: string): boolean {
    const { role, unit } = people[who];
    const mine = unit === this.unit;
    const office = role === 'office';
    const handles = mine && (role === 'handler' || role === 'reviewer' || office);
    const reviews = (role === 'reviewer' && mine) || office;
    const open = this.status === 'open';
    const waiting = open || this.status === 'inReview';
    const asked = this.status === 'asked';
    const late = today > this.dueOn;
    const closedForGood = this.answeredOn !== null && today > addDays(this.answeredOn, 30);
    if (this.merged && STOPPED_BY_MERGE.includes(move)) return false;
    switch (move) {
      case 'assign':
        return office && (open || asked) && choice.unit !== this.unit;
      case 'transfer':
        return (office || (handles && today < this.dueOn)) && (open || asked) && choice.unit !== this.unit;
      case 'return':
        return handles && !office && (open || asked);
      case 'claim':
        return handles && (open || asked) && (!this.claim || (this.claim.by !== who && this.stale(today)));
      case 'release':
        return handles && (waiting || asked) && this.claim?.by === who;
      case 'merge':
        return (handles || office) && open && this.unit === 'first';
      case 'unmerge':
        return (handles || office) && open && this.merged;
      case 'deliver':
        return open && this.merged && this.leaderAnswered && mine && role === 'reviewer';
      case 'edit':
        return this.status === 'inReview' && (mine ? reviews : this.officeReviews(role));
      case 'endAsk':
        return handles && asked;
      case 'reply':
      case 'decline':
        return handles && open;
      case 'approve':
      case 'sendBack':
        return (
          this.status === 'inReview' && who !== this.draft?.by && (mine ? reviews : this.officeReviews(role))
        );
      case 'reclassify':
        return reviews && waiting && this.mayBecome(choice, today);
      case 'undoReclassify':
        return office && waiting && this.before !== null && !late;
      case 'askMore':
        return handles && open && !this.simple && !late && this.pauses.length < 2 && this.left() > 0;
      case 'supplement':
        return (
          role === 'author' && (open || this.status === 'asked') && this.pauses.at(-1)?.answered === false
        );
      case 'extend':
        return (
          (handles || office) && open && !this.simple && !this.extra && !this.pending && today < this.dueOn
        );
      case 'approveExtension':
        return (
          office && waiting && !!this.pending && this.pending.by !== who && !this.simple && today < this.dueOn
        );
      case 'refuseExtension':
        return office && waiting && !!this.pending && this.pending.by !== who;
      case 'withdraw':
        return role === 'author' && (waiting || this.status === 'asked');
      case 'rate':
        return (
          role === 'author' && ['answered', 'declined'].includes(this.status) && !this.rated && !closedForGood
        );
      case 'followUp':
        return role === 'author' && this.status === 'answered' && !this.followed && !closedForGood;
      case 'object':
        return role === 'author' && this.status === 'declined' && this.objection === null && !closedForGood;
      case 'decideObjection':
        return office && this.objection === 'open' && who !== this.draft?.by && who !== this.approver;
    }
  }

  make(move: Move, who: Who, choice: Choice, today: string): void {
    switch (move) {
      case 'assign':
      case 'transfer':
        this.unit = choice.unit;
        this.claim = null;
        return;
      case 'return':
        this.unit = 'office';
        this.claim = null;
        return;
      case 'claim':
        this.claim = { by: who, at: this.now };
        return;
      case 'release':
        this.claim = null;
        return;
      case 'merge':
        this.merged = true;
        return;
      case 'unmerge':
        this.merged = false;
        return;
      case 'deliver':
        this.close('answered', who, today);
        this.draft = { by: 'handler', declines: false };
        return;
      case 'edit':
        this.draft = { by: who, declines: this.draft?.declines === true };
        return;
      case 'endAsk':
        this.answer(today);
        return;
      case 'reply':
      case 'decline':
        this.status = 'inReview';
        this.draft = { by: who, declines: move === 'decline' };
        return;
      case 'approve':
        this.close(this.draft?.declines ? 'declined' : 'answered', who, today);
        return;
      case 'sendBack':
        this.status = 'open';
        return;
      case 'reclassify':
        this.become(choice, today);
        return;
      case 'undoReclassify':
        this.giveBack(today);
        return;
      case 'askMore':
        this.ask(today);
        return;
      case 'supplement':
        this.answer(today);
        return;
      case 'extend':
        if (who.toLowerCase().includes('office') && this.unit !== 'office') this.lengthen(choice.days);
        else this.pending = { by: who, days: choice.days };
        return;
      case 'approveExtension':
        this.lengthen(this.pending?.days ?? 0);
        return;
      case 'refuseExtension':
        this.pending = null;
        return;
      case 'withdraw':
        this.status = 'withdrawn';
        this.result = 'withdrawn';
        return;
      case 'rate':
        this.rated = true;
        return;
      case 'followUp':
        this.followed = true;
        return;
      case 'object':
        this.objection = 'open';
        return;
      case 'decideObjection':
        this.objection = 'decided';
        return;
    }
  }

  private close(status: 'answered' | 'declined', who: Who, today: string): void {
    this.status = status;
    this.result = today > this.dueOn ? 'late' : 'onTime';
    this.approver = who;
    this.answeredOn = today;
  }

  /** A claim holds nobody up after a day, nor on the due date. */
  private stale(today: string): boolean {
    return today >= this.dueOn || this.now - (this.claim?.at ?? 0) >= 24 * 3600_000;
  }

  /** Each unit has one reviewer: the office steps in when that one wrote the draft. */
  private officeReviews(role: string | null): boolean {
    return role === 'office' && people[this.draft?.by ?? 'author'].role === 'reviewer';
  }

  private left(): number {
    return 10 - this.pauses.reduce((sum, { from, to }) => sum + between(from, to), 0);
  }

  private mayBecome({ kind, simple }: Choice, today: string): boolean {
    const toSimple = kind === 'inquiry' && simple;
    if (kind === this.kind && toSimple === this.simple) return false;
    return this.longer(kind, toSimple) === null || (!this.lengthened && today <= this.dueOn);
  }

  /** The later date that a kind would bring, counted from the receipt; null when it brings none. */
  private longer(kind: MessageKind, simple: boolean): string | null {
    const days = daysOf(kind, simple);
    if (days <= daysOf(this.kind, this.simple)) return null;
    const due = plus(this.receivedOn, days + this.extra + (10 - this.left()));
    return due > this.dueOn ? due : null;
  }

  private become({ kind, simple: wanted }: Choice, today: string): void {
    const simple = kind === 'inquiry' && wanted;
    const longer = this.longer(kind, simple);
    if (longer !== null) {
      this.before = { kind: this.kind, simple: this.simple, dueOn: this.dueOn };
      this.lengthened = true;
      this.dueOn = longer;
    } else if (daysOf(kind, simple) < daysOf(this.kind, this.simple) && today <= this.dueOn) {
      this.dueOn = min(this.dueOn, plus(today, daysOf(kind, simple)));
    }
    this.kind = kind;
    this.simple = simple;
  }

  private giveBack(today: string): void {
    if (!this.before) throw new Error('nothing to undo');
    const { kind, simple, dueOn } = this.before;
    this.dueOn = min(this.dueOn, dueOn >= today ? dueOn : plus(today, 1));
    this.kind = kind;
    this.simple = simple;
    this.before = null;
  }

  private ask(today: string): void {
    const left = this.left();
    this.pauses.push({ from: today, to: plus(today, left), answered: false });
    this.dueOn = plus(this.dueOn, left);
    this.status = 'asked';
  }

  private answer(today: string): void {
    const pause = this.pauses.at(-1);
    if (!pause) throw new Error('nothing asked');
    const to = min(pause.to, today);
    // Weekdays that were waited for in advance and not needed go back.
    const unused = between(to, pause.to);
    const count = between(this.receivedOn, this.dueOn) - unused;
    if (unused > 0) this.dueOn = plus(this.receivedOn, count);
    pause.to = to;
    pause.answered = true;
    this.status = 'open';
  }

  private lengthen(days: number): void {
    this.dueOn = plus(this.dueOn, days);
    this.extra = days;
    this.pending = null;
  }
}
