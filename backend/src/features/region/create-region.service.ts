import { Injectable } from '@nestjs/common';
import type { ReplyRule } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import type { RegionSettings } from './region.entity';
import type { Region } from './region.mapper';
import { RegionRepository, type StoredOverride } from './region.repository';

export interface NewRegion {
  code: string;
  name: string;
  kind: string;
  filingNumber?: string | null;
  settings?: Partial<RegionSettings>;
  replyRule?: NewReplyRule;
}

export interface NewReplyRule {
  rule: ReplyRule;
  /** The document that makes the promise. */
  source: string | null;
  /** `YYYY-MM-DD`. */
  effectiveFrom: string;
}

export interface NewOverride {
  /** `YYYY-MM-DD`. */
  day: string;
  working: boolean;
  decision: string;
}

/** An own day that was set, and whether it was not taken back since. */
export interface OwnDay extends StoredOverride {
  readonly counts: boolean;
}

const isSet = (turns: number): boolean => turns % 2 === 1;

const DEFAULT_SETTINGS: RegionSettings = { requireVerifiedPhone: true };

/** Makes regions, their reply rules and their own days; for demo data and administration. */
@Injectable()
export class CreateRegionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionRepository,
  ) {}

  async run(ctx: Ctx, region: NewRegion): Promise<Region> {
    const settings = { ...DEFAULT_SETTINGS, ...region.settings };
    const stored = {
      code: region.code,
      name: region.name,
      kind: region.kind,
      filingNumber: region.filingNumber ?? null,
      settings,
    };
    return this.uow.run(ctx, async (ctx) => {
      const id = await this.regions.insert(ctx, { ...stored, createdAt: ctx.clock.now() });
      if (region.replyRule) await this.addReplyRule(ctx, id, region.replyRule);
      return { id, ...stored };
    });
  }

  async addReplyRule(ctx: Ctx, regionId: number, rule: NewReplyRule): Promise<void> {
    await this.uow.run(ctx, async (ctx) => {
      await this.regions.insertRule(ctx, { regionId, ...rule, createdAt: ctx.clock.now() });
    });
  }

  /** Gives its id; a day that is set already is refused by the database, whoever was first. */
  async addCalendarOverride(ctx: Ctx, regionId: number, override: NewOverride): Promise<number> {
    return this.uow.run(ctx, async (ctx) => {
      const turns = await this.regions.overrideTurns(ctx, regionId, override.day);
      return this.insertOverride(ctx, regionId, override, isSet(turns) ? turns : turns + 1);
    });
  }

  /** An own day by its id, and whether it still counts; null when there is none. */
  async calendarOverride(ctx: Ctx, regionId: number, id: number): Promise<OwnDay | null> {
    const stored = await this.regions.override(ctx, regionId, id);
    if (!stored || !isSet(stored.turn)) return null;
    const turns = await this.regions.overrideTurns(ctx, regionId, stored.day);
    return { ...stored, counts: turns === stored.turn };
  }

  /** Takes an own day back and gives the id of that turn; refused by the database when it was done already. */
  async takeBackOverride(ctx: Ctx, regionId: number, taken: OwnDay, reason: string): Promise<number> {
    const { day, working, turn } = taken;
    return this.uow.run(ctx, (ctx) =>
      this.insertOverride(ctx, regionId, { day, working, decision: reason }, turn + 1),
    );
  }

  private insertOverride(ctx: Ctx, regionId: number, override: NewOverride, turn: number): Promise<number> {
    const createdBy = ctx.actor?.accountId ?? null;
    return this.regions.insertOverride(ctx, {
      regionId,
      ...override,
      turn,
      createdAt: ctx.clock.now(),
      createdBy,
    });
  }
}
