import { dateAlone, findDate } from './document-dates';
import { findDisclosure } from './disclosure';
import { findDocumentNumber } from './document-number';
import { markerOf } from './marker';
import type { SourceLedger } from './source-ledger';
import type { Line } from './source-lines';
import { joinLines } from './source-lines';
import { tidy, Traced } from './traced-text';
import { squash } from './titles';
import { isBodyName } from './unit-names';
import { isWebPageLine } from './web-page-lines';
import type { Zones } from './zones';

export interface FrontMatter {
  documentNumber: string | null;
  issuer: string | null;
  issuedOn: string | null;
  printedOn: string | null;
  disclosure: string | null;
  addressees: string | null;
  /** Lines that a field or a remark has taken; what is left of the body is its text. */
  taken: Set<number>;
}

const attachmentList = /^附\s*(?:件|表)\s*\d{0,2}\s*[：:.、\s]/;

/** Header, letter, signature and tail of the paper → fields; the lines of them that have no field become remarks. */
export function readFrontMatter(
  lines: readonly Line[],
  inTable: (index: number) => boolean,
  zones: Zones,
  ledger: SourceLedger,
): FrontMatter {
  const front: FrontMatter = {
    documentNumber: null,
    issuer: null,
    issuedOn: null,
    printedOn: null,
    disclosure: null,
    addressees: null,
    taken: new Set(),
  };
  const take = (index: number): void => void front.taken.add(index);
  const headEnd = zones.title?.to ?? zones.body.from;
  takeTitles(lines, zones, front, ledger);
  takeAddressees(lines, zones, front, ledger);
  const signatureFrom = zones.notice?.to ?? zones.title?.to ?? 0;
  const signatureTo = zones.title !== null && zones.notice !== null ? zones.title.from : zones.body.to;
  takeSignature(lines, signatureFrom, signatureTo, front, ledger, inTable);
  if (front.issuedOn === null && zones.title !== null)
    takeSignature(lines, zones.title.to, zones.body.to, front, ledger, inTable);
  lines.forEach((line, index) => {
    if (front.taken.has(index) || inTable(index)) return;
    const disclosure = findDisclosure(line.text);
    const inTail = index >= zones.tail.from && index < zones.tail.to;
    if (disclosure !== null && (line.text.length < 40 || inTail)) {
      if (front.disclosure === null) ledger.remark(line.piece, 'signature', '公开属性的原文');
      else ledger.remark(line.piece, 'repeated', '公开属性重复出现');
      front.disclosure ??= disclosure;
      take(index);
    } else if (inTail) {
      takeTailLine(lines, index, zones, front, ledger);
      take(index);
    } else if (index < headEnd) takeHeadLine(line, index, zones, front, ledger);
    else if (isWebPageLine(line.text)) {
      ledger.remark(line.piece, 'webPage', '网页信息，不属于文件正文');
      take(index);
    }
  });
  takeAttachmentList(lines, zones, front, ledger, inTable);
  if (front.issuedOn !== null && front.printedOn !== null && front.printedOn < front.issuedOn) {
    ledger.doubt(
      joinLines(lines.slice(zones.tail.from, zones.tail.from + 1)).start,
      `${front.issuedOn} / ${front.printedOn}`,
      '印发日期早于成文日期，请核对',
    );
  }
  front.issuer ??= issuerOfTitle(zones.notice?.text ?? null) ?? issuerOfTitle(zones.title?.text ?? null);
  return front;
}

