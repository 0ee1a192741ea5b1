import { Injectable } from '@nestjs/common';
import { formatMonthDayWeekday, type NotificationTopic, type Role } from '@sunledger/shared-types';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { Outbox } from '../../core/outbox/outbox';
import { numberOfSupervision, type Told } from './supervision';

/** Orders notes about 督办单, each keyed by what it tells of. */
@Injectable()
export class SupervisionNotices {
  constructor(private readonly outbox: Outbox) {}

  /** To the staff of the unit; the office when the unit has nobody. */
  toUnit(
    ctx: CtxInTx,
    thing: Told,
    topic: NotificationTopic,
    what: string,
    isOffice: boolean,
  ): Promise<void> {
    const roles: Role[] = isOffice ? ['office', 'handler', 'reviewer'] : ['handler', 'reviewer'];
    return this.order(ctx, thing, topic, 'unit', what, { unitId: thing.unitId, roles });
  }

  toOfficials(ctx: CtxInTx, thing: Told, topic: NotificationTopic, what: string): Promise<void> {
    return this.order(ctx, thing, topic, 'official', what, { roles: ['official'] });
  }

  toOffice(ctx: CtxInTx, thing: Told, topic: NotificationTopic, what: string): Promise<void> {
    return this.order(ctx, thing, topic, 'office', what, { roles: ['office'] });
  }

  private order(
    ctx: CtxInTx,
    thing: Told,
    topic: NotificationTopic,
    whom: string,
    what: string,
    to: { unitId?: number; roles: Role[] },
  ): Promise<void> {
    const text = `督办单 ${numberOfSupervision(thing)}${what.replace('{due}', formatMonthDayWeekday(thing.dueOn))}`;
    return this.outbox.add(ctx, {
      topic: 'notify',
      payload: {
        topic,
        text,
        target: { kind: 'supervision', id: thing.id },
        regionId: thing.regionId,
        except: ctx.actor?.accountId ?? null,
        ...to,
      },
      dedupeKey: `${topic}:${thing.id}:${thing.version}:${whom}`,
    });
  }
}
