import { Injectable, Logger } from '@nestjs/common';
import type { Delivery } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { DeadLetters } from '../../core/outbox/dead-letters';
import { requireActor } from '../../core/policy/membership';
import { deliveryOf } from './delivery.mapper';

/** A dead letter is tried anew; one of unknown outcome never is (reply-rule, “Enforced means”). */
@Injectable()
export class ReplayDeliveryService {
  private readonly logger = new Logger('outbox');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly letters: DeadLetters,
  ) {}

  run(ctx: Ctx, id: number): Promise<Delivery> {
    const { accountId } = requireActor(ctx);
    return this.uow.run(ctx, async (ctx) => {
      const order = await this.letters.find(ctx, id);
      if (!order) throw new AppError('DELIVERY_NOT_FOUND');
      if (order.state === 'unknown') throw new AppError('DELIVERY_UNKNOWN');
      if (!(await this.letters.replay(ctx, id, accountId))) throw new AppError('DELIVERY_NOT_DEAD');
      this.logger.log({ order: id, topic: order.topic, replayedBy: accountId });
      return deliveryOf((await this.letters.find(ctx, id)) ?? order);
    });
  }
}
