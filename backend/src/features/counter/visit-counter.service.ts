import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CounterPlace, endpoints, InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { isDuplicate } from '../../core/db/database-errors';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { PersonalData } from '../../core/personal-data';
import { requireActor } from '../../core/policy/membership';
import { CounterRepository, type FoundPlace } from './counter.repository';

/** Somebody at a counter scans its code: rates the service, or writes to the unit. */
@Injectable()
export class VisitCounterService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly counters: CounterRepository,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'counterRatings',
      read: (ctx, accountId) => this.counters.ofAccount(ctx, accountId),
      erase: (ctx, accountId) => this.counters.forget(ctx, accountId),
    });
  }

  async look(ctx: Ctx, key: string): Promise<CounterPlace> {
    const { name, unit, regionCode, regionName } = await this.placeOf(ctx, key);
    return { key, name, unit, regionCode, regionName };
  }

  async rate(ctx: Ctx, input: InputOf<typeof endpoints.counter.rate>): Promise<{ done: true }> {
    const { accountId } = requireActor(ctx);
    const { id } = await this.placeOf(ctx, input.key);
    const rating = {
      counterId: id,
      accountId,
      day: ctx.clock.today(),
      level: input.level,
      text: input.text || null,
      ratedAt: ctx.clock.now(),
    };
    try {
      await this.uow.run(ctx, (ctx) => this.counters.rate(ctx, rating));
    } catch (error) {
      if (isDuplicate(error)) throw new AppError('COUNTER_RATED');
      throw error;
    }
    return { done: true };
  }

  /** The counter of a code in use, for whoever writes from there. */
  async placeOf(ctx: Ctx, key: string): Promise<FoundPlace> {
    const place = await this.counters.place(ctx, key);
    if (!place) throw new AppError('COUNTER_NOT_FOUND');
    return place;
  }
}
