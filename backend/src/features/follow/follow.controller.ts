import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { FollowService } from './follow.service';
import { ListFollowsService } from './list-follows.service';

@Controller()
export class FollowController {
  constructor(
    private readonly follow: FollowService,
    private readonly listFollows: ListFollowsService,
  ) {}

  @Route(endpoints.follow.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.follow.list>) {
    return this.listFollows.run(ctx, input);
  }

  @Route(endpoints.follow.followTask)
  followTask(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.follow.followTask>) {
    return this.follow.followTask(ctx, input.id);
  }

  @Route(endpoints.follow.unfollowTask)
  unfollowTask(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.follow.unfollowTask>) {
    return this.follow.unfollow(ctx, 'task', input.id);
  }

  @Route(endpoints.follow.unitState)
  async unitState(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.follow.unitState>) {
    return { following: await this.follow.state(ctx, 'unit', input.id) };
  }

  @Route(endpoints.follow.followUnit)
  followUnit(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.follow.followUnit>) {
    return this.follow.followUnit(ctx, input.id);
  }

  @Route(endpoints.follow.unfollowUnit)
  unfollowUnit(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.follow.unfollowUnit>) {
    return this.follow.unfollow(ctx, 'unit', input.id);
  }
}
