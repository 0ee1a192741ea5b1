import { messageKinds, type MessageEventCode, type MessageKind } from '@sunledger/shared-types';
import fc from 'fast-check';
import { AppError } from '../../backend/src/core/errors/app-error';
import { actingAs, type Actor, type Ctx } from '../../backend/src/core/ctx';
import { AskMoreService } from '../../backend/src/features/message/ask-more.service';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { ExtendMessageService } from '../../backend/src/features/message/extend-message.service';
import { FollowMessageService } from '../../backend/src/features/message/follow-message.service';
import { HandOnMessageService } from '../../backend/src/features/message/hand-on-message.service';
import { MarkOverdueService } from '../../backend/src/features/message/mark-overdue.service';
import { ReclassifyMessageService } from '../../backend/src/features/message/reclassify-message.service';
import { SubmitMessageService } from '../../backend/src/features/message/submit-message.service';
import { WithdrawMessageService } from '../../backend/src/features/message/withdraw-message.service';
import { RateReplyService } from '../../backend/src/features/rating/rate-reply.service';
import { DraftReplyService } from '../../backend/src/features/reply/draft-reply.service';
import { ObjectionService } from '../../backend/src/features/reply/objection.service';
import { PublishReplyService } from '../../backend/src/features/reply/publish-reply.service';
import { SendBackReplyService } from '../../backend/src/features/reply/send-back-reply.service';
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
  process.env.LIFE_RUNS ?? SHARE * Math.max(150, 3000 * Number(process.env.TEST_SCALE ?? 0.01)),
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

interface Step extends Choice {
  /** Hours that pass before it. */
  readonly wait: number;
  readonly sweep: boolean;
  /** Takes one of the moves that are allowed now, instead of any. */
  readonly likely: boolean;
  readonly pick: number;
  readonly who: Who;
  readonly move: Move;
}

const steps = fc.array(
  fc.record<Step>({
    wait: fc.constantFrom(0, 0, 0, 1, 5, 14, 24, 30, 72, 200),
    sweep: fc.boolean(),
    likely: fc.constantFrom(true, true, false),
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
  }, 1_200_000);

  async function live(kind: MessageKind, sequence: readonly Step[]): Promise<void> {
    app.clock.set(`${START}T10:00:00+08:00`);
    const author = (await app.given.person()).actor;
    const { id } = await app
      .get(SubmitMessageService)
      .run(as(author), { region: 'yunxi', kind, text: QUESTION, public: true });
    const model = new MessageModel(kind, START);
    const first = await stored(id);
    let wasLate = false;
    tally.sequences += 1;
    for (const step of sequence) {
      app.clock.advance(step.wait * HOUR);
      const today = app.ctx().clock.today();
      model.wake(today);
      if (step.sweep && step.wait > 0) await app.get(MarkOverdueService).run(app.ctx());
      const { move, who } = choose(model, step, today);
      const before = await everything(id);
      const code = await refusalOf(() => make(move, as(actorOf(who, author)), id, step));
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

  /** What the model knows of a row. A pause that has run out is over though nobody has written it down. */
  const factsOf = (row: Record<string, unknown>) => ({
    due: row.due_on,
    kind: row.kind,
    simple: Number(row.simple) === 1,
    unit: row.unit_id,
    result: row.result,
    reclassified: Number(row.reclassified) === 1,
  });

  function expected(model: MessageModel) {
    const units = { first: story.unit.id, second: story.otherUnit.id, office: story.region.office.id };
    const { dueOn: due, kind, simple, result, lengthened: reclassified } = model;
    return { due, kind, simple, unit: units[model.unit], result, reclassified };
  }

  function choose(model: MessageModel, step: Step, today: string): { move: Move; who: Who } {
    if (!step.likely) return step;
    const able = everybody.flatMap((who) =>
      MOVES.filter((move) => move !== 'withdraw' && model.allows(move, who, step, today)).map((move) => ({
        move,
        who,
      })),
    );
    return able[step.pick % Math.max(1, able.length)] ?? step;
  }

  const as = (actor: Actor): Ctx => actingAs(app.ctx(), actor);
  const actorOf = (who: Who, author: Actor): Actor => (who === 'author' ? author : story[who].actor);

  function make(
    move: Move,
    ctx: Ctx,
    id: number,
    { kind, simple, days, unit, pick }: Step,
  ): Promise<unknown> {
    const units = { first: story.unit.id, second: story.otherUnit.id, office: story.region.office.id };
    const note = '按规定办理';
    switch (move) {
      case 'assign':
        return app.get(HandOnMessageService).assign(ctx, id, units[unit], note);
      case 'transfer':
        return app.get(HandOnMessageService).transfer(ctx, id, units[unit], note);
      case 'return':
        return app.get(HandOnMessageService).return(ctx, id, note);
      case 'reply':
        return app.get(DraftReplyService).run(ctx, { id, text: ANSWER });
      case 'decline':
        return app
          .get(DraftReplyService)
          .decline(ctx, { id, reason: 'other', text: note, goTo: '拨打 12345' });
      case 'approve':
        return app.get(PublishReplyService).run(ctx, { id, confirmed: true, makePublic: true });
      case 'sendBack':
        return app.get(SendBackReplyService).run(ctx, { id, note });
      case 'reclassify':
        return app
          .get(ReclassifyMessageService)
          .run(ctx, { id, kind, simple, reason: 'wrongKind', text: note });
      case 'undoReclassify':
        return app.get(ReclassifyMessageService).undo(ctx, { id, note });
      case 'askMore':
        return app.get(AskMoreService).ask(ctx, { id, question: '请问是哪个小区？' });
      case 'supplement':
        return app.get(AskMoreService).answer(ctx, { id, text: '城东新村' });
      case 'extend':
        return app.get(ExtendMessageService).ask(ctx, { id, workingDays: days, note });
      case 'approveExtension':
        return app.get(ExtendMessageService).approve(ctx, { id });
      case 'refuseExtension':
        return app.get(ExtendMessageService).refuse(ctx, { id, note });
      case 'withdraw':
        return app.get(WithdrawMessageService).run(ctx, id);
      case 'rate':
        return app.get(RateReplyService).run(ctx, { id, level: (pick % 5) + 1 });
      case 'followUp':
        return app.get(FollowMessageService).followUp(ctx, { id, text: QUESTION, public: false });
      case 'object':
        return app.get(ObjectionService).object(ctx, { id, text: '我有不同意见' });
      case 'decideObjection':
        return app.get(ObjectionService).decide(ctx, { id, uphold: simple, note });
    }
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
