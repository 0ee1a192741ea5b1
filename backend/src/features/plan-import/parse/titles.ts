import { findDisclosure } from './disclosure';
import { markerOf } from './marker';
import type { Line } from './source-lines';
import { isBodyName } from './unit-names';
import { isWebPageLine } from './web-page-lines';

/** Lines from…to (exclusive) that together are one title. */
export interface TitleSpan {
  from: number;
  to: number;
  text: string;
}

const noticeEnd = /(?:通知|通告|的函|通报|公告)》?(?:\s*[（(【[][^（）()]{0,40}[）)】\]])?$/;
const planEnd =
  /(?:要点|任务清单|清单|分解表|一览表|分工表|任务表|安排表|细化表|明细表|工作方案|实施方案|方案|工作计划|计划|工作安排|任务分工|责任分工|职责分工|任务分解|工作台账|台账|工作任务|重点任务|重点工作|主要任务|目标任务|实施意见|责任表|实施细则|任务书|推进表|措施|安排|部署|分工|意见)(?:[（(【《〈][^（）()]{0,30}[）)】》〉])?$/;
const notTitle =
  /[。；;！!？?：:]|^附\s*件|^附\s*表|^当前位置|^首页|^来源|^发布|^抄送|^索引|^关键词|\||>|^《(?!.*关于)/;
const redHead = /文\s*件$/;

export function squash(text: string): string {
  return text
    .replace(/[\s《》〈〉“”"*]/g, '')
    .replace(/[（]/g, '(')
    .replace(/[）]/g, ')');
}

function joined(lines: readonly Line[], from: number, to: number): string {
  return lines
    .slice(from, to)
    .map((line) => line.text)
    .join('');
}

/** The covering notice's title: short lines up to one that ends with 通知, from the body's name or 关于 on. */
export function findNoticeTitles(lines: readonly Line[], limit: number): TitleSpan[] {
  const found: TitleSpan[] = [];
  for (let end = 0; end < Math.min(lines.length, limit); end++) {
    const text = lines[end].text.replace(/\s+/g, '');
    if (
      !noticeEnd.test(text) ||
      text.length > 110 ||
      /[。；！]|《[^》]*$|^(?:根据|按照|为)/.test(text) ||
      markerOf(text) !== null
    )
      continue;
    let from = end;
    while (
      from > 0 &&
      end - from < 5 &&
      !/关于|印发/.test(joined(lines, from, end + 1)) &&
      isTitleLine(lines[from - 1].text)
    )
      from--;
    if (!/关于|印发|的通知|要点.*通知/.test(joined(lines, from, end + 1))) continue;
    if (
      /^(?:关于|印发)/.test(lines[from].text.trim()) &&
      from > 0 &&
      isBodyName(lines[from - 1].text) &&
      !redHead.test(lines[from - 1].text)
    ) {
      from--;
      while (
        from > 0 &&
        isBodyName(lines[from - 1].text) &&
        !redHead.test(lines[from - 1].text) &&
        /(?:委|府|办公室)$/.test(lines[from - 1].text.trim())
      )
        from--;
    }
    found.push({ from, to: end + 1, text: joined(lines, from, end + 1) });
  }
  return found;
}

function isTitleLine(text: string): boolean {
  return (
    findDisclosure(text) === null &&
    text.length <= 60 &&
    !notTitle.test(text) &&
    !/[〔[（(]\s*20\d{2}\s*[〕\])）]/.test(text) &&
    !redHead.test(text.trim()) &&
    markerOf(text) === null
  );
}

/** X of “关于印发 X 的通知”. */
export function innerTitle(notice: string): string | null {
  const bare = notice
    .replace(/\s+/g, '')
    .replace(/(通知)》?(?:[（(【[][^（）()]*[）)】\]])?$/, '$1')
    .replace(/〈/g, '《')
    .replace(/〉/g, '》');
  const match = /(?:印发|转发|下发|发布|公布)(.{4,160}?)(?:的)?通知$/.exec(bare);
  if (match === null) return null;
  const books = [...match[1].matchAll(/《([^《》]{4,80})》/g)].map((book) => book[1]);
  if (books.length > 1) return books.find((book) => /公开/.test(book)) ?? books[0];
  return match[1].replace(/[《》]/g, '').replace(/等文件$/, '');
}

/**
 * The plan's own title at or behind `start`: the lines that say what the notice announced, else a short line that ends like a
 * title (要点, 清单, 方案 …), with the lines above that belong to it.
 */
export function findPlanTitle(
  lines: readonly Line[],
  start: number,
  limit: number,
  announced: string | null,
): TitleSpan | null {
  const wanted = announced === null ? null : squash(announced);
  if (wanted !== null) {
    for (let from = start; from < Math.min(lines.length, limit); from++) {
      for (let to = from + 1; to <= Math.min(from + 4, lines.length); to++) {
        const text = squash(joined(lines, from, to));
        if (text.length > wanted.length + 2) break;
        if (text === wanted) return { from, to, text: joined(lines, from, to) };
      }
    }
  }
  for (let at = start; at < Math.min(lines.length, limit); at++) {
    const text = lines[at].text.replace(/\s+/g, '');
    if (markerOf(text)?.kind === 'chinese' && wanted === null && at > start + 1) break;
    if (
      text.length > 50 ||
      !planEnd.test(text) ||
      notTitle.test(text) ||
      noticeEnd.test(text) ||
      markerOf(text) !== null ||
      /^(?:一|二)是/.test(text)
    )
      continue;
    if (!/公开|要点|清单|任务|分工|台账/.test(text)) continue;
    let from = at;
    while (
      from > start &&
      at - from < 3 &&
      needsMore(joined(lines, from, at + 1)) &&
      belongsAbove(lines[from - 1].text)
    )
      from--;
    if (/^关于/.test(lines[from].text.trim()) && from > start && isBodyName(lines[from - 1].text)) from--;
    return { from, to: at + 1, text: joined(lines, from, at + 1) };
  }
  return wanted === null ? plainTitle(lines, start, limit) : null;
}

/** A title of an unusual ending: the first short line above the text that speaks of 公开. */
function plainTitle(lines: readonly Line[], start: number, limit: number): TitleSpan | null {
  for (let at = start; at < Math.min(lines.length, limit, start + 6); at++) {
    const { text } = lines[at];
    if (markerOf(text) !== null || text.length > 80) return null;
    if (/公开/.test(text) && /(?:19|20)\d{2}|工作/.test(text) && isTitleLine(text) && !isWebPageLine(text))
      return { from: at, to: at + 1, text };
  }
  return null;
}

function needsMore(title: string): boolean {
  const bare = title.replace(/\s+/g, '');
  return !/公开|信息/.test(bare) || /^(?:(?:19|20)\d{2}年(?:度)?政务公开|政务公开|政府信息公开)/.test(bare);
}

function belongsAbove(text: string): boolean {
  const bare = text.replace(/\s+/g, '');
  return (
    isTitleLine(text) &&
    bare.length <= 40 &&
    /^[\u3400-\u9fff\d（）()〇○]+$/.test(bare) &&
    !/[日号]$/.test(bare) &&
    !noticeEnd.test(bare) &&
    (/(?:县|市|区|旗|镇|乡|街道|局|政府|办公室|委员会|[）)]|年|年度|公开)$/.test(bare) ||
      /20\d{2}年/.test(bare))
  );
}
