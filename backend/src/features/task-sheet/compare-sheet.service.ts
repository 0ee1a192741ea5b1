import { Injectable } from '@nestjs/common';
import {
  editableColumns,
  taskSheetHeads,
  type EditableColumn,
  type SheetChange,
  type SheetProblem,
  type TaskRow,
  type TaskUnit,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { readDeadline } from '../plan-import/parse/deadline-text';
import { PlanService } from '../plan/plan.service';
import { assertMayMoveDue } from '../task/task-change.policy';
import { TaskService } from '../task/task.service';
import { UnitService } from '../unit/unit.service';
import type { SheetRow, TaskSheet } from './read-task-sheet';
import { editedState, namesIn } from './sheet-row';
import { rowTexts } from './task-sheet.mapper';

/** What one row asks for; absent where nothing changes. */
export interface RowWish {
  readonly row: number;
  readonly taskId: number;
  readonly published: boolean;
  readonly amend?: {
    text?: string;
    deadlineText?: string | null;
    dueOn?: string | null;
    continuous?: boolean;
  };
  readonly units?: { leadUnits: TaskUnit[]; responsibleUnits: TaskUnit[] };
}

export interface Comparison {
  readonly wishes: readonly RowWish[];
  readonly changes: readonly SheetChange[];
  readonly problems: readonly SheetProblem[];
}

interface PlanFacts {
  readonly year: number;
  readonly issuedOn: string | null;
  readonly published: boolean;
}

const BATCH = 500;
const TEXT_MIN = 4;
const TEXT_MAX = 2000;
const DEADLINE_MAX = 300;

/** Compares a sheet with the ledger: what would change, and every cell that cannot be taken. Changes nothing. */
@Injectable()
export class CompareSheetService {
  constructor(
    private readonly tasks: TaskService,
    private readonly plans: PlanService,
    private readonly units: UnitService,
  ) {}

  async run(ctx: Ctx, regionId: number, sheet: TaskSheet): Promise<Comparison> {
    const plans = new Map<number, PlanFacts>();
    const known = new Map<string, number | null>();
    const wishes: RowWish[] = [];
    const changes: SheetChange[] = [];
    const problems: SheetProblem[] = [...sheet.problems];
    for (let at = 0; at < sheet.rows.length; at += BATCH) {
      const batch = sheet.rows.slice(at, at + BATCH);
      const tasks = await this.tasks.rows(
        ctx,
        regionId,
        batch.map((row) => row.id),
      );
      for (const row of batch) {
        const task = tasks.get(row.id);
        const compared = new RowComparison(row, task, ctx.clock.today());
        if (task && compared.asksSomething) {
          const plan = plans.get(task.planId) ?? (await this.planOf(ctx, task.planId));
          plans.set(task.planId, plan);
          for (const name of compared.unitNames()) {
            if (known.has(name)) continue;
            known.set(name, (await this.units.resolve(ctx, regionId, name.slice(0, 100)))?.id ?? null);
          }
          const wish = compared.wish(task, plan, known);
          if (wish) wishes.push(wish);
        }
        changes.push(...compared.changes);
        problems.push(...compared.problems);
      }
    }
    problems.sort((a, b) => a.row - b.row);
    return { wishes, changes, problems };
  }

  private async planOf(ctx: Ctx, id: number): Promise<PlanFacts> {
    const plan = await this.plans.head(ctx, id);
    if (!plan) throw new AppError('PLAN_NOT_FOUND');
    return { year: plan.year, issuedOn: plan.issuedOn, published: plan.status === 'published' };
  }
}

/** One row against its task. */
class RowComparison {
  readonly changes: SheetChange[] = [];
  readonly problems: SheetProblem[] = [];
  readonly asksSomething: boolean;
  private readonly changed: readonly EditableColumn[];

  constructor(
    private readonly row: SheetRow,
    task: TaskRow | undefined,
    private readonly today: string,
  ) {
    const current = task && rowTexts(task);
    if (!current) this.problem('id', '本地区没有这项任务，请从系统重新导出');
    for (const column of row.check.touched) {
      this.problems.push({ row: row.row, column, message: '这一列由系统生成，不能在表里改，请恢复原样' });
    }
    const differs = current && row.check.edited && editedState(row.texts) !== editedState(current);
    if (current && differs && row.check.exported !== editedState(current)) {
      this.problem('id', '导出之后系统里已经改过这项任务，请重新导出后再改');
    }
    this.changed = differs ? editableColumns.filter((column) => row.texts[column] !== current[column]) : [];
    this.asksSomething = this.changed.length > 0 && this.problems.length === 0;
    for (const column of this.changed) {
      this.changes.push({
        row: row.row,
        column: taskSheetHeads[column],
        no: task?.no ?? null,
        from: current?.[column] ?? '',
        to: row.texts[column],
      });
    }
  }

  unitNames(): string[] {
    return this.asks('leadUnits', 'responsibleUnits')
      ? [...namesIn(this.row.texts.leadUnits), ...namesIn(this.row.texts.responsibleUnits)]
      : [];
  }

  wish(task: TaskRow, plan: PlanFacts, known: ReadonlyMap<string, number | null>): RowWish | null {
    const amend = { ...this.text(), ...this.deadline(task, plan) };
    const units = this.asks('leadUnits', 'responsibleUnits')
      ? {
          leadUnits: this.unitsIn('leadUnits', task, known),
          responsibleUnits: this.unitsIn('responsibleUnits', task, known),
        }
      : null;
    if (this.problems.length > 0) return null;
    return {
      row: this.row.row,
      taskId: task.id,
      published: plan.published,
      ...(Object.keys(amend).length > 0 ? { amend } : {}),
      ...(units ? { units } : {}),
    };
  }

  private asks(...columns: EditableColumn[]): boolean {
    return columns.some((column) => this.changed.includes(column));
  }

  private text(): { text?: string } {
    if (!this.asks('text')) return {};
    const { text } = this.row.texts;
    if (text.length < TEXT_MIN || text.length > TEXT_MAX) {
      this.problem('text', `任务内容应为 ${TEXT_MIN} 到 ${TEXT_MAX} 个字`);
    }
    return { text };
  }

  private deadline(task: TaskRow, plan: PlanFacts): NonNullable<RowWish['amend']> {
    if (!this.asks('deadlineText')) return {};
    const text = this.row.texts.deadlineText;
    if (text.length > DEADLINE_MAX) this.problem('deadlineText', `完成时限最多 ${DEADLINE_MAX} 个字`);
    const { dueOn, continuous, doubt } = readDeadline(text, plan.year, plan.issuedOn);
    if (doubt) this.problem('deadlineText', `${doubt}，请改正`);
    else if (text !== '' && dueOn === null && !continuous) {
      this.problem('deadlineText', '看不出日期，请写成“9月底前”“12月31日前”或“全年”');
    }
    const closed = task.light === 'done' || task.light === 'doneLate';
    try {
      assertMayMoveDue({ closed, dueOn: task.dueOn }, dueOn, this.today);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.problem('deadlineText', error.message);
    }
    return { deadlineText: text === '' ? null : text, dueOn, continuous };
  }

  /** Names that stand there already keep their unit; new ones must be units of the region. */
  private unitsIn(
    column: 'leadUnits' | 'responsibleUnits',
    task: TaskRow,
    known: ReadonlyMap<string, number | null>,
  ): TaskUnit[] {
    const there = new Map([...task.leadUnits, ...task.responsibleUnits].map((unit) => [unit.name, unit]));
    return namesIn(this.row.texts[column]).map((name) => {
      const unit = there.get(name);
      if (unit) return unit;
      const id = known.get(name) ?? null;
      if (id === null) this.problem(column, `本地区没有“${name.slice(0, 40)}”这个单位，请按系统中的名称填写`);
      return { id, name };
    });
  }

  private problem(column: keyof typeof taskSheetHeads, message: string): void {
    this.problems.push({ row: this.row.row, column: taskSheetHeads[column], message });
  }
}
