import type { ParsedUnitList } from '@sunledger/shared-types';
import type { SourceLedger } from './source-ledger';
import type { StepCounter } from './steps';
import type { Line } from './source-lines';
import type { Traced } from './traced-text';
import { tidy } from './traced-text';
import { readUnitList } from './unit-lists';
import type { Zones } from './zones';
import { unitListTitle } from './attachment-zones';

/** The attachments behind the plan: lists of units become unitLists, everything else but tables a remark. */
export function readUnitLists(
  lines: readonly Line[],
  zones: Zones,
  taken: ReadonlySet<number>,
  inTable: (index: number) => boolean,
  ledger: SourceLedger,
  steps: StepCounter,
): ParsedUnitList[] {
  const lists: ParsedUnitList[] = [];
  for (const zone of zones.attachments) {
    const indexes = [];
    for (let i = zone.from; i < zone.to; i++) if (!taken.has(i) && !inTable(i)) indexes.push(i);
    const label = lines[zone.label];
    const titleIndex = unitListTitle.test(label.text)
      ? zone.label
      : (indexes.find((index) => unitListTitle.test(lines[index].text) && lines[index].text.length <= 40) ??
        null);
    const content = indexes.filter((index) => index !== titleIndex).map((index) => lines[index]);
    const titlePiece = titleIndex === null ? null : behindLabel(lines[titleIndex].piece);
    const title = titlePiece === null ? null : tidy(titlePiece.text);
    const list = readUnitList(title, content, ledger, steps);
    if (list !== null) {
      lists.push(list);
      if (titlePiece !== null) ledger.place(titlePiece);
    }
    for (const index of [zone.label, ...indexes])
      ledger.remark(lines[index].piece, 'attachment', '附件中没有对应字段的内容');
  }
  return lists;
}

/** “附件2：县直单位名单” → 县直单位名单 */
function behindLabel(line: Traced): Traced {
  return line.slice(/^附\s*件\s*\d*\s*[：:]?\s*/.exec(line.text)?.[0].length ?? 0);
}
