import {
  type CalendarYear,
  type DueExplanation,
  type ReplyRule,
  type WorkCalendarOverride,
  chinaInstant,
  chinaTimeOf,
  defaultReplyRule,
  explanationLines,
  formatChinaDateTime,
  formatFullDate,
  parseChinaInstant,
} from '@sunledger/shared-types';

import { DeadlineError, WorkCalendar, explainDueDate, nationalCalendar } from '../features/deadline';

/** What a region brings to the count. */
export interface DueRegion {
  readonly rule: ReplyRule;
  readonly overrides: readonly WorkCalendarOverride[];
  readonly importedYears?: readonly CalendarYear[];
}

/** The outside of the command; `loadRegion` is asked only with `--region` and answers null for an unknown code. */
export interface DueIo {
  stdout(text: string): void;
  stderr(text: string): void;
  loadRegion?(code: string): Promise<DueRegion | null>;
}

interface DueArguments {
  readonly receivedAt: Date;
  readonly workingDays: number;
  readonly region: string | null;
  readonly json: boolean;
}

/** Arguments that cannot be used; the message says what to do. */
class UsageError extends Error {}

const USAGE = '用法：npm run due -- 收到时间 工作日数 [--region 地区代码] [--json]';
const EXAMPLE = '例如 npm run due -- 2026-02-13T17:45:00+08:00 1';

/**
 * `npm run due -- RECEIVED_AT DAYS [--region CODE] [--json]`: explains a due date.
 *
 * RECEIVED_AT without a zone is a time of Asia/Shanghai. Without `--region` the default rule and the
 * national calendar apply and no database is opened.
 * @returns the exit status: 0 done, 1 the region could not be read, 2 unusable input; errors are one
 *   Chinese line on `stderr`
 */
export async function runDue(args: readonly string[], io: DueIo): Promise<number> {
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    io.stdout(`${USAGE}\n${EXAMPLE}\n`);
    return 0;
  }
  try {
    const { receivedAt, workingDays, region, json } = readArguments(args);
    const loaded = region === null ? null : await loadRegion(region, io);
    const explanation = explainDueDate({
      receivedAt,
      workingDays,
      rule: loaded?.rule ?? defaultReplyRule,
      calendar: loaded ? new WorkCalendar(loaded) : nationalCalendar,
    });
    io.stdout(json ? `${JSON.stringify(explanation, null, 2)}\n` : readable(explanation, receivedAt));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) io.stderr(`${error.message}\n`);
    else if (error instanceof DeadlineError) io.stderr(`${error.message}（${error.code}）\n`);
    else {
      io.stderr(`没有算出期限：${oneLine(error)}。请检查数据库设置 DATABASE_URL 或 DATA_DIR 后重试。\n`);
      return 1;
    }
    return 2;
  }
}

function readArguments(args: readonly string[]): DueArguments {
  const words: string[] = [];
  let region: string | null = null;
  let json = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--json') json = true;
    else if (arg === '--region') region = args[++i] ?? '';
    else if (arg.startsWith('--region=')) region = arg.slice('--region='.length);
    else if (arg.startsWith('-')) throw new UsageError(`不认识选项 ${arg}。${USAGE}`);
    else words.push(arg);
  }
  if (region === '') throw new UsageError(`--region 后面请写地区代码。${USAGE}`);
  // A date and a time typed with a space between arrive as two words.
  if (words.length === 3) words.splice(0, 2, `${words[0] ?? ''} ${words[1] ?? ''}`);
  const [received, days] = words;
  if (words.length !== 2 || received === undefined || days === undefined) {
    throw new UsageError(`请写收到时间和工作日数，${EXAMPLE}。${USAGE}`);
  }
  const receivedAt = parseChinaInstant(received);
  if (!receivedAt) {
    throw new DeadlineError(
      'RECEIVED_AT_INVALID',
      `看不懂收到时间“${received}”，请写成 2026-02-13T17:45:00+08:00 或 "2026-02-13 17:45"。`,
    );
  }
  // Digits only: Number('') is 0 and Number('1e1') is 10. The library checks the range.
  return { receivedAt, workingDays: /^\d{1,6}$/.test(days) ? Number(days) : Number.NaN, region, json };
}

async function loadRegion(code: string, io: DueIo): Promise<DueRegion> {
  if (!io.loadRegion) throw new Error('这里没有数据库，不能使用 --region');
  const region = await io.loadRegion(code);
  if (!region) throw new UsageError(`没有地区“${code}”。请核对地区代码；不写 --region 则按默认规则计算。`);
  return region;
}

function readable(explanation: DueExplanation, receivedAt: Date): string {
  const { workingDays, dueOn, dueAt, deemedReceivedOn, receivedOn, rule, provisionalNote } = explanation;
  const lateFrom = parseChinaInstant(dueAt) ?? chinaInstant(dueOn, '24:00');
  const end = lateFrom.getTime() === chinaInstant(dueOn, '24:00').getTime() ? '24:00' : chinaTimeOf(lateFrom);
  const rows: [string, string][] = [
    ['收到', formatChinaDateTime(receivedAt)],
    ...(deemedReceivedOn === receivedOn
      ? []
      : [['视为收到', formatFullDate(deemedReceivedOn)] as [string, string]]),
    ['期限', `${workingDays} 个工作日`],
    ['最迟', `${formatFullDate(dueOn)}${end}${provisionalNote ? `（${provisionalNote}）` : ''}`],
    ['逾期', `${formatChinaDateTime(lateFrom)} 起`],
    ['规则', rule.text],
    ...(rule.promisedIn ? [['依据', rule.promisedIn] as [string, string]] : []),
  ];
  const table = rows.map(([label, value]) => `  ${label}${'　'.repeat(4 - label.length)}${value}`);
  const days = explanationLines(explanation).map((line) => `  ${line.counted > 0 ? '●' : '○'} ${line.text}`);
  return `\n${table.join('\n')}\n\n  为什么是这一天（● 计入，○ 跳过）\n${days.join('\n')}\n\n`;
}

const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/gu, ' ').trim();