function takeTitles(lines: readonly Line[], zones: Zones, front: FrontMatter, ledger: SourceLedger): void {
  const spans = [
    ...(zones.notice === null ? [] : [zones.notice]),
    ...(zones.title === null ? [] : [zones.title]),
  ];
  for (const span of spans) {
    for (let i = span.from; i < span.to; i++) {
      front.taken.add(i);
      const number = findDocumentNumber(lines[i].text);
      if (number !== null && span === zones.notice) front.documentNumber ??= number.number;
      ledger.place(lines[i].piece);
    }
  }
  const said = new Set(spans.map((span) => squash(span.text)));
  for (const span of zones.notices) {
    if (span === zones.notice) continue;
    for (let i = span.from; i < span.to; i++) {
      front.taken.add(i);
      ledger.remark(lines[i].piece, 'repeated', '标题重复出现');
    }
  }
  const end = zones.title?.to ?? zones.body.from;
  for (let i = 0; i < end; i++) {
    if (front.taken.has(i)) continue;
    for (let to = i + 1; to <= Math.min(i + 3, end); to++) {
      if (
        !said.has(
          squash(
            lines
              .slice(i, to)
              .map((line) => line.text)
              .join(''),
          ),
        )
      )
        continue;
      ledger.remark(joinLines(lines.slice(i, to)), 'repeated', '标题重复出现');
      for (let k = i; k < to; k++) front.taken.add(k);
      break;
    }
  }
}

const addresseeWords = /各|有关|单位|部门|政府|办事处|管委会|委员会|局|办公室|公司|学校|医院/;

function takeAddressees(
  lines: readonly Line[],
  zones: Zones,
  front: FrontMatter,
  ledger: SourceLedger,
): void {
  const from = zones.notice?.to ?? 0;
  const to = Math.min(lines.length, zones.notice === null ? (zones.title?.from ?? 3) : from + 8);
  for (let i = from; i < to; i++) {
    const { text } = lines[i];
    if (markerOf(text) !== null || /。/.test(text)) return;
    if (!/[：:]$/.test(text) || /(?:如下|要求是?|要求为)[：:]$/.test(text)) continue;
    let first = i;
    while (
      first > from &&
      !front.taken.has(first - 1) &&
      /[，、,；]$|[\u3400-\u9fff]$/.test(lines[first - 1].text) &&
      !isHeadInfo(lines[first - 1].text) &&
      lines[first].gap === 0
    )
      first--;
    const piece = joinLines(lines.slice(first, i + 1));
    if (!addresseeWords.test(piece.text) || piece.length > 300) return;
    front.addressees = tidy(piece.text).replace(/[：:]$/, '');
    ledger.place(piece);
    for (let k = first; k <= i; k++) front.taken.add(k);
    return;
  }
}

function isHeadInfo(text: string): boolean {
  return (
    findDocumentNumber(text) !== null || findDate(text) !== null || isWebPageLine(text) || text.length < 4
  );
}

/** The body's name above a date, or both on one line; the last such place before the plan (or its end) is the signature. */
function takeSignature(
  lines: readonly Line[],
  from: number,
  to: number,
  front: FrontMatter,
  ledger: SourceLedger,
  inTable: (index: number) => boolean,
): void {
  for (let i = to - 1; i >= from; i--) {
    const { text, piece } = lines[i];
    if (inTable(i) || text.length > 60 || front.taken.has(i) || isWebPageLine(text)) continue;
    const alone = dateAlone(text);
    const above = i > 0 && i - 1 >= from && !front.taken.has(i - 1) ? lines[i - 1].text : '';
    const found = findDate(text);
    if (alone !== null) {
      front.issuedOn = alone;
      if (isBodyName(above)) {
        front.issuer = tidy(above).replace(/[（(](?:代章|盖章|印章|章)[）)]$/, '');
        ledger.place(lines[i - 1].piece);
        front.taken.add(i - 1);
      }
    } else if (
      found !== null &&
      found.to >= text.trimEnd().length - 1 &&
      isBodyName(text.slice(0, found.from))
    ) {
      front.issuedOn = found.date;
      front.issuer = tidy(text.slice(0, found.from));
      ledger.place(piece.slice(0, found.from));
    } else continue;
    ledger.remark(piece.slice(found?.from ?? 0), 'signature', '成文日期的原文');
    ledger.place(piece);
    front.taken.add(i);
    return;
  }
}

