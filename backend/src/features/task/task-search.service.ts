import { Injectable } from '@nestjs/common';
import type { TaskUnit } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { SearchIndex } from '../search/search-index.service';
import type { TaskFacts } from './task.facts';

/** Enters the rows of a public ledger into the search, and takes them out again. */
@Injectable()
export class TaskSearch {
  constructor(private readonly index: SearchIndex) {}

  put(ctx: Ctx, tasks: readonly TaskFacts[]): Promise<void> {
    return this.index.put(ctx, ...tasks.map(toSearchDocument));
  }

  remove(ctx: Ctx, ids: readonly number[]): Promise<void> {
    return this.index.remove(ctx, 'task', ...ids);
  }
}

const toSearchDocument = (task: TaskFacts) => ({
  regionId: task.regionId,
  kind: 'task' as const,
  refId: task.id,
  planId: task.planId,
  title: task.text,
  body: [unitNames(task.leadUnits), unitNames(task.responsibleUnits), task.deadlineText]
    .filter(Boolean)
    .join('；'),
});

const unitNames = (units: readonly TaskUnit[]): string => units.map((unit) => unit.name).join('、');
