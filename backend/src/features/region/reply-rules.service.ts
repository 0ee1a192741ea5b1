import { Injectable } from '@nestjs/common';
import {
  addDays,
  defaultReplyRule,
  isChinaDate,
  toChinaIso,
  type endpoints,
  type InputOf,
  type OutputOf,
  type ReplyRuleVersion,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { isDuplicate } from '../../core/db/database-errors';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireMembership } from '../../core/policy/membership';
import { RegionRepository } from './region.repository';
import { RegionService } from './region.service';

type Calls = typeof endpoints.replyRule;

/**
 * The promises of a region. A version is never edited: a new one follows from tomorrow at the earliest, and
 * a message is judged by the version of its day.
 */
@Injectable()
export class ReplyRulesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly repository: RegionRepository,
  ) {}

  async list(ctx: Ctx, input: InputOf<Calls['list']>): Promise<OutputOf<Calls['list']>> {
    const region = await this.regions.byCode(ctx, input.code);
    const today = ctx.clock.today();
    const page = await this.repository.rules(ctx, region.id, today, input);
    const current = (await this.repository.ruleOn(ctx, region.id, today)) ?? defaultReplyRule;
    return { ...page, current };
  }

  async add(ctx: Ctx, input: InputOf<Calls['add']>): Promise<ReplyRuleVersion> {
    const { code, effectiveFrom, source, ...knobs } = input;
    const region = await this.regions.byCode(ctx, code);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    if (!isChinaDate(effectiveFrom)) throw new AppError('DATE_INVALID', { date: effectiveFrom });
    const earliest = addDays(ctx.clock.today(), 1);
    if (effectiveFrom < earliest) throw new AppError('RULE_TOO_EARLY', { earliest });
    const rule = { ...knobs, promisedIn: source };
    const createdAt = ctx.clock.now();
    try {
      return await this.uow.run(ctx, async (ctx) => {
        const stored = { regionId: region.id, effectiveFrom, rule, source, createdAt };
        const id = await this.repository.insertRule(ctx, stored);
        const effectiveUntil = await this.repository.ruleEnd(ctx, region.id, effectiveFrom);
        const row = { id, effectiveFrom, effectiveUntil, rule, source };
        return { ...row, state: 'future' as const, createdAt: toChinaIso(createdAt) };
      });
    } catch (error) {
      if (isDuplicate(error)) throw new AppError('RULE_DATE_TAKEN', { date: effectiveFrom });
      throw error;
    }
  }
}
