import { Inject, Injectable } from '@nestjs/common';
import type { Me } from '@sunledger/shared-types';
import { WechatGateway } from '../../adapters/wechat';
import { CONFIG, type Config } from '../../config/config';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { sealField } from '../../core/field-cipher';
import { requireActor } from '../../core/policy/membership';
import { meOf } from './account.mapper';
import { AccountRepository } from './account.repository';
import { SessionActors } from './session-actors';
import { ACCOUNT_PHONE_LABEL } from './subject-hash';
import { refusalOfWechat } from './wechat-refusal';

/** 后台实名: WeChat tells the number that the person lets us have; it is stored sealed and shown to nobody. */
@Injectable()
export class VerifyPhoneService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly wechat: WechatGateway,
    private readonly accounts: AccountRepository,
    private readonly actors: SessionActors,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(ctx: Ctx, code: string): Promise<Me> {
    const actor = requireActor(ctx);
    if (!this.wechat.enabled) throw new AppError('NOT_FOUND');
    const phone = await this.numberOf(code);
    const sealed = sealField(this.config.fieldKey, ACCOUNT_PHONE_LABEL, phone);
    await this.uow.run(ctx, (ctx) => this.accounts.setPhone(ctx, actor.accountId, sealed, ctx.clock.now()));
    this.actors.forgetAccount(actor.accountId);
    return meOf({ ...actor, phoneVerified: true });
  }

  private async numberOf(code: string): Promise<string> {
    try {
      return await this.wechat.phoneNumber(code);
    } catch (error) {
      throw refusalOfWechat(error);
    }
  }
}
