import type { AttachmentZone } from './attachment-zones';
import { attachmentLabel, attachmentWithTitle, findAttachments, unitListTitle } from './attachment-zones';
import { dateAlone, findDate } from './document-dates';
import { markerOf } from './marker';
import type { Line } from './source-lines';
import type { Table } from './table-grid';
import type { TitleSpan } from './titles';
import { findNoticeTitles, findPlanTitle, innerTitle, squash } from './titles';

/** Where the parts of a paper lie, by line index; every `to` is exclusive. */
export interface Zones {
  notices: TitleSpan[];
  /** Title of the covering notice in force, the last of its repetitions. */
  notice: TitleSpan | null;
  announced: string | null;
  title: TitleSpan | null;
  /** The notice is the plan itself: its own 一、二、三 are the sections. */
  noticeIsPlan: boolean;
  body: { from: number; to: number };
  attachments: AttachmentZone[];
  tail: { from: number; to: number };
}

const tailStart = /^(?:抄\s*送|抄\s*报|分\s*送|主\s*题\s*词|报\s*送)\s*[：:]|^(?:抄\s*送|主题词)/;
const printed = /印\s*发$/;

export function findZones(lines: readonly Line[], tables: readonly Table[]): Zones {
  const firstTable = tables[0]?.from ?? lines.length;
  const notices = findNoticeTitles(lines, Math.min(lines.length, firstTable + 1, 160)).filter(
    (span) => !behindSections(lines, span.from),
  );
  const notice = notices.at(-1) ?? null;
  const announced = notice === null ? null : innerTitle(notice.text);
  const start = notice === null ? 0 : afterAddressees(lines, notice.to);
  const limit = Math.min(lines.length, lastTable(tables, lines.length));
  const found = findPlanTitle(lines, start, limit, announced);
  const title =
    found === null ||
    (notice !== null && !announcedBy(found, announced) && structured(lines, start, found.from))
      ? null
      : lastRepetition(lines, found, limit);
  const bodyFrom =
    title?.to ?? (notice === null ? 0 : announced === null ? start : behindLetter(lines, start));
  const tail = findTail(lines, bodyFrom);
  const attachments = findAttachments(lines, tables, bodyFrom, tail);
  const bodyTo = Math.min(
    attachments[0]?.label ?? lines.length,
    tail.from < lines.length && tail.from > bodyFrom ? tail.from : lines.length,
  );
  const zones: Zones = {
    notices,
    notice,
    announced,
    title,
    noticeIsPlan: notice !== null && title === null,
    body: { from: bodyFrom, to: bodyTo },
    attachments,
    tail,
  };
  return hasStructure(lines, tables, zones.body) ? zones : planInAttachment(lines, tables, zones);
}

function hasStructure(
  lines: readonly Line[],
  tables: readonly Table[],
  range: { from: number; to: number },
): boolean {
  if (tables.some((table) => table.from >= range.from && table.from < range.to)) return true;
  for (let i = range.from; i < range.to; i++) if (markerOf(lines[i].text) !== null) return true;
  return false;
}

/** A letter whose plan is an attachment with a title of an unusual kind: the first attachment with structure is the plan. */
function planInAttachment(lines: readonly Line[], tables: readonly Table[], zones: Zones): Zones {
  const index = zones.attachments.findIndex((zone) => hasStructure(lines, tables, zone));
  if (index < 0) return zones;
  const zone = zones.attachments[index];
  const first = lines[zone.from];
  const titled =
    first.text.length <= 60 &&
    !/[。；：:]/.test(first.text) &&
    markerOf(first.text) === null &&
    !tables.some((table) => table.from === zone.from);
  return {
    ...zones,
    title: titled ? { from: zone.from, to: zone.from + 1, text: first.text } : zones.title,
    noticeIsPlan: false,
    body: { from: zone.from + (titled ? 1 : 0), to: zone.to },
    attachments: zones.attachments.slice(index + 1),
  };
}

/** A notice that prints a plan without saying its title again: the plan begins behind the signature of the letter. */
function behindLetter(lines: readonly Line[], from: number): number {
  for (let i = from; i < Math.min(lines.length, from + 15); i++) {
    if (markerOf(lines[i].text) !== null) break;
    if (dateAlone(lines[i].text) !== null) return i + 1;
  }
  return from;
}

function behindSections(lines: readonly Line[], at: number): boolean {
  let seen = 0;
  for (let i = 0; i < at; i++) if (markerOf(lines[i].text)?.kind === 'chinese') seen++;
  return seen >= 2;
}

function lastTable(tables: readonly Table[], fallback: number): number {
  return tables.length === 0 ? fallback : tables[tables.length - 1].from + 1;
}

function announcedBy(title: TitleSpan, announced: string | null): boolean {
  return announced !== null && squash(title.text) === squash(announced);
}

/** Real structure before a line: then that line is the title of an attachment, not of the plan. */
function structured(lines: readonly Line[], from: number, to: number): boolean {
  let brackets = 0;
  let letters = 0;
  for (let i = from; i < to; i++) {
    if (markerOf(lines[i].text)?.kind === 'bracketChinese') brackets++;
    letters += lines[i].text.length;
  }
  return brackets >= 3 || letters > 2500;
}

/** Web pages say the title above the paper and again in it: the last one before the text counts. */
function lastRepetition(lines: readonly Line[], title: TitleSpan, limit: number): TitleSpan {
  let last = title;
  for (let at = title.to; at < Math.min(limit, title.to + 25); at++) {
    if (markerOf(lines[at].text) !== null || lines[at].text.length > 90) break;
    for (let to = at + 1; to <= Math.min(at + 3, lines.length); to++) {
      const text = lines
        .slice(at, to)
        .map((line) => line.text)
        .join('');
      if (squash(text) === squash(title.text)) last = { from: at, to, text };
    }
  }
  return last;
}

/** The line behind “各乡镇人民政府，县直各单位：”; the line behind the notice's title when there is none. */
export function afterAddressees(lines: readonly Line[], from: number): number {
  for (let i = from; i < Math.min(lines.length, from + 8); i++) {
    if (markerOf(lines[i].text) !== null) break;
    if (/[：:]$/.test(lines[i].text) && !/如下[：:]$|要求(?:是)?[：:]$/.test(lines[i].text)) return i + 1;
    if (/。/.test(lines[i].text)) break;
  }
  return from;
}

function findTail(lines: readonly Line[], from: number): { from: number; to: number } {
  for (let i = from; i < lines.length; i++) {
    const line = lines[i].text;
    const isPrinted = printed.test(line) && findDate(line) !== null && line.length < 80;
    if (!tailStart.test(line) && !isPrinted) continue;
    let start = i;
    if (
      isPrinted &&
      findDate(line)?.from === 0 &&
      i > from &&
      lines[i - 1].text.length < 40 &&
      !/[。；]/.test(lines[i - 1].text)
    )
      start = i - 1;
    let to = i + 1;
    while (
      to < lines.length &&
      !attachmentLabel.test(lines[to].text) &&
      !unitListTitle.test(lines[to].text) &&
      !attachmentWithTitle.test(lines[to].text) &&
      markerOf(lines[to].text)?.kind !== 'chinese'
    )
      to++;
    return { from: start, to };
  }
  return { from: lines.length, to: lines.length };
}
