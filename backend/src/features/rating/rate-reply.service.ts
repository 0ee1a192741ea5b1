import { Injectable } from '@nestjs/common';
import {
  REWORK_LEVEL,
  type endpoints,
  type InputOf,
  type MessageDetail,
  type RatingLevel,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { FollowMessageService } from '../message/follow-message.service';
import { MessageDesk } from '../message/message-desk.service';
import { salted } from '../message/message-texts';
import { MessageWorkflow } from '../message/message.workflow';
import { ShowMessageService } from '../message/show-message.service';
import { RatingRepository } from './rating.repository';

/** 好差评: the author rates the answer, once; the lowest two levels open a rework. */
@Injectable()
export class RateReplyService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly workflow: MessageWorkflow,
    private readonly follow: FollowMessageService,
    private readonly ratings: RatingRepository,
    private readonly show: ShowMessageService,
  ) {}

  run(ctx: Ctx, input: InputOf<typeof endpoints.message.rate>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'rate');
      const { regionId, id: messageId, replyId } = message;
      if (replyId === null) throw new AppError('REPLY_NOT_FOUND');
      const at = ctx.clock.now();
      const text = input.text ? salted(input.text) : null;
      const rating = { regionId, messageId, replyId, level: input.level, ratedAt: at };
      const stored = await this.ratings.insert(ctx, {
        ...rating,
        text: text?.text ?? null,
        textSalt: text?.salt ?? null,
      });
      if (!stored) throw new AppError('RATING_EXISTS');
      // A rework that is rated badly again is not reworked a second time; the figures show both ratings.
      const rework =
        input.level <= REWORK_LEVEL && message.origin !== 'rework'
          ? await this.follow.rework(ctx, message, input.level as RatingLevel, input.text)
          : null;
      await this.workflow.move(ctx, message, 'rate', {
        event: {
          code: 'rated',
          at,
          by: 'author',
          facts: { level: input.level, ...(rework === null ? {} : { rework }) },
          digest: text?.digest ?? null,
        },
      });
      return this.show.afterMove(ctx, messageId, standings);
    });
  }
}
