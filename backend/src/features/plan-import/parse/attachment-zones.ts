import { dateAlone } from './document-dates';
import type { Line } from './source-lines';
import type { Table } from './table-grid';

/** An attachment: its label line (附件2), and the lines up to the next one. */
export interface AttachmentZone {
  label: number;
  from: number;
  to: number;
}

export const attachmentLabel = /^附\s*(?:件|表|录)\s*[（(]?[一二三四五六七八九十\d]{0,3}[）)]?\s*[：:]?$/;
export const attachmentWithTitle =
  /^附\s*(?:件|表)\s*[一二三四五六七八九十\d]{1,3}\s*[：:.、\s]?\s*\S{4,50}$/;
export const unitListTitle =
  /^(?:附\s*件\s*\d*\s*[：:]?)?.{0,30}(?:单位|部门|成员).{0,8}(?:名单|名录|一览表?|目录)$/;

/** Label lines behind the plan and what lies between them. */
export function findAttachments(
  lines: readonly Line[],
  tables: readonly Table[],
  from: number,
  tail: { from: number; to: number },
): AttachmentZone[] {
  const labels: number[] = [];
  for (let i = from; i < lines.length; i++) {
    if (i >= tail.from && i < tail.to) continue;
    if (tables.some((table) => i >= table.from && i < table.to)) continue;
    const { text } = lines[i];
    const next = lines[i + 1]?.text ?? '';
    const titled =
      attachmentWithTitle.test(text) &&
      next !== '' &&
      !/^附\s*件|^\d[.．、]/.test(next) &&
      dateAlone(next) === null &&
      dateAlone(lines[i + 2]?.text ?? '') === null;
    if (
      attachmentLabel.test(text) ||
      titled ||
      (unitListTitle.test(text) &&
        !/[，。]/.test(text) &&
        text.length <= 40 &&
        !/^附\s*件\s*[：:]|^\d[.．、]/.test(text))
    ) {
      if (labels.at(-1) === i - 1 && attachmentLabel.test(lines[i - 1].text)) continue;
      labels.push(i);
    }
  }
  const inTail = tail.to < lines.length ? tail.to : lines.length;
  return labels.map((label, index) => {
    const end = labels[index + 1] ?? (label < tail.from ? Math.min(tail.from, lines.length) : lines.length);
    return {
      label,
      from: label + 1,
      to: Math.max(
        label + 1,
        Math.min(end, label < tail.from ? Math.max(tail.from, label + 1) : Math.max(end, inTail)),
      ),
    };
  });
}
