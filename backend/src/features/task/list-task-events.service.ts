import { Injectable } from '@nestjs/common';
import {
  innerTaskEvents,
  openlyExplained,
  toChinaIso,
  type endpoints,
  type InputOf,
  type OutputOf,
  type TaskEvent,
} from '@sunledger/shared-types';
import { membershipsIn } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { AccountService } from '../account/account.service';
import { TaskEventRepository, type StoredEvent } from './task-event.repository';
import type { TaskFacts } from './task.facts';
import { TaskService } from './task.service';

type Endpoint = typeof endpoints.task.events;

/** 办理经过: everybody reads what was done and what was changed; names and inner words are for the staff. */
@Injectable()
export class ListTaskEventsService {
  constructor(
    private readonly tasks: TaskService,
    private readonly events: TaskEventRepository,
    private readonly accounts: AccountService,
  ) {}

  async run(ctx: Ctx, input: InputOf<Endpoint>): Promise<OutputOf<Endpoint>> {
    const task = await this.tasks.find(ctx, input.id);
    const worksHere = membershipsIn(ctx, task.regionId).length > 0;
    const page = await this.events.list(ctx, task.id, worksHere ? [] : innerTaskEvents, input);
    const people = worksHere ? page.items.flatMap(({ accountId }) => accountId ?? []) : [];
    const names = await this.accounts.names(ctx, [...new Set(people)]);
    return {
      items: page.items.map((event) => toEvent(event, names, worksHere)),
      nextCursor: page.nextCursor,
      missedOn: missedDay(task, ctx.clock.today()),
    };
  }
}

const toEvent = (event: StoredEvent, names: ReadonlyMap<number, string>, worksHere: boolean): TaskEvent => ({
  id: event.id,
  code: event.code,
  at: toChinaIso(event.at),
  by: event.accountId === null ? null : (names.get(event.accountId) ?? null),
  text: worksHere || openlyExplained.includes(event.code) ? event.note : null,
  changes: event.changes ?? [],
  finishedOn: event.finishedOn,
});

/** The due date of a task that was not finished by it. */
function missedDay({ dueOn, closed, finishedOn }: TaskFacts, today: string): string | null {
  if (dueOn === null) return null;
  const until = closed ? finishedOn : today;
  return until !== null && until > dueOn ? dueOn : null;
}
