import { Injectable } from '@nestjs/common';
import { toChinaIso, type TaskDetail, type TaskLink } from '@sunledger/shared-types';
import { membershipsIn } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { AccountService } from '../account/account.service';
import { TaskChangeRepository } from './task-change.repository';
import type { TaskFacts } from './task.facts';
import { TaskRepository } from './task.repository';

const REMARKS = 20;

type History = Pick<
  TaskDetail,
  'parts' | 'part' | 'cameFrom' | 'became' | 'replaced' | 'remarks' | 'checker' | 'pendingChange' | 'editable'
>;

/** What a task is part of, made of, came from and became, with the office's words about it. */
@Injectable()
export class TaskHistoryService {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly changes: TaskChangeRepository,
    private readonly accounts: AccountService,
  ) {}

  async of(ctx: Ctx, task: TaskFacts): Promise<History> {
    const isOffice = membershipsIn(ctx, task.regionId, ['office']).length > 0;
    const remarks = await this.changes.remarks(ctx, task.id, REMARKS);
    return {
      ...(await this.parts(ctx, task)),
      ...(await this.links(ctx, task)),
      replaced: task.standing === 'replaced',
      remarks: remarks.map((remark) => ({ ...remark, at: toChinaIso(remark.at) })),
      checker: await this.checker(ctx, task),
      pendingChange: isOffice ? await this.changes.pendingOf(ctx, task.id) : null,
      editable: isOffice && task.standing !== 'replaced',
    };
  }

  private async parts(ctx: Ctx, task: TaskFacts): Promise<Pick<History, 'part' | 'parts'>> {
    const parent = task.parentId === null ? null : await this.tasks.find(ctx, task.parentId);
    const figures = task.parts > 0 ? await this.tasks.partFigures(ctx, task.id) : null;
    return {
      part: parent && { place: task.place ?? '', parentId: parent.id, parentText: parent.text },
      parts: figures && { total: figures.total, closed: figures.closed, started: figures.started },
    };
  }

  private async links(ctx: Ctx, task: TaskFacts): Promise<Pick<History, 'became' | 'cameFrom'>> {
    const links = await this.changes.linksOf(ctx, task.id);
    if (links.length === 0) return { cameFrom: [], became: [] };
    const others = links.map((link) => (link.fromId === task.id ? link.toId : link.fromId));
    const facts = new Map((await this.tasks.byIds(ctx, [...new Set(others)])).map((each) => [each.id, each]));
    const shown = (from: boolean): TaskLink[] =>
      links.flatMap((link) => {
        const other = facts.get(from ? link.fromId : link.toId);
        if (!other || other.id === task.id) return [];
        return [{ id: other.id, no: other.no, text: other.text, year: other.year, kind: link.kind }];
      });
    return { cameFrom: shown(true), became: shown(false) };
  }

  private async checker(ctx: Ctx, task: TaskFacts): Promise<TaskDetail['checker']> {
    const { checkerId, regionId } = task;
    if (checkerId === null || membershipsIn(ctx, regionId).length === 0) return null;
    const name = (await this.accounts.names(ctx, [checkerId])).get(checkerId);
    return name === undefined ? null : { accountId: checkerId, name };
  }
}
