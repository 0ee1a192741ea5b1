import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  COUNTER_PAGE,
  type Counter,
  type endpoints,
  type InputOf,
  type OutputOf,
} from '@sunledger/shared-types';
import { ProgramCodes } from '../../adapters/wechat';
import { CONFIG, type Config } from '../../config/config';
import type { Ctx } from '../../core/ctx';
import { isDuplicate } from '../../core/db/database-errors';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireActor, requireMembership } from '../../core/policy/membership';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import { CounterRepository } from './counter.repository';

type Endpoints = typeof endpoints.counter;

/** No signs that look alike on a printed card; 10 of 31 are 49 bits, and nothing is secret behind them. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const KEY_LENGTH = 10;
/** Pixels of a printed code, see getwxacodeunlimit: 280 to 1280. */
const PRINT_WIDTH = 860;

/** The office registers the counters of its region and prints their codes. */
@Injectable()
export class ManageCountersService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly codes: ProgramCodes,
    private readonly counters: CounterRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(ctx: Ctx, input: InputOf<Endpoints['list']>): Promise<OutputOf<Endpoints['list']>> {
    return this.counters.list(ctx, await this.regionFor(ctx, input.code), input);
  }

  async create(ctx: Ctx, input: InputOf<Endpoints['create']>): Promise<Counter> {
    const regionId = await this.regionFor(ctx, input.code);
    const unit = await this.units.byId(ctx, regionId, input.unitId);
    if (unit.kind === 'collective') throw new AppError('UNIT_NOT_FOUND');
    const scene = Array.from({ length: KEY_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
    try {
      return await this.uow.run(ctx, async (ctx) => {
        const id = await this.counters.insert(ctx, {
          regionId,
          unitId: unit.id,
          name: input.name,
          scene,
          createdBy: requireActor(ctx).accountId,
          createdAt: ctx.clock.now(),
        });
        return this.found(ctx, regionId, id);
      });
    } catch (error) {
      if (isDuplicate(error)) throw new AppError('COUNTER_EXISTS', { name: input.name });
      throw error;
    }
  }

  async close(ctx: Ctx, input: InputOf<Endpoints['close']>): Promise<Counter> {
    const regionId = await this.regionFor(ctx, input.code);
    return this.uow.run(ctx, async (ctx) => {
      const { id } = await this.found(ctx, regionId, input.id);
      await this.counters.close(ctx, id, ctx.clock.now());
      return this.found(ctx, regionId, id);
    });
  }

  async picture(ctx: Ctx, input: InputOf<Endpoints['picture']>): Promise<OutputOf<Endpoints['picture']>> {
    const { key } = await this.found(ctx, await this.regionFor(ctx, input.code), input.id);
    const web = this.config.publicUrl?.replace(/\/$/, '') ?? '';
    return {
      image: await this.codes.picture(key, COUNTER_PAGE, PRINT_WIDTH),
      address: `${web}/${COUNTER_PAGE}?scene=${key}`,
    };
  }

  async ratings(ctx: Ctx, input: InputOf<Endpoints['ratings']>): Promise<OutputOf<Endpoints['ratings']>> {
    const { id } = await this.found(ctx, await this.regionFor(ctx, input.code), input.id);
    return this.counters.ratings(ctx, id, input);
  }

  private async found(ctx: Ctx, regionId: number, id: number): Promise<Counter> {
    const counter = await this.counters.find(ctx, regionId, id);
    if (!counter) throw new AppError('COUNTER_NOT_FOUND');
    return counter;
  }

  private async regionFor(ctx: Ctx, code: string): Promise<number> {
    const { id } = await this.regions.byCode(ctx, code);
    requireMembership(ctx, { regionId: id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    return id;
  }
}
