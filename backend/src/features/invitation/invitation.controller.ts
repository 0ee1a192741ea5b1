import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { AcceptInvitationService } from './accept-invitation.service';
import { FoundRegionService } from './found-region.service';
import { InviteStaffService } from './invite-staff.service';
import { LeaveUnitService } from './leave-unit.service';

@Controller()
export class InvitationController {
  constructor(
    private readonly invite: InviteStaffService,
    private readonly join: AcceptInvitationService,
    private readonly leaveUnit: LeaveUnitService,
    private readonly foundRegion: FoundRegionService,
  ) {}

  @Route(endpoints.region.found)
  found(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.region.found>) {
    return this.foundRegion.run(ctx, input);
  }

  @Route(endpoints.invitation.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.invitation.list>) {
    return this.invite.list(ctx, input);
  }

  @Route(endpoints.invitation.create)
  create(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.invitation.create>) {
    return this.invite.create(ctx, input);
  }

  @Route(endpoints.invitation.revoke)
  revoke(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.invitation.revoke>) {
    return this.invite.revoke(ctx, input);
  }

  @Route(endpoints.invitation.look)
  look(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.invitation.look>) {
    return this.join.look(ctx, input.code);
  }

  @Route(endpoints.invitation.accept)
  accept(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.invitation.accept>) {
    return this.join.accept(ctx, input);
  }

  @Route(endpoints.invitation.staff)
  staff(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.invitation.staff>) {
    return this.invite.staff(ctx, input);
  }

  @Route(endpoints.invitation.colleagues)
  colleagues(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.invitation.colleagues>) {
    return this.leaveUnit.colleagues(ctx, input.id);
  }

  @Route(endpoints.invitation.leave)
  leave(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.invitation.leave>) {
    return this.leaveUnit.run(ctx, input);
  }
}
