import { Inject, Injectable } from '@nestjs/common';
import type { endpoints, InputOf, MessageDetail } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { Actor, Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import { ConsentService } from '../consent/consent.service';
import { VisitCounterService } from '../counter/visit-counter.service';
import type { Region } from '../region/region.mapper';
import { DEFAULT_MESSAGES_PER_DAY } from '../region/region-options.service';
import { RegionService } from '../region/region.service';
import { TaskService } from '../task/task.service';
import { UnitService } from '../unit/unit.service';
import { authorScope, DailyCounterRepository } from './daily-counter.repository';
import { sealField } from '../../core/field-cipher';
import { ReceiveMessage } from './receive-message.service';
import { holdsIdentityNumber } from './secret-marks';
import { PHONE_LABEL, ShowMessageService } from './show-message.service';

type Submission = InputOf<typeof endpoints.message.submit>;

/**
 * Takes a message: promise, number, message, first events and notes are one unit of work, so that an
 * acknowledged message is there with its due date, or nothing is.
 */
@Injectable()
export class SubmitMessageService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly counters: DailyCounterRepository,
    private readonly tasks: TaskService,
    private readonly receive: ReceiveMessage,
    private readonly show: ShowMessageService,
    private readonly consents: ConsentService,
    private readonly places: VisitCounterService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'fieldKey'>,
  ) {}

  async run(ctx: Ctx, input: Submission): Promise<MessageDetail> {
    const actor = requireActor(ctx);
    const region = await this.regions.byCode(ctx, input.region);
    if (region.settings.requireVerifiedPhone && !actor.phoneVerified) throw new AppError('PHONE_REQUIRED');
    if (holdsIdentityNumber(input.text)) throw new AppError('MESSAGE_SECRET_MARK');
    if (input.guardian && input.public) throw new AppError('MINOR_NOT_PUBLIC');
    return this.uow.run(ctx, async (ctx) => {
      await this.countForToday(ctx, region, actor);
      const id = await this.store(ctx, region, actor, input);
      await this.consents.give(ctx, { accountId: actor.accountId, regionId: region.id, messageId: id }, [
        ...(input.public ? (['publication'] as const) : []),
        ...(input.guardian ? (['guardian'] as const) : []),
      ]);
      return this.show.afterMove(ctx, id, new Set(['author']));
    });
  }

  private async countForToday(ctx: CtxInTx, region: Region, actor: Actor): Promise<void> {
    const limit = region.settings.messagesPerDay ?? DEFAULT_MESSAGES_PER_DAY;
    const count = await this.counters.next(ctx, authorScope(region.id, actor.accountId), ctx.clock.today());
    if (count > limit) throw new AppError('MESSAGE_LIMIT', { limit });
  }

  private async store(ctx: CtxInTx, region: Region, actor: Actor, input: Submission): Promise<number> {
    const officeId = (await this.units.officeOf(ctx, region.id)).id;
    const unitId = await this.unitFor(ctx, region.id, officeId, input);
    const { id } = await this.receive.run(ctx, {
      region,
      officeId,
      parentId: null,
      origin: null,
      kind: input.kind,
      text: input.text,
      taskId: input.taskId ?? null,
      unitId,
      authorId: actor.accountId,
      contactName: input.contactName || null,
      contactPhone: input.contactPhone
        ? sealField(this.config.fieldKey, PHONE_LABEL, input.contactPhone)
        : null,
      publicWanted: input.public,
    });
    return id;
  }

  private async unitFor(
    ctx: Ctx,
    regionId: number,
    officeId: number,
    { taskId, counter }: Submission,
  ): Promise<number> {
    if (taskId !== undefined) return this.unitOfTask(ctx, regionId, taskId, officeId);
    if (counter === undefined) return officeId;
    const place = await this.places.placeOf(ctx, counter);
    if (place.regionId !== regionId) throw new AppError('COUNTER_NOT_FOUND');
    return place.unit.id;
  }

  /** The unit that leads the task; where the paper names no leader the first responsible one; else the office. */
  private async unitOfTask(ctx: Ctx, regionId: number, taskId: number, officeId: number): Promise<number> {
    const task = await this.tasks.published(ctx, regionId, taskId);
    if (!task) throw new AppError('TASK_NOT_FOUND');
    const named = [...task.leadUnits, ...task.responsibleUnits].flatMap((unit) => unit.id ?? []);
    const units = await this.units.byIds(ctx, named);
    // A collective unit such as 县属有关单位 handles nothing itself.
    return (
      named.find((id) => units.get(id)?.kind !== 'collective' && units.get(id)?.regionId === regionId) ??
      officeId
    );
  }
}
