import { Injectable } from '@nestjs/common';
import { errorText, type endpoints, type InputOf, type OutputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { requireMembership } from '../../core/policy/membership';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import { HandOnMessageService } from './hand-on-message.service';

type Endpoint = typeof endpoints.message.assignMany;
type Outcome = OutputOf<Endpoint>['items'][number];

/**
 * 批量交办: each message is its own move with its own refusal. A refusal comes before anything is written, so
 * that the others stand even where all of them share one transaction (a call with an Idempotency-Key).
 */
@Injectable()
export class AssignManyService {
  constructor(
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly handOn: HandOnMessageService,
  ) {}

  async run(ctx: Ctx, input: InputOf<Endpoint>): Promise<OutputOf<Endpoint>> {
    const region = await this.regions.byCode(ctx, input.code);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    const unit = await this.units.byId(ctx, region.id, input.unitId);
    if (unit.kind === 'collective') throw new AppError('UNIT_NOT_FOUND');
    const items: Outcome[] = [];
    for (const id of new Set(input.ids)) {
      items.push(await this.one(ctx, region.id, id, input.unitId, input.note));
    }
    return { items };
  }

  private async one(
    ctx: Ctx,
    regionId: number,
    id: number,
    unitId: number,
    note: string | undefined,
  ): Promise<Outcome> {
    try {
      const { number } = await this.handOn.assignIn(ctx, regionId, id, unitId, note);
      return { id, number, done: true, code: null, message: null };
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'INTERNAL') throw error;
      const { code, params } = error;
      return { id, number: null, done: false, code, message: errorText(code, params) };
    }
  }
}
