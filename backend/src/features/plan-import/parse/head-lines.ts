import { findDate } from './document-dates';
import { findDocumentNumber } from './document-number';
import type { FrontMatter } from './front-matter';
import { markerOf } from './marker';
import type { SourceLedger } from './source-ledger';
import type { Line } from './source-lines';
import { joinLines } from './source-lines';
import { squash } from './titles';
import { tidy, Traced } from './traced-text';
import { isWebPageLine } from './web-page-lines';
import type { Zones } from './zones';

const attachmentList = /^附\s*(?:件|表)\s*\d{0,2}\s*[：:.、\s]/;
const addresseeWords = /各|有关|单位|部门|政府|办事处|管委会|委员会|局|办公室|公司|学校|医院/;
/** “通知如下：” and “要求是：” end with a colon too, but speak of what follows. */
const announcement = /(?:如下|要求是?|要求为|内容是?|意见)[：:]$/;

/** Places the titles; what says them again becomes a remark. */
export function takeTitles(
  lines: readonly Line[],
  zones: Zones,
  front: FrontMatter,
  ledger: SourceLedger,
): void {
  const spans = [zones.notice, zones.title].filter((span) => span !== null);
  for (const span of spans) {
    for (let i = span.from; i < span.to; i++) {
      front.taken.add(i);
      const number = findDocumentNumber(lines[i].text);
      if (number !== null && span === zones.notice && !lines[i].text.slice(0, number.from).includes('《'))
        front.documentNumber ??= number.number;
      if (span === zones.notice)
        placeNoticeLine(lines[i], i === span.to - 1, number?.number === front.documentNumber, ledger);
      else ledger.place(lines[i].piece);
    }
  }
  for (const span of zones.notices) {
    if (span === zones.notice) continue;
    for (let i = span.from; i < span.to; i++) {
      front.taken.add(i);
      ledger.remark(lines[i].piece, 'repeated', '标题重复出现');
    }
  }
  const said = new Set(spans.map((span) => squash(span.text)));
  const end = zones.title?.to ?? zones.body.from;
  for (let i = 0; i < end; i++) {
    for (let to = i + 1; !front.taken.has(i) && to <= Math.min(i + 3, end); to++) {
      const piece = joinLines(lines.slice(i, to));
      if (!said.has(squash(piece.text))) continue;
      ledger.remark(piece, 'repeated', '标题重复出现');
      for (let k = i; k < to; k++) front.taken.add(k);
    }
  }
}

/** “…的通知（平政办发〔2020〕5号）”: what stands in brackets behind the title is not part of it. */
function placeNoticeLine(line: Line, last: boolean, saysNumber: boolean, ledger: SourceLedger): void {
  const behind = last
    ? /(?<=(?:通知|通告|函|通报|公告)》?\s*)[（(【[][^（）()]{0,40}[）)】\]]$/.exec(line.text)
    : null;
  ledger.place(behind === null || saysNumber ? line.piece : line.piece.slice(0, behind.index));
  ledger.remark(line.piece, 'letterhead', '标题后括号中的文字');
}

/** 主送: the lines behind the notice's title up to a colon. */
export function takeAddressees(
  lines: readonly Line[],
  zones: Zones,
  front: FrontMatter,
  ledger: SourceLedger,
): void {
  if (zones.notice !== null) takeAddresseesIn(lines, zones.notice.to, zones.notice.to + 14, front, ledger);
  else {
    takeAddresseesIn(lines, 0, Math.min(zones.title?.from ?? 3, 6), front, ledger);
    if (front.addressees === null && zones.title !== null)
      takeAddresseesIn(lines, zones.title.to, zones.title.to + 3, front, ledger);
  }
}

function takeAddresseesIn(
  lines: readonly Line[],
  from: number,
  end: number,
  front: FrontMatter,
  ledger: SourceLedger,
): void {
  const to = Math.min(lines.length, end);
  for (let i = from; i < to; i++) {
    const { text } = lines[i];
    if (markerOf(text) !== null || /。/.test(text)) return;
    if (!/[：:]$/.test(text) || announcement.test(text)) continue;
    let first = i;
    while (first > from && !front.taken.has(first - 1) && continuesBelow(lines[first - 1].text)) first--;
    const piece = joinLines(lines.slice(first, i + 1));
    if (!addresseeWords.test(piece.text) || piece.length > 400) return;
    front.addressees = tidy(piece.text).replace(/[：:]$/, '');
    ledger.place(piece);
    for (let k = first; k <= i; k++) front.taken.add(k);
    return;
  }
}

function continuesBelow(text: string): boolean {
  return /[，、,；\u3400-\u9fff]$/.test(text) && !isHeadInfo(text) && addresseeWords.test(text);
}

function isHeadInfo(text: string): boolean {
  return (
    findDocumentNumber(text) !== null ||
    findDate(text) !== null ||
    isWebPageLine(text) ||
    text.length < 4 ||
    /文\s*件$/.test(text)
  );
}

/** A line above the plan's text: the document number is a field, everything else a remark of its kind. */
export function takeHeadLine(
  line: Line,
  index: number,
  zones: Zones,
  front: FrontMatter,
  ledger: SourceLedger,
): void {
  const { text, piece } = line;
  front.taken.add(index);
  const behindNotice = zones.notice === null ? front.addressees !== null : index >= zones.notice.to;
  const beforeLetter = !behindNotice || index < (zones.notice?.to ?? 0) + 4;
  const number = /[。《]/.test(text) || text.length > 120 || !beforeLetter ? null : findDocumentNumber(text);
  if (number !== null && front.documentNumber === null) {
    front.documentNumber = number.number;
    ledger.place(piece.slice(number.from, number.to));
    ledger.remark(
      Traced.join([piece.slice(0, number.from), piece.slice(number.to)], ' ').trim(),
      'letterhead',
      '文号行中的其他文字',
    );
  } else if (number !== null && number.number === front.documentNumber)
    ledger.remark(piece, 'repeated', '文号重复出现');
  else if (isWebPageLine(text)) ledger.remark(piece, 'webPage', '网页信息，不属于文件正文');
  else if (behindNotice && attachmentList.test(text)) ledger.remark(piece, 'attachmentList', '附件目录');
  else if (behindNotice) ledger.remark(piece, 'letter', '印发通知的正文');
  else ledger.remark(piece, 'letterhead', '文件头信息');
}
