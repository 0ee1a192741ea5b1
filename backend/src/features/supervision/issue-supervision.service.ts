import { Injectable } from '@nestjs/common';
import { partsOfDate, type endpoints, type InputOf, type SupervisionDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireActor, requireMembership } from '../../core/policy/membership';
import type { UnitRow } from '../unit/unit.mapper';
import { ShowSupervisionService } from './show-supervision.service';
import { SupervisionNotices } from './supervision-notices.service';
import { SupervisionRepository } from './supervision.repository';
import { SupervisionWorkflow } from './supervision.workflow';
import { SupervisedThings, type Supervised } from './supervised-things.service';

interface Order {
  readonly instruction: string;
  readonly days: number;
  readonly unitId?: number | undefined;
}

/** 下达督办单: an official asks a unit, in writing and with a day, about a task or a message. */
@Injectable()
export class IssueSupervisionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly subjects: SupervisedThings,
    private readonly things: SupervisionRepository,
    private readonly workflow: SupervisionWorkflow,
    private readonly notices: SupervisionNotices,
    private readonly show: ShowSupervisionService,
  ) {}

  onTask(
    ctx: Ctx,
    { id, ...order }: InputOf<typeof endpoints.supervision.superviseTask>,
  ): Promise<SupervisionDetail> {
    return this.uow.run(ctx, async (ctx) => this.issue(ctx, await this.subjects.task(ctx, id), order));
  }

  onMessage(
    ctx: Ctx,
    { id, ...order }: InputOf<typeof endpoints.supervision.superviseMessage>,
  ): Promise<SupervisionDetail> {
    return this.uow.run(ctx, async (ctx) => this.issue(ctx, await this.subjects.message(ctx, id), order));
  }

  private async issue(ctx: CtxInTx, subject: Supervised, order: Order): Promise<SupervisionDetail> {
    const { accountId } = requireActor(ctx);
    const { regionId, kind, id } = subject;
    requireMembership(ctx, { regionId, roles: ['official'], notFound: subject.notFound });
    if (subject.done) throw new AppError('SUPERVISION_DONE');
    const unit = unitOf(subject, order.unitId);
    const openKey = `${kind}:${id}:${unit.id}`;
    if (await this.things.openOne(ctx, openKey))
      throw new AppError('SUPERVISION_EXISTS', { unit: unit.name });
    const year = partsOfDate(ctx.clock.today())?.year ?? 0;
    const due = await this.workflow.dueAfter(ctx, regionId, order.days);
    const issuedAt = ctx.clock.now();
    const thing = {
      regionId,
      year,
      seq: await this.things.nextSeq(ctx, regionId, year),
      subjectKind: kind,
      taskId: kind === 'task' ? id : null,
      messageId: kind === 'message' ? id : null,
      unitId: unit.id,
      instruction: order.instruction,
      status: 'issued' as const,
      openKey,
      ...due,
      issuedBy: accountId,
      issuedAt,
      answer: null,
      answeredBy: null,
      answeredAt: null,
      closedAt: null,
      overdueOn: null,
      escalatedAt: null,
      sweepAt: due.dueAt,
      version: 1,
    };
    const made = await this.things.insert(ctx, thing);
    await this.things.append(ctx, made, {
      code: 'issued',
      at: issuedAt,
      accountId,
      text: order.instruction,
    });
    const what = '，请于{due}前反馈';
    await this.notices.toUnit(ctx, { ...thing, id: made }, 'supervisionIssued', what, unit.isOffice);
    return this.show.run(ctx, made);
  }
}

/** The unit asked for, if the thing is its work; the first one when none is asked for. */
function unitOf({ units }: Supervised, asked: number | undefined): UnitRow {
  const unit = asked === undefined ? units[0] : units.find(({ id }) => id === asked);
  if (!unit) throw new AppError('SUPERVISION_UNIT');
  return unit;
}
