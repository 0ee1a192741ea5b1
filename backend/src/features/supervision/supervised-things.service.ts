import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { textOfRow } from '../../core/db/row';
import { AppError } from '../../core/errors/app-error';
import { membershipsIn } from '../../core/policy/membership';
import { MessageDesk } from '../message/message-desk.service';
import { TaskService } from '../task/task.service';
import type { UnitRow } from '../unit/unit.mapper';
import { UnitService } from '../unit/unit.service';
import type { SubjectKind } from './supervision.entity';

/** A task or a message as supervision sees it. */
export interface Supervised {
  readonly kind: SubjectKind;
  readonly id: number;
  readonly regionId: number;
  /** How it is called in a note, without any text of a citizen. */
  readonly called: string;
  /** The units whose work it is, the leading one first. */
  readonly units: readonly UnitRow[];
  /** Nothing is left to push for. */
  readonly done: boolean;
  readonly notFound: ErrorCode;
}

/** Finds what is supervised, for the staff of its region; a citizen's own eyes do not count here. */
@Injectable()
export class SupervisedThings {
  constructor(
    private readonly tasks: TaskService,
    private readonly messages: MessageDesk,
    private readonly units: UnitService,
  ) {}

  async task(ctx: Ctx, id: number): Promise<Supervised> {
    const task = await this.tasks.find(ctx, id);
    if (membershipsIn(ctx, task.regionId).length === 0) throw new AppError('TASK_NOT_FOUND');
    const ids = await this.tasks.reachedUnitIds(ctx, id);
    const units = await this.units.byIds(ctx, ids);
    return {
      kind: 'task',
      id,
      regionId: task.regionId,
      called: `任务${task.no === null ? '' : ` ${task.no}`}`,
      // A collective unit has no staff who could answer; its members have.
      units: ids.flatMap((unitId) => units.get(unitId) ?? []).filter(({ kind }) => kind !== 'collective'),
      done: task.closed || !task.published,
      notFound: 'TASK_NOT_FOUND',
    };
  }

  async message(ctx: Ctx, id: number): Promise<Supervised> {
    const { row, message, standings } = await this.messages.read(ctx, id);
    if (standings.size === 0 || standings.has('author')) throw new AppError('MESSAGE_NOT_FOUND');
    return {
      kind: 'message',
      id,
      regionId: message.regionId,
      called: `留言 ${textOfRow(row.number)}`,
      units: [await this.units.byId(ctx, message.regionId, message.unitId)],
      done: row.result !== 'open',
      notFound: 'MESSAGE_NOT_FOUND',
    };
  }
}
