import { daysBetween, formatMonthDay, type TaskDetail } from '@sunledger/shared-types';
import { evidenceWords } from '../attachment/file-words';
import { dayWords, unitsShort } from './task-words';

type Told = Pick<
  TaskDetail,
  | 'light'
  | 'dueOn'
  | 'finishedOn'
  | 'continuous'
  | 'workingDaysLeft'
  | 'leadUnits'
  | 'responsibleUnits'
  | 'progress'
  | 'lastProgressOn'
  | 'parts'
>;

export interface PlainLine {
  label: string;
  text: string;
}

/** How a task stands, as one tells it to a neighbour: who, what was done last, what comes next, what can be seen. */
export function plainWords(task: Told, today: string): PlainLine[] {
  const units = task.leadUnits.length > 0 ? task.leadUnits : task.responsibleUnits;
  const approved = task.progress.filter((entry) => entry.status === 'approved');
  const last = [...approved].sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1))[0];
  const evidence = evidenceWords(
    approved.flatMap((entry) => entry.attachments),
    approved.reduce((sum, entry) => sum + entry.links.length, 0),
  );
  return [
    {
      label: '谁来办',
      text: units.length > 0 ? `${unitsShort(units)}${task.leadUnits.length > 0 ? '牵头' : '负责'}` : '',
    },
    { label: '最近一步', text: lastStep(task, last, today) },
    { label: '何时办完', text: nextWords(task, today) },
    { label: '可以看到', text: evidence ?? '' },
  ].filter((line) => line.text !== '');
}

/** Villages report for themselves, and what was reported before a split or merge is a step of what came of it. */
function lastStep(
  { lastProgressOn, parts }: Told,
  last: TaskDetail['progress'][number] | undefined,
  today: string,
): string {
  if (parts && parts.started > 0 && lastProgressOn)
    return `${dayWords(lastProgressOn, today)}，已有 ${parts.started} 个分项报告了进展`;
  if (last) return `${dayWords(last.submittedAt.slice(0, 10), today)}，${last.unitName}报告了进展`;
  return lastProgressOn ? `${dayWords(lastProgressOn, today)}，原任务报告了进展` : '还没有报告进展';
}

function nextWords({ light, dueOn, finishedOn, continuous, workingDaysLeft }: Told, today: string): string {
  if (light === 'done' || light === 'doneLate') {
    if (!finishedOn) return '已经办完';
    const late = light === 'doneLate' && dueOn ? `，比时限晚 ${daysBetween(dueOn, finishedOn)} 天` : '';
    return `${dayWords(finishedOn, today)}已经办完${late}`;
  }
  if (dueOn === null) return continuous ? '全年都要做，没有截止的一天' : '文件没有写明哪天办完';
  if (today > dueOn) return `${formatMonthDay(dueOn)}该办完，已经过了 ${daysBetween(dueOn, today)} 天`;
  if (today === dueOn) return '今天应该办完';
  const left = workingDaysLeft ? `，还有 ${workingDaysLeft} 个工作日` : '';
  return `${formatMonthDay(dueOn)}前办完${left}`;
}
