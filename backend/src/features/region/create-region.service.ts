import { Injectable } from '@nestjs/common';
import type { ReplyRule } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import type { RegionSettings } from './region.entity';
import type { Region } from './region.mapper';
import { RegionRepository } from './region.repository';

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

  /** Gives its id. */
  async addCalendarOverride(ctx: Ctx, regionId: number, override: NewOverride): Promise<number> {
    const createdBy = ctx.actor?.accountId ?? null;
    return this.uow.run(ctx, (ctx) =>
      this.regions.insertOverride(ctx, { regionId, ...override, createdAt: ctx.clock.now(), createdBy }),
    );
  }
}
