import { Global, Module } from '@nestjs/common';
import { ActorSource } from '../../core/http/actor-source';
import { AccountController } from './account.controller';
import { AccountDataRepository } from './account-data.repository';
import { AccountDataService } from './account-data.service';
import { AccountRepository } from './account.repository';
import { AccountService } from './account.service';
import { CreateAccountService } from './create-account.service';
import { ListPersonasService } from './list-personas.service';
import { OpenSessionService } from './open-session.service';
import { RefreshSessionService } from './refresh-session.service';
import { SessionActors } from './session-actors';
import { SessionRepository } from './session.repository';
import { SessionTokens } from './session-tokens';
import { SessionRetention } from './session-retention';
import { SignInDemoService } from './sign-in-demo.service';
import { SignInWechatService } from './sign-in-wechat.service';
import { VerifyPhoneService } from './verify-phone.service';
import { SignOutService } from './sign-out.service';
import { StaffInCharge } from './staff-in-charge.service';

/** Global because the guard of every route asks it who is there. */
@Global()
@Module({
  controllers: [AccountController],
  providers: [
    AccountDataRepository,
    AccountDataService,
    AccountRepository,
    AccountService,
    CreateAccountService,
    ListPersonasService,
    OpenSessionService,
    RefreshSessionService,
    SessionActors,
    SessionRepository,
    SessionTokens,
    SessionRetention,
    SignInDemoService,
    SignInWechatService,
    SignOutService,
    VerifyPhoneService,
    StaffInCharge,
    { provide: ActorSource, useExisting: SessionActors },
  ],
  exports: [
    ActorSource,
    AccountDataService,
    AccountService,
    CreateAccountService,
    OpenSessionService,
    ListPersonasService,
    StaffInCharge,
  ],
})
export class AccountModule {}
