import { Injectable } from '@nestjs/common';
import type { MessageDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { ConsentService } from '../consent/consent.service';
import { MessageDesk } from '../message/message-desk.service';
import { MessageWorkflow } from '../message/message.workflow';
import { ShowMessageService } from '../message/show-message.service';
import { PublicAnswer } from './public-answer.service';

/**
 * The author takes the consent to publication back (个人信息保护法 第十五条): the question is out of public view at
 * once, for good, and is handled and answered as before.
 */
@Injectable()
export class WithdrawConsentService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly workflow: MessageWorkflow,
    private readonly answers: PublicAnswer,
    private readonly consents: ConsentService,
    private readonly show: ShowMessageService,
  ) {}

  run(ctx: Ctx, id: number): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.own(ctx, id);
      if (!message.publicWanted) throw new AppError('CONSENT_NOT_GIVEN');
      const shown = message.publicShown;
      await this.workflow.record(
        ctx,
        message,
        { code: 'consentWithdrawn', at: ctx.clock.now(), by: 'author' },
        { publicWanted: false, publicShown: false },
      );
      await this.consents.takeBack(ctx, id, 'publication');
      if (shown) await this.answers.hide(ctx, message);
      return this.show.afterMove(ctx, id, standings);
    });
  }
}
