import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable, Logger } from '@nestjs/common';
import { systemNow } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { traceOf } from '../../core/errors/trace';
import { DeadlineService } from '../deadline/deadline.service';
import type { Message } from './message';
import { markKey, MessageMarkRepository, type NewMark } from './message-mark.repository';
import { MessageWorkflow } from './message.workflow';
import { planOf, tellAt, type PlannedMark, type Terms } from './reminder-plan';
import { ReviseDueService } from './revise-due.service';
import { SweepRepository, type SweepLease } from './sweep.repository';

/** Messages of one unit of work: few enough that nobody waits long for one of them. */
const BATCH = 200;
/** Servers that look at the same moment take one of so many batches. */
const SEEN = 5 * BATCH;
/** Far longer than a batch takes; a server that dies with one leaves it to the others after that. */
const LEASE_MS = 60_000;
/** A message whose later date is on its way is looked at again after this. */
const RECOUNT_MS = 60_000;
/** After so many batches that others were quicker with, the rest is theirs. */
const MOST_MISSES = 5;

/**
 * Looks at every message whose stored time has come: writes down what time has done to it, stores the marks
 * that are due, and when to look next. It may run late, twice, or on several servers: a claim makes it one
 * server's work, and the unique key of a mark makes it happen once.
 */
@Injectable()
export class SweepMessagesService {
  private readonly logger = new Logger('message-clock');
  private readonly owner = `${hostname().slice(0, 20)}-${randomUUID().slice(0, 12)}`;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly sweeps: SweepRepository,
    private readonly marks: MessageMarkRepository,
    private readonly deadlines: DeadlineService,
    private readonly workflow: MessageWorkflow,
    private readonly revisions: ReviseDueService,
  ) {}

  /** @returns how many messages it looked at */
  async run(ctx: Ctx): Promise<number> {
    let looked = 0;
    for (let misses = 0; misses < MOST_MISSES;) {
      const due = await this.sweeps.dueIds(ctx, ctx.clock.now(), new Date(systemNow()), SEEN);
      if (due.length === 0) break;
      const lease: SweepLease = { owner: this.owner, until: new Date(systemNow() + LEASE_MS) };
      const ids = await this.claim(ctx, someOf(due), lease);
      if (ids.length === 0) misses += 1;
      await this.work(ctx, ids, lease);
      looked += ids.length;
    }
    return looked;
  }

  private claim(ctx: Ctx, ids: readonly number[], lease: SweepLease): Promise<number[]> {
    return this.uow.run(ctx, (ctx) =>
      this.sweeps.claim(ctx, ids, lease, ctx.clock.now(), new Date(systemNow())),
    );
  }

  /** All at once; when one of them cannot be done, each alone. */
  private async work(ctx: Ctx, ids: readonly number[], lease: SweepLease): Promise<void> {
    if (ids.length === 0) return;
    try {
      await this.uow.run(ctx, (ctx) => this.look(ctx, ids, lease));
    } catch (error) {
      if (ids.length > 1) for (const id of ids) await this.work(ctx, [id], lease);
      // Somebody moved it in this moment, and so it is looked at again. What else fails keeps its lease,
      // stands in nobody's way, and is tried again when that is over.
      else if (!(error instanceof AppError && error.code === 'MESSAGE_CHANGED'))
        this.logger.error({ message: ids[0], ...traceOf(error) });
    }
  }

  private async look(ctx: CtxInTx, ids: readonly number[], lease: SweepLease): Promise<void> {
    const now = ctx.clock.now();
    const messages = await this.sweeps.claimed(ctx, ids, lease);
    const known = await this.marks.known(ctx, ids);
    const termsOf = this.termsOnce(ctx);
    const again = new Map<number | null, number[]>();
    const lookAgain = (message: Message, at: Date | null): void => {
      const ids = again.get(at?.getTime() ?? null);
      if (ids) ids.push(message.id);
      else again.set(at?.getTime() ?? null, [message.id]);
    };
    const judged = new Map<Message, Terms>();
    for (const message of messages) {
      const terms = await termsOf(message);
      if (await this.waitsForRecount(ctx, message, terms, now))
        lookAgain(message, new Date(now.getTime() + RECOUNT_MS));
      else judged.set(message, terms);
    }
    const plans = new Map<Message, PlannedMark[]>();
    const next = (message: Message): Date | null => {
      const terms = judged.get(message);
      const plan = terms ? planOf(message, terms) : [];
      plans.set(message, plan);
      return plan.find(({ at }) => at > now)?.at ?? null;
    };
    const passed = await this.workflow.markPassedTime(ctx, [...judged.keys()], next);
    const fresh: NewMark[] = [];
    for (const [message, terms] of judged) {
      if (!passed.has(message.id)) lookAgain(message, next(message));
      for (const mark of plans.get(message) ?? []) {
        if (mark.at > now || known.get(message.id)?.has(markKey(mark.kind, mark.day))) continue;
        const { id: messageId, regionId } = message;
        fresh.push({ ...mark, messageId, regionId, tellAt: tellAt(mark.kind, now, terms) });
      }
    }
    await this.marks.insert(ctx, fresh, now);
    for (const [at, ids] of again)
      await this.sweeps.release(ctx, ids, lease, at === null ? null : new Date(at));
  }

  /** A later date waits for the recount: the day is not marked meanwhile. */
  private async waitsForRecount(ctx: Ctx, message: Message, terms: Terms, now: Date): Promise<boolean> {
    if (now < message.dueAt || message.overdueMarkedAt !== null) return false;
    const outcome = await this.revisions.preview(ctx, message.regionId, message, terms.calendar);
    return outcome.kind === 'later';
  }

  /** The hours and days of each region and rule, read once a batch. */
  private termsOnce(ctx: Ctx): (message: Message) => Promise<Terms> {
    const read = new Map<string, Promise<Terms>>();
    return ({ regionId, ruleId }) => {
      const key = `${regionId} ${ruleId ?? ''}`;
      const terms = read.get(key) ?? this.deadlines.termsOf(ctx, regionId, ruleId);
      read.set(key, terms);
      return terms;
    };
  }
}

/** One of the batches that are due: servers that look at the same moment seldom take the same. */
function someOf(due: readonly number[]): number[] {
  const from = Math.floor(Math.random() * Math.ceil(due.length / BATCH)) * BATCH;
  return due.slice(from, from + BATCH);
}
