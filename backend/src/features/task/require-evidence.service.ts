import { Injectable } from '@nestjs/common';
import type { Checker, endpoints, EvidenceKind, InputOf } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { AccountService } from '../account/account.service';
import { RegionService } from '../region/region.service';
import { requiredNow } from './task-event-changes';
import { TaskEditRepository } from './task-edit.repository';
import type { TaskFacts } from './task.facts';
import { TaskRepository } from './task.repository';

/** More staff than any region has; a bound, not a page. */
const MOST_STAFF = 300;

/** What tasks ask for before they are closed out, and who verifies it instead of the office. */
@Injectable()
export class RequireEvidenceService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly accounts: AccountService,
    private readonly tasks: TaskRepository,
    private readonly edits: TaskEditRepository,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.ledger.require>): Promise<{ changed: number }> {
    const region = await this.regions.byCode(ctx, input.region);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    const ids = [...new Set(input.tasks)];
    const changes = {
      ...(input.evidence ? { asks: [...new Set(input.evidence)] } : {}),
      ...(input.checkerId === undefined ? {} : { checkerId: input.checkerId }),
    };
    return this.uow.run(ctx, async (ctx) => {
      const tasks = await this.tasks.byIds(ctx, ids);
      if (tasks.length < ids.length || tasks.some((task) => task.regionId !== region.id))
        throw new AppError('TASK_NOT_FOUND');
      for (const task of tasks) {
        if (input.checkerId) await this.assertOutside(ctx, region.id, task.id, input.checkerId);
        await this.edits.require(ctx, task.id, changes);
        await this.append(ctx, task, changes);
      }
      return { changed: tasks.length };
    });
  }

  /** That more or less is asked for is in public: nobody lowers the bar in silence. */
  private async append(
    ctx: CtxInTx,
    task: TaskFacts,
    { asks, checkerId }: { asks?: EvidenceKind[]; checkerId?: number | null },
  ): Promise<void> {
    const changes = asks ? requiredNow(task.asks, asks) : [];
    const moved = checkerId !== undefined && checkerId !== task.checkerId;
    if (changes.length === 0 && !moved) return;
    const note = moved ? (checkerId === null ? '由政务公开办核验' : '指定了核验人') : null;
    await this.tasks.appendEvent(ctx, task, 'required', { note, changes });
  }

  /** Staff of the region; who works for a unit that reports on a task is refused for it when chosen. */
  async checkers(ctx: Ctx, code: string): Promise<{ items: Checker[] }> {
    const region = await this.regions.byCode(ctx, code);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    const roles = ['office', 'reviewer', 'handler', 'official'] as const;
    const ids = await this.accounts.holders(ctx, { regionId: region.id, roles });
    const items: Checker[] = [];
    for (const accountId of [...new Set(ids)].slice(0, MOST_STAFF)) {
      const actor = await this.accounts.actor(ctx, accountId);
      if (!actor) continue;
      const here = actor.memberships.filter((each) => each.regionId === region.id);
      const units = new Map(
        here.flatMap(({ unitId, unitName }) =>
          unitId === null ? [] : [[unitId, { id: unitId, name: unitName ?? '' }] as const],
        ),
      );
      items.push({ accountId, name: actor.name, units: [...units.values()] });
    }
    return { items };
  }

  /** Verified from outside: the checker reports for none of the units that the task reaches. */
  private async assertOutside(ctx: Ctx, regionId: number, taskId: number, checkerId: number): Promise<void> {
    const actor = await this.accounts.actor(ctx, checkerId);
    const here = (actor?.memberships ?? []).filter((each) => each.regionId === regionId);
    const reached = new Set((await this.tasks.reach(ctx, taskId)).map((each) => each.unitId));
    const reports = here.some(
      (each) =>
        (each.role === 'handler' || each.role === 'reviewer') &&
        each.unitId !== null &&
        reached.has(each.unitId),
    );
    if (here.length === 0 || reports) throw new AppError('CHECKER_INSIDE');
  }
}
