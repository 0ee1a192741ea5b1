import {
  addDays,
  daysBetween,
  formatFullDate,
  formatMonthDay,
  yearOf,
  type TaskRow,
} from '@sunledger/shared-types';

type Dated = Pick<TaskRow, 'light' | 'dueOn' | 'workingDaysLeft' | 'finishedOn'>;

/**
 * The time left in words: 今日到期, 明天到期, 剩 N 个工作日, 逾期 N 天; null for what is closed or undated.
 * `today` is the business date of the server.
 */
export function timeLeftWords(task: Dated, today: string): string | null {
  const { light, dueOn, workingDaysLeft } = task;
  if (dueOn === null || light === 'done' || light === 'doneLate') return null;
  if (today > dueOn) return `逾期 ${daysBetween(dueOn, today)} 天`;
  if (today === dueOn) return '今日到期';
  if (addDays(today, 1) === dueOn) return '明天到期';
  // a due date on a day off, with no working day before it
  if (!workingDaysLeft) return `${formatMonthDay(dueOn)}到期`;
  return `剩 ${workingDaysLeft} 个工作日`;
}

/** What stands behind the light's word: pressing ones say how pressing, a late finish how late. */
export function lightMore(task: Dated, today: string): string | undefined {
  if (task.light === 'overdue') return timeLeftWords(task, today)?.replace('逾期 ', '已超 ') ?? undefined;
  if (task.light === 'dueSoon') return timeLeftWords(task, today) ?? undefined;
  if (task.light === 'doneLate' && task.dueOn && task.finishedOn)
    return `晚 ${daysBetween(task.dueOn, task.finishedOn)} 天`;
  return undefined;
}

/** “第 20 项”, or the number as printed. */
export function taskNumber(no: string | null): string | null {
  if (no === null || no.trim() === '') return null;
  return /^\d+$/.test(no.trim()) ? `第 ${no.trim()} 项` : no.trim();
}

/** The deadline as the paper says it and the date it means: “三季度前” and “2026年9月30日（周三）”. */
export function deadlineParts(task: Pick<TaskRow, 'deadlineText' | 'dueOn' | 'continuous'>): {
  text: string | null;
  date: string | null;
} {
  const date = task.dueOn ? formatFullDate(task.dueOn) : null;
  const text = task.deadlineText ?? (task.continuous ? '全年' : null);
  return { text: text ?? (date ? null : '文件没有写明时限'), date };
}

/** The short form for rows: “12月底前”, or the date; the year only when it is not the plan's. */
export function deadlineShort(
  task: Pick<TaskRow, 'deadlineText' | 'dueOn' | 'continuous' | 'year'>,
): string | null {
  if (task.deadlineText && task.deadlineText.length <= 14) return task.deadlineText;
  if (task.dueOn) {
    const year = yearOf(task.dueOn) === task.year ? '' : `${yearOf(task.dueOn)}年`;
    return `${year}${formatMonthDay(task.dueOn)}前`;
  }
  return task.continuous ? '全年' : task.deadlineText;
}

/** Many units in a few characters: “县教育局等 3 家”. */
export function unitsShort(units: readonly { name: string }[]): string {
  const [first, ...rest] = units;
  if (!first) return '';
  return rest.length === 0 ? first.name : `${first.name}等 ${units.length} 家`;
}

/** Today, yesterday, or the day: “今天”, “昨天”, “11月20日”, “2025年11月20日（周四）” for other years. */
export function dayWords(date: string, today: string): string {
  if (date === today) return '今天';
  if (addDays(date, 1) === today) return '昨天';
  return yearOf(date) === yearOf(today) ? formatMonthDay(date) : formatFullDate(date);
}
