import { chinaInstant, messageKinds, type MessageEventCode, type MessageKind } from '@sunledger/shared-types';
import fc from 'fast-check';
import { AppError } from '../../backend/src/core/errors/app-error';
import { actingAs, type Actor, type Ctx } from '../../backend/src/core/ctx';
import { ArchiveMessagesService } from '../../backend/src/features/message/archive-messages.service';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { HandOnMessageService } from '../../backend/src/features/message/hand-on-message.service';
import { MessageClock } from '../../backend/src/features/message/run-message-clock.service';
import { SubmitMessageService } from '../../backend/src/features/message/submit-message.service';
import { DraftReplyService } from '../../backend/src/features/reply/draft-reply.service';
import { PublishReplyService } from '../../backend/src/features/reply/publish-reply.service';
import { makeMove, unitsOf } from '../support/message-moves';
import { startApp, type TestApp } from '../support/app';
import { ANSWER, messageStory, QUESTION, type MessageStory } from '../support/given/message.given';
import {
  everybody,
  MessageModel,
  type Choice,
  type Move,
  type Unit,
  type Who,
} from '../support/message-model';

/** Sequences per run, some twenty moves each; MariaDB gets a tenth of them. */
const SHARE = process.env.TEST_DATABASE === 'mariadb' ? 0.1 : 1;
const RUNS = Number(
  process.env.LIFE_RUNS ?? SHARE * Math.max(150, 2000 * Number(process.env.TEST_SCALE ?? 0.01)),
);
/** A Monday before eight weeks without a holiday. */
const START = '2026-07-06';
const HOUR = 3600_000;

const EVENTS: Record<Move, readonly MessageEventCode[]> = {
  assign: ['assigned'],
  transfer: ['transferred'],
  return: ['returned'],
  reply: ['drafted'],
  decline: ['declineDrafted'],
  approve: ['replyPublished', 'declined'],
  sendBack: ['sentBack'],
  edit: ['draftEdited'],
  claim: ['claimed'],
  release: ['released'],
  merge: ['merged'],
  unmerge: ['unmerged'],
  deliver: ['replyPublished'],
  endAsk: ['askEnded'],
  reclassify: ['reclassified'],
  undoReclassify: ['reclassifyUndone'],
  askMore: ['askedMore'],
  supplement: ['supplemented'],
  extend: ['extensionAsked', 'extended'],
  approveExtension: ['extended'],
  refuseExtension: ['extensionRefused'],
  withdraw: ['withdrawn'],
  rate: ['rated'],
  followUp: ['followedUp'],
  object: ['objected'],
  decideObjection: ['objectionUpheld', 'objectionRejected'],
};
const MOVES = Object.keys(EVENTS) as Move[];

/** The instants at which the rule turns: the morning of the due date, its last moment, and the next. */
const turns = {
  dueDay: '09:00:00.000',
  lastMoment: '23:59:59.999',
  midnight: '24:00:00.000',
} as const;

interface Step extends Choice {
  /** Hours that pass before it. */
  readonly wait: number;
  /** It waits for this instant of the due date instead, if that lies ahead. */
  readonly turn: keyof typeof turns | null;
  readonly sweep: boolean;
  /** The other message of the same question gets its answer before this step. */
  readonly answerLeader: boolean;
  /** Takes one of the moves that are allowed now, or one that only the date forbids, instead of any. */
  readonly aim: 'allowed' | 'tooLate' | 'any';
  readonly pick: number;
  readonly who: Who;
  readonly move: Move;
}

