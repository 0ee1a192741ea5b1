import type { ParsedUnitList } from '@sunledger/shared-types';
import type { SourceLedger } from './source-ledger';
import type { Line } from './source-lines';
import type { StepCounter } from './steps';
import { tidy, Traced } from './traced-text';
import { looksLikeUnit } from './unit-names';
import { splitUnits } from './unit-split';

/**
 * The lines of an attachment → a list of units (附件2 县属有关单位名单), or null when they are something else, such as a
 * list of persons. Lines are joined as printed unless each holds whole names of its own.
 */
export function readUnitList(
  title: string | null,
  lines: readonly Line[],
  ledger: SourceLedger,
  steps: StepCounter,
): ParsedUnitList | null {
  if (lines.length === 0) return null;
  const perLine = lines.every((line) => !/[、，,；;]/.test(line.text)) && lines.length > 1;
  const whole = Traced.join(
    lines.map((line) => line.piece),
    perLine ? '；' : '',
  );
  steps.add(whole.length);
  const text = whole.text.replace(/[（(]\s*共?\s*\d+\s*(?:个|家)[）)]/g, '');
  const units = splitUnits(text.replace(/(^|；)\s*\d{1,3}\s*[.．、]?\s*(?=[\u3400-\u9fff])/g, '$1'), false)
    .flatMap((part) => part.text.split(/[：:]/).slice(-1))
    .map((name) => tidy(name).replace(/[。.]$/, ''))
    .filter((name) => name !== '');
  const named = units.filter(looksLikeUnit).length;
  const titled = title !== null && /单位|部门/.test(title);
  if (units.length < 3 || named < units.length * (titled ? 0.7 : 0.9)) return null;
  for (const line of lines) ledger.place(line.piece);
  return { title, units: [...new Set(units)] };
}
