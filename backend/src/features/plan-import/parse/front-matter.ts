import { findDate } from './document-dates';
import { findDisclosure } from './disclosure';
import { findDocumentNumber } from './document-number';
import { takeAddressees, takeHeadLine, takeTitles } from './head-lines';
import { takeSignature, takeUndatedSignature } from './signature';
import type { SourceLedger } from './source-ledger';
import type { Line } from './source-lines';
import { tidy, Traced } from './traced-text';
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

type InTable = (index: number) => boolean;

const contact =
  /^[（(]?\s*(?:联\s*系\s*人|联系电话|联系方式|联系单位|咨询电话|监督电话|传\s*真|邮\s*箱|电子邮箱|电子邮件|联系地址)\s*[：:]/;

/** Header, letter, signature and tail of the paper → fields; the lines of them that have no field become remarks. */
export function readFrontMatter(
  lines: readonly Line[],
  inTable: InTable,
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
  takeTitles(lines, zones, front, ledger);
  takeAddressees(lines, zones, front, ledger);
  const letter = zones.notice !== null || front.addressees !== null;
  const to = zones.title !== null && letter ? zones.title.from : zones.body.to;
  takeSignature(
    lines,
    { from: zones.notice?.to ?? (letter ? 0 : (zones.title?.to ?? 0)), to },
    front,
    ledger,
    inTable,
  );
  if (front.issuedOn === null && zones.title !== null)
    takeSignature(lines, { from: zones.title.to, to: zones.body.to }, front, ledger, inTable);
  if (front.issuer === null && front.issuedOn === null)
    takeUndatedSignature(lines, { from: zones.body.from, to: zones.body.to }, front, ledger, inTable);
  const headEnd = Math.max(zones.title?.to ?? 0, zones.body.from);
  lines.forEach((line, index) => {
    if (front.taken.has(index) || inTable(index)) return;
    const inTail = index >= zones.tail.from && index < zones.tail.to;
    if (takeDisclosure(line, front, ledger)) front.taken.add(index);
    else if (inTail) takeTailLine(lines, index, zones, front, ledger);
    else if (index < headEnd) takeHeadLine(line, index, zones, front, ledger);
    else takeBodyInfo(line, index, headEnd, front, ledger);
  });
  takeAttachmentList(lines, zones, front, ledger, inTable);
  if (front.issuedOn !== null && front.printedOn !== null && front.printedOn < front.issuedOn) {
    ledger.doubt(
      lines[zones.tail.from].piece.start,
      `${front.issuedOn} / ${front.printedOn}`,
      '印发日期早于成文日期，请核对',
    );
  }
  front.issuer ??= issuerOfTitle(zones.notice?.text ?? null) ?? issuerOfTitle(zones.title?.text ?? null);
  return front;
}

function takeDisclosure(line: Line, front: FrontMatter, ledger: SourceLedger): boolean {
  const disclosure = findDisclosure(line.text);
  if (disclosure === null) return false;
  if (front.disclosure === null) ledger.remark(line.piece, 'signature', '公开属性的原文');
  else ledger.remark(line.piece, 'repeated', '公开属性重复出现');
  front.disclosure ??= disclosure;
  return true;
}

function takeTailLine(
  lines: readonly Line[],
  index: number,
  zones: Zones,
  front: FrontMatter,
  ledger: SourceLedger,
): void {
  const { text, piece } = lines[index];
  front.taken.add(index);
  const date = findDate(text);
  const number = index < zones.body.from + 4 ? findDocumentNumber(text) : null;
  if (number !== null) front.documentNumber ??= number.number;
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

/** Lines in the body that are none of its text: page navigation, contacts, a document number below the title. */
function takeBodyInfo(
  line: Line,
  index: number,
  headEnd: number,
  front: FrontMatter,
  ledger: SourceLedger,
): void {
  const { text, piece } = line;
  const number =
    index < headEnd + 3 && text.length < 50 && !/[。《]/.test(text) ? findDocumentNumber(text) : null;
  if (number !== null && front.documentNumber === null) {
    front.documentNumber = number.number;
    ledger.place(piece.slice(number.from, number.to));
    ledger.remark(
      Traced.join([piece.slice(0, number.from), piece.slice(number.to)], ' ').trim(),
      'letterhead',
      '文号行中的其他文字',
    );
  } else if (isWebPageLine(text)) ledger.remark(piece, 'webPage', '网页信息，不属于文件正文');
  else if (contact.test(text) && text.length < 120)
    ledger.remark(piece, 'distribution', '联系人信息，不属于任务内容');
  else return;
  front.taken.add(index);
}

/** “附件：1.任务清单 2.单位名单”: the list of attachments at the end of the text. */
function takeAttachmentList(
  lines: readonly Line[],
  zones: Zones,
  front: FrontMatter,
  ledger: SourceLedger,
  inTable: InTable,
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
    /^(.{3,40}?)(?:关于|印发)/.exec(bare)?.[1] ??
    /^(.{2,30}?(?:局|办公室|人民政府|委员会|管委会|街道办事处|中心))(?:(?:19|20)\d{2}年|政务公开)/.exec(
      bare,
    )?.[1];
  return about !== undefined && isBodyName(about) ? about : null;
}