const steps = fc.array(
  fc.record<Step>({
    wait: fc.constantFrom(0, 0, 0, 1, 5, 14, 24, 30, 72, 200),
    turn: fc.constantFrom(null, null, null, null, null, 'dueDay', 'lastMoment', 'midnight'),
    sweep: fc.boolean(),
    answerLeader: fc.constantFrom(true, false, false, false),
    aim: fc.constantFrom('allowed', 'allowed', 'allowed', 'tooLate', 'any', 'any'),
    pick: fc.nat(10_000),
    who: fc.constantFrom(...everybody),
    move: fc.constantFrom(...MOVES),
    kind: fc.constantFrom(...messageKinds),
    simple: fc.boolean(),
    days: fc.integer({ min: 1, max: 15 }),
    unit: fc.constantFrom<Unit>('first', 'second', 'office'),
  }),
  { minLength: 12, maxLength: 30, size: 'max' },
);

describe('random moves by random people against a second telling of the rule', () => {
  let app: TestApp;
  let story: MessageStory;
  const tally = { sequences: 0, accepted: 0, refused: 0 };

  beforeAll(async () => {
    app = await startApp({ now: `${START}T10:00:00+08:00` });
    story = await messageStory(app);
  });

  afterAll(() => app.stop());

  it(`holds in ${RUNS} sequences`, async () => {
    const seed = Number(process.env.LIFE_SEED ?? Date.now() % 2 ** 31);
    process.stdout.write(`message model: seed ${seed} (LIFE_SEED repeats it)\n`);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...messageKinds), steps, async (kind, sequence) => {
        await live(kind, sequence);
      }),
      { seed, numRuns: RUNS, endOnFailure: false },
    );
    process.stdout.write(`message model: ${JSON.stringify(tally)}\n`);
    app.clock.set('2027-01-04T10:00:00+08:00');
    const report = await app.get(ChainVerificationService).run(app.ctx());
    expect(report).toMatchObject({ faultCount: 0, firstFault: null });
  }, 3_000_000);

  async function live(kind: MessageKind, sequence: readonly Step[]): Promise<void> {
    app.clock.set(`${START}T10:00:00+08:00`);
    const author = (await app.given.person()).actor;
    const { id } = await app
      .get(SubmitMessageService)
      .run(as(author), { region: 'yunxi', kind, text: QUESTION, public: true });
    const first = await stored(id);
    const model = new MessageModel(kind, START);
    const leaderId = await leaderOf(first);
    let wasLate = false;
    tally.sequences += 1;
    for (const step of sequence) {
      wait(step, model.dueOn);
      const today = app.ctx().clock.today();
      model.wake(today, app.ctx().clock.now().getTime());
      if (step.sweep && (step.wait > 0 || step.turn !== null)) {
        await app.get(MessageClock).run(app.ctx());
        await app.get(ArchiveMessagesService).run(app.ctx());
      }
      if (step.answerLeader && !model.leaderAnswered) {
        model.leaderAnswered = true;
        await answered(leaderId);
      }
      const { move, who } = choose(model, step, today);
      const before = await everything(id);
      const code = await refusalOf(() =>
        makeMove(story, move, as(actorOf(who, author)), { id, leaderId }, step),
      );
      const allowed = model.allows(move, who, step, today);
      const what = `${who} ${move} ${today} ${JSON.stringify(step)}: ${code ?? 'done'}`;
      if (allowed !== (code === null)) throw new Error(`${what}, the rule says ${allowed ? 'yes' : 'no'}`);
      if (code === null) {
        model.make(move, who, step, today);
        tally.accepted += 1;
        const [event] = await sql(
          'SELECT code FROM message_event WHERE message_id = ? ORDER BY seq DESC LIMIT 1',
          id,
        );
        expect(EVENTS[move]).toContain(event?.code);
      } else {
        tally.refused += 1;
        expect(await everything(id)).toEqual(before);
      }
      const row = await stored(id);
      expect({ what, ...factsOf(row) }).toEqual({ what, ...expected(model) });
      expect([row.received_at, row.text, row.number]).toEqual([first.received_at, first.text, first.number]);
      wasLate ||= row.overdue_on !== null;
      if (wasLate) expect(row.result).not.toBe('onTime');
    }
  }

  function wait({ wait: hours, turn }: Step, dueOn: string): void {
    const at = turn === null ? 0 : chinaInstant(dueOn, '00:00').getTime() + millisecondsOf(turns[turn]);
    if (at > app.clock.now().getTime()) app.clock.set(new Date(at).toISOString());
    else app.clock.advance(hours * HOUR);
  }

  /** What the model knows of a row. A pause that has run out is over though nobody has written it down. */
  const factsOf = (row: Record<string, unknown>) => ({
    due: row.due_on,
    kind: row.kind,
    simple: Number(row.simple) === 1,
    unit: row.unit_id,
    result: row.result,
    reclassified: Number(row.reclassified) === 1,
    merged: row.merged_into !== null,
    claimedBy: row.claimed_by,
  });

  function expected(model: MessageModel) {
    const units = unitsOf(story);
    const { dueOn: due, kind, simple, result, lengthened: reclassified } = model;
    const claimer = model.claim && actorOf(model.claim.by, story.citizen.actor);
    const { merged } = model;
    const claimedBy = claimer?.accountId ?? null;
    return { due, kind, simple, unit: units[model.unit], result, reclassified, merged, claimedBy };
  }

  function choose(model: MessageModel, step: Step, today: string): { move: Move; who: Who } {
    if (step.aim === 'any') return step;
    const on = (day: string, move: Move, who: Who): boolean => model.allows(move, who, step, day);
    const wanted = (move: Move, who: Who): boolean =>
      step.aim === 'allowed'
        ? move !== 'withdraw' && on(today, move, who)
        : on(START, move, who) && !on(today, move, who);
    const able = everybody.flatMap((who) =>
      MOVES.filter((move) => wanted(move, who)).map((move) => ({ move, who })),
    );
    return able[step.pick % Math.max(1, able.length)] ?? step;
  }

  const as = (actor: Actor): Ctx => actingAs(app.ctx(), actor);
  const actorOf = (who: Who, author: Actor): Actor => (who === 'author' ? author : story[who].actor);

  /** The message of the same question that others may be merged into: with the first unit. */
  async function leaderOf(row: Record<string, unknown>): Promise<number> {
    const { id } = await app.get(SubmitMessageService).run(as((await app.given.person()).actor), {
      region: 'yunxi',
      kind: row.kind as MessageKind,
      text: QUESTION,
      public: true,
    });
    await app.get(HandOnMessageService).assign(as(story.office.actor), id, story.unit.id, undefined);
    return id;
  }

  async function answered(id: number): Promise<void> {
    await app.get(DraftReplyService).run(as(story.handler.actor), { id, text: ANSWER });
    await app
      .get(PublishReplyService)
      .run(as(story.reviewer.actor), { id, confirmed: true, makePublic: true });
  }

  const sql = (text: string, id: number): Promise<Record<string, unknown>[]> =>
    app.database.dataSource.query(text, [id]);
  const stored = async (id: number): Promise<Record<string, unknown>> =>
    (await sql('SELECT * FROM message WHERE id = ?', id))[0] ?? {};

  /** The message and what hangs on it: a refused move leaves all of it as it was. */
  async function everything(id: number): Promise<unknown> {
    const counts: unknown[] = [];
    for (const table of ['message_event', 'message_note', 'reply', 'rating']) {
      counts.push(await sql(`SELECT COUNT(*) AS n FROM ${table} WHERE message_id = ?`, id));
    }
    const children = await sql('SELECT COUNT(*) AS n FROM message WHERE parent_id = ?', id);
    const replies = await sql('SELECT status, reviewer_id FROM reply WHERE message_id = ? ORDER BY id', id);
    return [await stored(id), counts, children, replies];
  }
});

/** `HH:mm:ss.SSS` of a day in milliseconds. */
function millisecondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
}

/** The code of a refusal; anything else is a fault. */
async function refusalOf(call: () => Promise<unknown>): Promise<string | null> {
  try {
    await call();
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'INTERNAL') return error.code;
    throw error;
  }
}
