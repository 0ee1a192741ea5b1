import type { ParsedUnitList } from '@sunledger/shared-types';
import type { SourceLedger } from './source-ledger';
import type { Line } from './source-lines';
import type { StepCounter } from './steps';
import { tidy, Traced } from './traced-text';
import { looksLikeUnit } from './unit-names';
import { splitUnits } from './unit-split';

/** Before a name: its running number (1. 县教育局) or the kind it stands under (党群部门：县委办). */
const beforeName = /^(?:.*[：:]|\d{1,3}\s*[.．、\s]?)\s*/;

/**
 * The lines of an attachment → a list of units (附件2 县属有关单位名单), or null when they are something else, such as a
 * list of persons. Lines are joined as printed unless each holds one whole name.
 */
export function readUnitList(
  title: string | null,
  lines: readonly Line[],
  ledger: SourceLedger,
  steps: StepCounter,
): ParsedUnitList | null {
  if (lines.length === 0) return null;
  const perLine = lines.length > 1 && lines.every((line) => !/[、，,；;]/.test(line.text));
  const whole = Traced.join(
    lines.map((line) => line.raw.trim()),
    perLine ? '；' : '',
  );
  steps.add(whole.length);
  const found = splitUnits(whole.text, false).flatMap(({ from, to }) => {
    const printed = whole.slice(from, to);
    const skipped = beforeName.exec(printed.text)?.[0].length ?? 0;
    const count = /[（(]\s*共?\s*\d+\s*[个家][^（）()]*[）)]/.exec(printed.text)?.index;
    const piece = printed.slice(skipped, count).trim();
    const name = tidy(piece.text)
      .replace(/\n/g, '')
      .replace(/[。.；;]+$/, '');
    return name === '' ? [] : [{ name, piece }];
  });
  const named = found.filter(({ name }) => looksLikeUnit(name)).length;
  const titled = title !== null && /单位|部门/.test(title);
  if (found.length < 3 || named < found.length * (titled ? 0.7 : 0.9)) return null;
  for (const { piece } of found) ledger.place(piece);
  for (const offset of whole.at)
    if (offset >= 0 && /[、，,；;。]/.test(ledger.source[offset])) ledger.placeOffset(offset, 1);
  return { title, units: [...new Set(found.map(({ name }) => name))] };
}
