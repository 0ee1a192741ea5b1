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
import { FreshProof } from './fresh-proof.service';
import { JoinUnitService } from './join-unit.service';
import { ScanSignInService } from './scan-sign-in.service';
import { ScanTicketRepository } from './scan-ticket.repository';
import { SessionActors } from './session-actors';
import { SessionController } from './session.controller';
import { SessionsService } from './sessions.service';
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
  controllers: [AccountController, SessionController],
  providers: [
    AccountDataRepository,
    AccountDataService,
    AccountRepository,
    AccountService,
    CreateAccountService,
    ListPersonasService,
    JoinUnitService,
    OpenSessionService,
    RefreshSessionService,
    FreshProof,
    ScanSignInService,
    ScanTicketRepository,
    SessionActors,
    SessionRepository,
    SessionsService,
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
    FreshProof,
    JoinUnitService,
    AccountDataService,
    AccountService,
    CreateAccountService,
    OpenSessionService,
    ListPersonasService,
    StaffInCharge,
  ],
})
export class AccountModule {}
