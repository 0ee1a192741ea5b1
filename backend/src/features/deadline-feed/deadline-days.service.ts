import { Inject, Injectable } from '@nestjs/common';
import {
  chinaInstant,
  lightWords,
  messageKindWords,
  type MessageRow,
  type Page,
  type TaskRow,
} from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import { everyItem } from '../../core/db/every-item';
import { actingAs, type Actor, type Ctx } from '../../core/ctx';
import { ListMessagesService } from '../message/list-messages.service';
import { ListTasksService } from '../task/list-tasks.service';
import type { CalendarDay } from './icalendar';

const PAGE = 500;
/** What a phone still takes; a unit with more tasks than this has another problem. */
const MOST = 2000;
const TITLE_LENGTH = 40;

/** The days on which something of a unit falls due. */
@Injectable()
export class DeadlineDaysService {
  constructor(
    private readonly tasks: ListTasksService,
    private readonly messages: ListMessagesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The published tasks of a unit that have a date, as every visitor may see them. */
  async ofTasks(ctx: Ctx, region: { code: string }, unitId: number): Promise<CalendarDay[]> {
    const visitor: Ctx = { ...ctx, actor: null };
    const tasks = await whole((cursor) =>
      this.tasks.run(visitor, { region: region.code, unit: unitId, limit: PAGE, cursor }),
    );
    return tasks.flatMap((task) =>
      task.dueOn === null ? [] : [this.taskDay(region.code, task, task.dueOn)],
    );
  }

  /** The messages that wait for a unit: kind and number, never a text, because this leaves our house. */
  async ofMessages(ctx: Ctx, actor: Actor, region: { code: string }, unitId: number): Promise<CalendarDay[]> {
    const waiting = await whole((cursor) =>
      this.messages.run(actingAs(ctx, actor), {
        region: region.code,
        scope: 'staff',
        unit: unitId,
        clock: 'running',
        limit: PAGE,
        cursor,
      }),
    );
    return waiting.map((message) => this.messageDay(region.code, message));
  }

  /** The same all day, so that an unchanged calendar stays the same text. */
  stamp(ctx: Ctx): Date {
    return chinaInstant(ctx.clock.today());
  }

  private taskDay(code: string, task: TaskRow, date: string): CalendarDay {
    const { shape, word } = lightWords[task.light];
    const no = task.no === null ? '' : `第${task.no}项 `;
    const lead = task.leadUnits.map((unit) => unit.name).join('、');
    return {
      uid: `task-${task.id}@${code}.sunledger`,
      date,
      title: `${shape}${word} ${no}${shortened(task.text)}`,
      text: [task.text, lead && `牵头单位：${lead}`, `完成时限：${task.deadlineText ?? date}`]
        .filter(Boolean)
        .join('\n'),
      ...this.link('citizen/task', task.id),
    };
  }

  private messageDay(code: string, message: MessageRow): CalendarDay {
    return {
      uid: `message-${message.id}@${code}.sunledger`,
      date: message.dueOn,
      title: `答复${messageKindWords[message.kind]} ${message.number ?? ''}`.trim(),
      ...(message.provisional ? { text: '期限暂定，以国务院办公厅通知为准' } : {}),
      ...this.link('staff/handle', message.id),
    };
  }

  private link(page: string, id: number): { url?: string } {
    const { publicUrl } = this.config;
    return publicUrl ? { url: `${publicUrl.replace(/\/$/, '')}/${page}/index?id=${id}` } : {};
  }
}

const shortened = (text: string): string =>
  text.length > TITLE_LENGTH ? `${text.slice(0, TITLE_LENGTH)}…` : text;

async function whole<T>(pageAt: (cursor?: string) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of everyItem(pageAt)) {
    all.push(item);
    if (all.length >= MOST) break;
  }
  return all;
}
