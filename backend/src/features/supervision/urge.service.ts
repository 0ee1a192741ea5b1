import { Injectable } from '@nestjs/common';
import type { SubjectSupervision } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { Outbox } from '../../core/outbox/outbox';
import { requireActor, requireMembership } from '../../core/policy/membership';
import { DeadlineService } from '../deadline/deadline.service';
import { SubjectSupervisionService } from './subject-supervision.service';
import { SupervisedThings, type Supervised } from './supervised-things.service';
import { UrgeRepository } from './urge.repository';
import { urgeDay } from './urge-day';

/** 催办: one tap by the office or an official, once per thing and working day. */
@Injectable()
export class UrgeService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly deadlines: DeadlineService,
    private readonly subjects: SupervisedThings,
    private readonly urges: UrgeRepository,
    private readonly show: SubjectSupervisionService,
  ) {}

  task(ctx: Ctx, id: number): Promise<SubjectSupervision> {
    return this.uow.run(ctx, async (ctx) => this.urge(ctx, await this.subjects.task(ctx, id)));
  }

  message(ctx: Ctx, id: number): Promise<SubjectSupervision> {
    return this.uow.run(ctx, async (ctx) => this.urge(ctx, await this.subjects.message(ctx, id)));
  }

  private async urge(ctx: CtxInTx, subject: Supervised): Promise<SubjectSupervision> {
    const { accountId } = requireActor(ctx);
    const { regionId, kind, id, units } = subject;
    requireMembership(ctx, { regionId, roles: ['office', 'official'], notFound: subject.notFound });
    if (subject.done) throw new AppError('SUPERVISION_DONE');
    const day = urgeDay(await this.deadlines.calendar(ctx, regionId), ctx.clock.today());
    const at = ctx.clock.now();
    const urge = { regionId, subjectKind: kind, subjectId: id, day, accountId, at };
    if (!(await this.urges.insertOnce(ctx, urge))) throw new AppError('URGE_TODAY');
    for (const unit of units) {
      await this.outbox.add(ctx, {
        topic: 'notify',
        payload: {
          topic: 'urged',
          text: `催办：${subject.called}，请尽快办理`,
          target: { kind, id },
          regionId,
          unitId: unit.id,
          roles: unit.isOffice ? ['office', 'handler', 'reviewer'] : ['handler', 'reviewer'],
          except: accountId,
        },
        dedupeKey: `urged:${kind}:${id}:${day}:${unit.id}`,
      });
    }
    return this.show.of(ctx, subject);
  }
}
