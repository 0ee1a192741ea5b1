import { anyNumber } from './chinese-number';

export interface DeadlineReading {
  dueOn: string | null;
  /** 全年, 持续推进, 每季度: goes on all the time. */
  continuous: boolean;
  /** A sentence for the reader where the text and the calendar disagree. */
  doubt: string | null;
}

const number = '[\\d一二三四五六七八九十]{1,3}';
const yearWord = '(?:(?:19|20)\\d{2}\\s*年?|次年|翌年|明年|来年|下一?年度?|当年|今年|本年)';
const pattern = new RegExp(
  [
    '(?<iso>(?:19|20)\\d{2}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?)',
    `(?<year1>${yearWord})?(?<month1>${number})月份?(?<day>${number})[日号]`,
    `(?<year2>${yearWord})?(?<month2>${number})月份?(?<part>上旬|中旬|下旬|初|中|底|末)?`,
    `(?<year3>${yearWord})?第?(?<quarter>[一二三四1-4])季度?`,
    `(?<year4>${yearWord})?(?<half>[上下])半年`,
    `(?<year5>${yearWord})?(?<end>年底|年末|年内|全年|年终|年度内|年度|末|底|内)`,
    `(?<year6>(?:19|20)\\d{2})年`,
  ].join('|'),
  'g',
);
const recurring =
  /每(?:年|季|月|半年|周|日|天|两|个)|逐[月季年]|按[月季年周]|次[/／每]|季度更新|月度更新|定期/;
const relative =
  /(?:后|起(?![至到])|内|之日|以来)[^，,；;。]{0,4}(?:[\d一二三四五六七八九十]+个?(?:工作日|自然日|日|天|月|年))|[\d一二三四五六七八九十]+个?(?:工作日|自然日|月)(?:以?内|前)|[\d一二三四五六七八九十]+(?:日|天|小时)(?:以?内)/;
const goingOn =
  /全年|长期|持续|常态|常年|日常|经常|随时|贯穿|每[年季月半周日天两]|定期|实时|动态|即时|逐[月季年]|按[月季年周]/;

/**
 * A deadline as printed → its last day. Input: the text of a note or cell, the year of the plan, the day the paper was
 * signed. Rules: contract.md, `dueOn` and reading rule 9 (三季度前 is the end of that quarter, several dates → the last).
 */
export function readDeadline(text: string, year: number | null, issuedOn: string | null): DeadlineReading {
  const bare = text.replace(/\s+/g, '');
  const continuous = goingOn.test(bare);
  if (recurring.test(bare) || relative.test(bare)) return { dueOn: null, continuous, doubt: null };
  let dueOn: string | null = null;
  let runningYear = year;
  for (const match of bare.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const spokenYear =
      groups.year1 ?? groups.year2 ?? groups.year3 ?? groups.year4 ?? groups.year5 ?? groups.year6;
    if (/^[末底内]$/.test(groups.end ?? '') && spokenYear === undefined) continue;
    if (spokenYear !== undefined) runningYear = yearOf(spokenYear, year);
    const date = dateOf(groups, runningYear);
    if (date !== null) dueOn = date;
  }
  if (dueOn !== null && issuedOn !== null && dueOn < issuedOn) {
    return { dueOn: null, continuous, doubt: `完成时限“${bare}”早于文件日期 ${issuedOn}，未作为截止日期` };
  }
  return { dueOn, continuous, doubt: null };
}

function yearOf(word: string, planYear: number | null): number | null {
  const printed = /\d{4}/.exec(word);
  if (printed !== null) return Number(printed[0]);
  if (planYear === null) return null;
  return /^(?:当|今|本)/.test(word) ? planYear : planYear + 1;
}

function dateOf(groups: Record<string, string | undefined>, year: number | null): string | null {
  if (groups.iso !== undefined) {
    const [y, m, d] = groups.iso.split(/[-/.]/).map(Number);
    return day(y, m, d ?? lastDay(y, m));
  }
  if (year === null) return null;
  if (groups.month1 !== undefined) return day(year, anyNumber(groups.month1), anyNumber(groups.day ?? ''));
  if (groups.month2 !== undefined) {
    const month = anyNumber(groups.month2);
    if (month === null) return null;
    const within: Record<string, number> = { 上旬: 10, 初: 10, 中: 15, 中旬: 20 };
    return day(year, month, within[groups.part ?? ''] ?? lastDay(year, month));
  }
  if (groups.quarter !== undefined) {
    const quarter = anyNumber(groups.quarter);
    return quarter === null ? null : day(year, quarter * 3, lastDay(year, quarter * 3));
  }
  if (groups.half !== undefined) return groups.half === '上' ? day(year, 6, 30) : day(year, 12, 31);
  return day(year, 12, 31);
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** YYYY-MM-DD, or null for a day that no calendar has. */
export function day(year: number, month: number | null, date: number | null): string | null {
  if (month === null || date === null || month < 1 || month > 12 || date < 1 || date > lastDay(year, month))
    return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

const phrase =
  /^(?:于|在|力争|确保|原则上)?(?:(?:19|20)\d{2}[年\-./]|次年|翌年|明年|每[年季月半周]|全年|长期|持续|常态|常年|年底|年内|年末|[上下]半年|第?[一二三四1-4]季度|[\d一二三四五六七八九十]{1,3}月|即日起|贯穿)/;
/** Words that begin sentences as well: a deadline only when nothing but a few letters follow. */
const weakPhrase =
  /^(?:日常|年度|按照?(?:时间|规定|要求|上级|时序|节点|序时)|及时|适时|随时|实时|立行立改|立即|动态|定期|即时|近期|待定?|不定期|按需|同步)/;

/** Does this clause of a note speak of time and not of a unit? “2026年9月底前完成”, “持续推进”. */
export function isDeadlinePhrase(text: string): boolean {
  const bare = text.replace(/\s+/g, '');
  if (/(?:局|委|办|中心|单位|部门|政府|街道|乡|镇|公司|室)$/.test(bare)) return false;
  return (
    (bare.length <= 40 && phrase.test(bare) && !/^持续[^，。]{8}/.test(bare)) ||
    (bare.length <= 8 && weakPhrase.test(bare))
  );
}
