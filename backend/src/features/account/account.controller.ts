import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { requireActor } from '../../core/policy/membership';
import { meOf } from './account.mapper';
import { ListPersonasService } from './list-personas.service';
import { RefreshSessionService } from './refresh-session.service';
import { SignInDemoService } from './sign-in-demo.service';
import { SignInWechatService } from './sign-in-wechat.service';
import { VerifyPhoneService } from './verify-phone.service';
import { SignOutService } from './sign-out.service';

@Controller()
export class AccountController {
  constructor(
    private readonly signInDemo: SignInDemoService,
    private readonly signInWechat: SignInWechatService,
    private readonly verifyPhone: VerifyPhoneService,
    private readonly listPersonas: ListPersonasService,
    private readonly refreshSession: RefreshSessionService,
    private readonly signOut: SignOutService,
  ) {}

  @Route(endpoints.account.signInDemo)
  demo(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.account.signInDemo>) {
    return this.signInDemo.run(ctx, input.persona);
  }

  @Route(endpoints.account.listPersonas)
  personas(@ContextParam() ctx: Ctx) {
    return this.listPersonas.run(ctx);
  }

  @Route(endpoints.account.signInWechat)
  wechat(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.account.signInWechat>) {
    return this.signInWechat.run(ctx, input.code);
  }

  @Route(endpoints.account.verifyPhone)
  phone(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.account.verifyPhone>) {
    return this.verifyPhone.run(ctx, input.code);
  }

  @Route(endpoints.account.refresh)
  refresh(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.account.refresh>) {
    return this.refreshSession.run(ctx, input.refreshToken);
  }

  @Route(endpoints.account.signOut)
  out(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.account.signOut>) {
    return this.signOut.run(ctx, input.refreshToken);
  }

  @Route(endpoints.account.me)
  me(@ContextParam() ctx: Ctx) {
    return meOf(requireActor(ctx));
  }
}
