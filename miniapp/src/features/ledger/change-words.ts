import { formatFullDate, taskChangeWords, type TaskChange } from '@sunledger/shared-types';

/** One thing that a change does, before and after. */
export interface Difference {
  label: string;
  before: string;
  after: string;
}

const day = (value: string | null): string => (value === null ? '没有时限' : formatFullDate(value));

/** What a change does, field by field, in words. */
export function differencesOf(change: TaskChange): Difference[] {
  const [task] = change.tasks;
  const { payload } = change;
  const found: Difference[] = [];
  if (change.kind === 'amend' && task) {
    if (payload.text !== undefined) found.push({ label: '任务内容', before: task.text, after: payload.text });
    if (payload.deadlineText !== undefined)
      found.push({
        label: '时限原文',
        before: task.deadlineText ?? '无',
        after: payload.deadlineText ?? '无',
      });
    if (payload.dueOn !== undefined)
      found.push({ label: '完成时限', before: day(task.dueOn), after: day(payload.dueOn) });
    if (payload.continuous !== undefined)
      found.push({
        label: '全年任务',
        before: payload.continuous ? '否' : '是',
        after: payload.continuous ? '是' : '否',
      });
  }
  if (change.kind === 'split' && task)
    found.push({
      label: `拆成 ${payload.parts?.length ?? 0} 项`,
      before: task.text,
      after: (payload.parts ?? []).map((part, at) => `${at + 1}．${part.text}`).join('\n'),
    });
  if (change.kind === 'merge')
    found.push({
      label: `${change.tasks.length} 项合成一项`,
      before: change.tasks.map((each) => each.text).join('\n'),
      after: payload.text ?? '',
    });
  if (change.kind === 'carry')
    found.push({
      label: `${change.tasks.length} 项转入新年度`,
      before: change.tasks.map((each) => each.text).join('\n'),
      after: `完成时限：${day(payload.dueOn ?? null)}`,
    });
  if (change.kind === 'unmerge' && task)
    found.push({ label: '恢复合并前的任务', before: task.text, after: '原来的几项任务各自办理' });
  return found;
}

/** “修改任务：公开义务教育招生政策” */
export function changeTitle(change: TaskChange): string {
  const [task] = change.tasks;
  return `${taskChangeWords[change.kind]}${task ? `：${task.text.slice(0, 30)}` : ''}`;
}

/** The parts of a split as they are typed: one per line. */
export function linesOf(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** “2026年云溪县政务公开工作要点”; the year in front only where the title does not say it. */
export const planName = ({ year, title }: { year: number; title: string }): string =>
  title.includes(String(year)) ? title : `${year}年 ${title}`;
