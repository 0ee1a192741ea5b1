import { dateAlone, findDate } from './document-dates';
import type { FrontMatter } from './front-matter';
import type { SourceLedger } from './source-ledger';
import type { Line } from './source-lines';
import type { Traced } from './traced-text';
import { tidy } from './traced-text';
import { isBodyName } from './unit-names';
import { isWebPageLine } from './web-page-lines';

const seal = /[（(](?:代章|盖章|印章|章)[）)]$/;

/** Where a signature may stand: lines from…to (exclusive). */
export interface SignatureZone {
  from: number;
  to: number;
}

/**
 * The body's name above a date, or both on one line; the last such place of the zone counts. Two bodies that sign together
 * are both named. The printed date goes to a remark, because the field holds it in another form.
 */
export function takeSignature(
  lines: readonly Line[],
  zone: SignatureZone,
  front: FrontMatter,
  ledger: SourceLedger,
  inTable: (index: number) => boolean,
): void {
  for (let i = zone.to - 1; i >= zone.from; i--) {
    const { text, piece } = lines[i];
    if (inTable(i) || text.length > 80 || front.taken.has(i) || isWebPageLine(text)) continue;
    const found = findDate(text);
    if (found === null) continue;
    if (dateAlone(text) !== null) {
      front.issuedOn = found.date;
      takeSigners(lines, i - 1, zone.from, front, ledger, inTable);
    } else if (found.to >= text.trimEnd().length - 1 && isBodyName(text.slice(0, found.from))) {
      front.issuedOn = found.date;
      front.issuer = tidy(text.slice(0, found.from)).replace(seal, '');
      placeName(piece.slice(0, found.from), ledger);
    } else continue;
    ledger.remark(piece.slice(found.from), 'signature', '成文日期的原文');
    ledger.place(piece);
    front.taken.add(i);
    return;
  }
}

const month =
  /^[（(]?\s*(?:(?:19|20)\d{2}|[二〇○零一九]{1,2}[〇○零一二三四五六七八九]{2,3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[）)]?$/;

/** A signature without a day: a name above “2021年4月”, or a name alone as the last line. The date then stays open. */
export function takeUndatedSignature(
  lines: readonly Line[],
  zone: SignatureZone,
  front: FrontMatter,
  ledger: SourceLedger,
  inTable: (index: number) => boolean,
): void {
  const open = (index: number): boolean => index >= zone.from && !inTable(index) && !front.taken.has(index);
  let last = zone.to - 1;
  while (last >= zone.from && front.taken.has(last)) last--;
  if (!open(last)) return;
  if (month.test(lines[last].text)) {
    if (!open(last - 1) || !isBodyName(lines[last - 1].text)) return;
    ledger.remark(lines[last].piece, 'signature', '成文日期只有年月');
    front.taken.add(last);
    last--;
  } else if (
    !/(?:政府|办公室|委员会|领导小组|局)$/.test(lines[last].text.trim()) ||
    !/[。）)]$/.test(lines[last - 1]?.text ?? '')
  )
    return;
  takeSigners(lines, last, zone.from, front, ledger, inTable);
}

function takeSigners(
  lines: readonly Line[],
  last: number,
  from: number,
  front: FrontMatter,
  ledger: SourceLedger,
  inTable: (index: number) => boolean,
): void {
  const signers: string[] = [];
  for (let i = last; i >= from && i > last - 3; i--) {
    const { text, piece } = lines[i];
    if (inTable(i) || front.taken.has(i) || !isBodyName(text)) break;
    if (signers.length > 0 && !/(?:委|委员会|政府|办公室|局|部)$/.test(text.trim())) break;
    signers.unshift(tidy(text).replace(/\n/g, '').replace(seal, ''));
    placeName(piece, ledger);
    front.taken.add(i);
  }
  if (signers.length > 0) front.issuer = signers.join(' ');
}

/** The name is a field; a word for the seal behind it is not. */
function placeName(piece: Traced, ledger: SourceLedger): void {
  const name = piece.trim();
  const mark = seal.exec(name.text)?.index ?? name.length;
  ledger.place(name.slice(0, mark));
  ledger.remark(name.slice(mark), 'signature', '落款中的印章说明');
}
