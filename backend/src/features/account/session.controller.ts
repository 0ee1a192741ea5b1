import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ScanSignInService } from './scan-sign-in.service';
import { SessionsService } from './sessions.service';

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly scan: ScanSignInService,
  ) {}

  @Route(endpoints.session.list)
  list(@ContextParam() ctx: Ctx) {
    return this.sessions.list(ctx);
  }

  @Route(endpoints.session.end)
  end(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.session.end>) {
    return this.sessions.end(ctx, input.id);
  }

  @Route(endpoints.session.endOthers)
  endOthers(@ContextParam() ctx: Ctx) {
    return this.sessions.endOthers(ctx);
  }

  @Route(endpoints.session.confirm)
  confirm(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.session.confirm>) {
    return this.sessions.confirm(ctx, input);
  }

  @Route(endpoints.session.openScan)
  openScan(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.session.openScan>) {
    return this.scan.open(ctx, input.purpose);
  }

  @Route(endpoints.session.claimScan)
  claimScan(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.session.claimScan>) {
    return this.scan.claim(ctx, input.ticket);
  }

  @Route(endpoints.session.lookScan)
  lookScan(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.session.lookScan>) {
    return this.scan.look(ctx, input.code);
  }

  @Route(endpoints.session.answerScan)
  answerScan(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.session.answerScan>) {
    return this.scan.answer(ctx, input.code, input.allow);
  }
}
