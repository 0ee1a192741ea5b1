import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { Outbox } from '../../core/outbox/outbox';
import { StaffInCharge } from '../account/staff-in-charge.service';
import { DeputyService } from '../deputy/deputy.service';
import { UnitService } from '../unit/unit.service';
import { audiencesOf, digested, wordsOf, type Audience, type DraftNote } from './mark-notes';
import { MessageMarkRepository, type WaitingMark } from './message-mark.repository';
import { makesSense } from './reminder-plan';

/** Marks told at once: whoever gets many notes out of these gets one. */
const BATCH = 5000;
/** Notes in one order to the outbox. */
const CHUNK = 100;

/** After so many rounds that others were quicker with, the rest is theirs. */
const MOST_MISSES = 5;

/** Another server told these marks in the same moment: what is left is read again. */
class ToldElsewhere extends Error {}

/**
 * Tells people of the marks that the sweep left, region by region: drops what makes no sense any more, and
 * gathers the rest by person. The marks end in the same unit of work in which the notes are ordered.
 */
@Injectable()
export class TellMarksService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly marks: MessageMarkRepository,
    private readonly staff: StaffInCharge,
    private readonly deputies: DeputyService,
    private readonly units: UnitService,
  ) {}

  async run(ctx: Ctx): Promise<void> {
    const regionIds = await this.marks.waitingRegions(ctx, ctx.clock.now());
    // Servers that look at the same moment begin at different ones.
    const first = Math.floor(Math.random() * regionIds.length);
    for (const regionId of [...regionIds.slice(first), ...regionIds.slice(0, first)]) {
      for (let misses = 0; misses < MOST_MISSES;) {
        const ended = await this.tell(ctx, regionId);
        if (ended === 'elsewhere') misses += 1;
        else if (ended < BATCH) break;
      }
    }
  }

  /** @returns how many marks ended */
  private async tell(ctx: Ctx, regionId: number): Promise<number | 'elsewhere'> {
    try {
      return await this.uow.run(ctx, (ctx) => this.tellWaiting(ctx, regionId));
    } catch (error) {
      if (error instanceof ToldElsewhere) return 'elsewhere';
      throw error;
    }
  }

  private async tellWaiting(ctx: CtxInTx, regionId: number): Promise<number> {
    const now = ctx.clock.now();
    const waiting = await this.marks.waiting(ctx, regionId, now, BATCH);
    const sensible = waiting.filter((mark) => makesSense(mark, mark.message, now));
    const kept = new Set(sensible.map(({ id }) => id));
    const dropped = waiting.map(({ id }) => id).filter((id) => !kept.has(id));
    const ended =
      (await this.marks.end(ctx, [...kept], 'told', now)) +
      (await this.marks.end(ctx, dropped, 'dropped', null));
    if (ended < waiting.length) throw new ToldElsewhere();
    await this.order(ctx, regionId, sensible);
    return waiting.length;
  }

  private async order(ctx: CtxInTx, regionId: number, marks: readonly WaitingMark[]): Promise<void> {
    const notes = digested(await this.drafts(ctx, regionId, marks), regionId);
    const first = marks[0]?.id ?? 0;
    const starts = Array.from({ length: Math.ceil(notes.length / CHUNK) }, (_, at) => at * CHUNK);
    const orders = starts.map((from) => ({
      topic: 'notes',
      payload: { regionId, notes: notes.slice(from, from + CHUNK) },
      dedupeKey: `marks:${first}:${from}`,
    }));
    await this.outbox.add(ctx, ...orders);
  }

  private async drafts(ctx: Ctx, regionId: number, marks: readonly WaitingMark[]): Promise<DraftNote[]> {
    const units = await this.units.byIds(ctx, [...new Set(marks.map((mark) => mark.message.unitId))]);
    const inCharge = this.inChargeOnce(ctx, regionId);
    const drafts: DraftNote[] = [];
    for (const mark of marks) {
      const unitName = units.get(mark.message.unitId)?.name ?? '承办单位';
      for (const audience of audiencesOf(mark)) {
        for (const accountId of await inCharge(mark, audience)) {
          drafts.push({
            accountId,
            audience,
            kind: mark.kind,
            ...wordsOf(mark, audience, unitName),
            target: { kind: 'message', id: mark.messageId },
            key: `mark:${mark.id}`,
          });
        }
      }
    }
    return drafts;
  }

  /** The people of a unit and level, looked up once: many marks are of few units. */
  private inChargeOnce(
    ctx: Ctx,
    regionId: number,
  ): (mark: WaitingMark, audience: Audience) => Promise<readonly number[]> {
    const found = new Map<string, Promise<readonly number[]>>();
    return async ({ message: { unitId, authorId } }, audience) => {
      if (audience === 'author') return [authorId];
      const key = `${audience} ${unitId}`;
      const people = found.get(key) ?? this.inCharge(ctx, audience, { regionId, unitId });
      found.set(key, people);
      // Nobody handles a message they wrote: then the next level that has somebody else is told.
      return (await people).includes(authorId)
        ? this.inCharge(ctx, audience, { regionId, unitId, without: authorId })
        : people;
    };
  }

  /** With those who stand in for them today. */
  private async inCharge(
    ctx: Ctx,
    audience: Exclude<Audience, 'author'>,
    where: { regionId: number; unitId: number; without?: number },
  ): Promise<readonly number[]> {
    const people = await this.staff.of(ctx, audience, where);
    const told = await this.deputies.withDeputies(ctx, people, where.unitId);
    return told.filter((accountId) => accountId !== where.without);
  }
}
