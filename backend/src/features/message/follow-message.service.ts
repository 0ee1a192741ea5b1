import { Injectable } from '@nestjs/common';
import {
  ratingWords,
  type endpoints,
  type InputOf,
  type MessageDetail,
  type RatingLevel,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { ConsentService } from '../consent/consent.service';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import type { Message } from './message';
import { MessageDesk } from './message-desk.service';
import { MessageWorkflow } from './message.workflow';
import { ReceiveMessage } from './receive-message.service';
import { holdsIdentityNumber } from './secret-marks';
import { ShowMessageService } from './show-message.service';

/**
 * What comes after an answer is a message of its own with its own clock, in the unit that answered; the
 * answered one keeps its result (reply-rule, Which clock).
 */
@Injectable()
export class FollowMessageService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly desk: MessageDesk,
    private readonly workflow: MessageWorkflow,
    private readonly receive: ReceiveMessage,
    private readonly show: ShowMessageService,
    private readonly consents: ConsentService,
  ) {}

  /** 追问: one further question on an answer; gives the new message. */
  followUp(ctx: Ctx, input: InputOf<typeof endpoints.message.followUp>): Promise<MessageDetail> {
    if (holdsIdentityNumber(input.text)) throw new AppError('MESSAGE_SECRET_MARK');
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'followUp');
      const { id, number } = await this.after(ctx, message, 'followUp', input.text, input.public);
      if (input.public) {
        const given = { accountId: message.authorId, regionId: message.regionId, messageId: id };
        await this.consents.give(ctx, given, ['publication']);
      }
      await this.workflow.move(ctx, message, 'followUp', {
        event: { code: 'followedUp', at: ctx.clock.now(), by: 'author', facts: { followUp: number } },
      });
      return this.show.afterMove(ctx, id, standings);
    });
  }

  /** 整改: what a rating of the lowest two levels opens; gives its receipt number. */
  async rework(
    ctx: CtxInTx,
    message: Message,
    level: RatingLevel,
    words: string | undefined,
  ): Promise<string> {
    const text = `对留言 ${message.number} 的答复评价为“${ratingWords[level]}”，请整改${words ? `：${words}` : '。'}`;
    return (await this.after(ctx, message, 'rework', text, false)).number;
  }

  /** 重新办理: an objection was upheld; the question is asked again on its own clock. */
  async reopen(ctx: CtxInTx, message: Message): Promise<string> {
    if (message.text === null) throw new AppError('MESSAGE_ERASED');
    return (await this.after(ctx, message, 'reopened', message.text, message.publicWanted)).number;
  }

  private async after(
    ctx: CtxInTx,
    message: Message,
    origin: 'followUp' | 'rework' | 'reopened',
    text: string,
    publicWanted: boolean,
  ): Promise<{ id: number; number: string }> {
    const { id: parentId, kind, taskId, unitId, authorId, contactName, contactPhone } = message;
    const region = await this.regions.byId(ctx, message.regionId);
    const officeId = (await this.units.officeOf(ctx, region.id)).id;
    const same = { kind, taskId, unitId, authorId, contactName, contactPhone };
    return this.receive.run(ctx, { ...same, region, officeId, parentId, origin, text, publicWanted });
  }
}
