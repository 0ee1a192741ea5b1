import { Injectable } from '@nestjs/common';
import type { SubjectSupervision } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { numberOf } from '../../core/db/row';
import { membershipsIn } from '../../core/policy/membership';
import { addWorkingDays } from '../deadline';
import { DeadlineService } from '../deadline/deadline.service';
import { counted } from '../deadline/deadline-refusal';
import { SupervisedThings, type Supervised } from './supervised-things.service';
import { toSupervision } from './supervision.mapper';
import { maySee } from './supervision.policy';
import { SupervisionListRepository } from './supervision-list.repository';
import { UrgeRepository } from './urge.repository';
import { urgeDay } from './urge-day';

const DAYS = [1, 3, 5, 10, 15] as const;

/** What stands of supervision beside a task or a message, and what the caller may do about it. */
@Injectable()
export class SubjectSupervisionService {
  constructor(
    private readonly deadlines: DeadlineService,
    private readonly subjects: SupervisedThings,
    private readonly lists: SupervisionListRepository,
    private readonly urges: UrgeRepository,
  ) {}

  async ofTask(ctx: Ctx, id: number): Promise<SubjectSupervision> {
    return this.of(ctx, await this.subjects.task(ctx, id));
  }

  async ofMessage(ctx: Ctx, id: number): Promise<SubjectSupervision> {
    return this.of(ctx, await this.subjects.message(ctx, id));
  }

  async of(ctx: Ctx, subject: Supervised): Promise<SubjectSupervision> {
    const { regionId, kind, id, units, done } = subject;
    const calendar = await this.deadlines.calendarOf(ctx, regionId);
    const look = { now: ctx.clock.now(), calendar };
    const rows = await this.lists.ofSubject(ctx, kind, id);
    const seen = rows.filter((row) => maySee(ctx, { regionId, unitId: numberOf(row.unit_id) }));
    const urged = await this.urges.last(ctx, kind, id);
    const mayIssue = !done && membershipsIn(ctx, regionId, ['official']).length > 0;
    const pushes = membershipsIn(ctx, regionId, ['office', 'official']).length > 0;
    const today = ctx.clock.today();
    return {
      items: seen.map((row) => toSupervision(row, look)),
      units: mayIssue ? units.map(({ id: unitId, name }) => ({ id: unitId, name })) : [],
      dueOptions: mayIssue
        ? DAYS.map((days) => ({ days, dueOn: counted(() => addWorkingDays(calendar, today, days)) }))
        : [],
      mayUrge: pushes && !done && (urged === null || urged.day < urgeDay(calendar, today)),
      urgedAt: pushes ? (urged?.at ?? null) : null,
    };
  }
}