function takeTailLine(
  lines: readonly Line[],
  index: number,
  zones: Zones,
  front: FrontMatter,
  ledger: SourceLedger,
): void {
  const { text, piece } = lines[index];
  const date = findDate(text);
  if (date !== null && front.printedOn === null && /印\s*发/.test(text)) {
    front.printedOn = date.date;
    const before = text.slice(0, date.from).trim();
    const above = index > zones.tail.from ? lines[index - 1].text : '';
    const body = isBodyName(before) ? before : before === '' && isBodyName(above) ? above : null;
    if (body !== null) front.issuer ??= tidy(body);
    ledger.remark(piece, 'distribution', '印发行的原文');
  } else if (isWebPageLine(text)) ledger.remark(piece, 'webPage', '网页信息，不属于文件正文');
  else ledger.remark(piece, 'distribution', '抄送、印发等版记内容');
}

function takeHeadLine(
  line: Line,
  index: number,
  zones: Zones,
  front: FrontMatter,
  ledger: SourceLedger,
): void {
  front.taken.add(index);
  const number = /[。《]/.test(line.text) ? null : findDocumentNumber(line.text);
  const beforeLetter =
    index < (zones.notice?.to ?? zones.title?.to ?? 0) || index < (zones.notice?.to ?? 0) + 3;
  if (number !== null && front.documentNumber === null && beforeLetter && line.text.length <= 60) {
    front.documentNumber = number.number;
    ledger.place(line.piece.slice(number.from, number.to));
    ledger.remark(
      Traced.join([line.piece.slice(0, number.from), line.piece.slice(number.to)], ' ').trim(),
      'letterhead',
      '文号行中的其他文字',
    );
    return;
  }
  const behindNotice = zones.notice !== null && index >= zones.notice.to;
  if (number !== null && beforeLetter && number.number === front.documentNumber)
    ledger.remark(line.piece, 'repeated', '文号重复出现');
  else if (isWebPageLine(line.text)) ledger.remark(line.piece, 'webPage', '网页信息，不属于文件正文');
  else if (behindNotice && attachmentList.test(line.text))
    ledger.remark(line.piece, 'attachmentList', '附件目录');
  else if (behindNotice) ledger.remark(line.piece, 'letter', '印发通知的正文');
  else ledger.remark(line.piece, 'letterhead', '文件头信息');
}

/** “附件：1.任务清单 2.单位名单”: the list of attachments at the end of the text. */
function takeAttachmentList(
  lines: readonly Line[],
  zones: Zones,
  front: FrontMatter,
  ledger: SourceLedger,
  inTable: (index: number) => boolean,
): void {
  for (let i = zones.body.from; i < zones.body.to; i++) {
    if (
      front.taken.has(i) ||
      inTable(i) ||
      !/^附\s*(?:件|表)\s*\d{0,2}\s*[：:.、\s]\s*\S/.test(lines[i].text)
    )
      continue;
    let to = i + 1;
    while (
      to < zones.body.to &&
      !inTable(to) &&
      lines[to].text.length <= 60 &&
      /^\d{1,2}\s*[.．、]/.test(lines[to].text) &&
      !/[。；]$/.test(lines[to].text)
    )
      to++;
    for (let k = i; k < to; k++) {
      ledger.remark(lines[k].piece, 'attachmentList', '附件目录');
      front.taken.add(k);
    }
  }
}

/** The body named at the start of a title: “X人民政府办公室关于…”, “X县教育局2026年…”. */
export function issuerOfTitle(title: string | null): string | null {
  if (title === null) return null;
  const bare = title.replace(/\s+/g, '');
  const about =
    /^(.{3,40}?)关于/.exec(bare)?.[1] ??
    /^(.{2,30}?(?:局|办公室|人民政府|委员会|管委会|街道办事处|中心))(?:(?:19|20)\d{2}年|印发|政务公开)/.exec(
      bare,
    )?.[1];
  return about !== undefined && isBodyName(about) ? about : null;
}
