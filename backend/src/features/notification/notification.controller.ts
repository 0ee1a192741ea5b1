import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ListNotificationsService } from './list-notifications.service';
import { ReadNotificationService } from './read-notification.service';

@Controller()
export class NotificationController {
  constructor(
    private readonly listNotifications: ListNotificationsService,
    private readonly readNotification: ReadNotificationService,
  ) {}

  @Route(endpoints.notification.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.notification.list>) {
    return this.listNotifications.run(ctx, input);
  }

  @Route(endpoints.notification.read)
  read(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.notification.read>) {
    return this.readNotification.run(ctx, input.id);
  }
}
