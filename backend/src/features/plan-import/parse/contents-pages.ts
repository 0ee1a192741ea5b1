import { markerOf } from './marker';
import type { SourceLedger } from './source-ledger';
import type { Line } from './source-lines';

const leader = /(?:[.．…·•。]{3,}|…{2,}|\s{3,}|-{4,}|\t)\s*[(（-]?\s*\d{1,3}\s*[)）-]?$/;
const head = /^目\s*[录次]$/;

/** Takes a table of contents out: lines with leaders and page numbers, and what follows 目录 until a heading comes again. */
export function dropContents(lines: readonly Line[], ledger: SourceLedger): Line[] {
  const taken = new Set<number>();
  const start = lines.findIndex((line) => head.test(line.text));
  lines.forEach((line, index) => {
    if (
      leader.test(line.text) &&
      line.text.length < 90 &&
      /[\u3400-\u9fff]/.test(line.text) &&
      !line.raw.text.includes('\t')
    )
      taken.add(index);
  });
  if (start >= 0) {
    taken.add(start);
    const seen = new Set<string>();
    for (let i = start + 1; i < Math.min(lines.length, start + 80); i++) {
      const text = lines[i].text.replace(/[.．…·\s\d]+$/, '');
      if (seen.has(text) || text.length > 60 || /。$/.test(lines[i].text)) break;
      if (markerOf(lines[i].text) !== null || taken.has(i)) seen.add(text);
      taken.add(i);
    }
  }
  if (taken.size < 3) return [...lines];
  for (const index of taken) ledger.remark(lines[index].piece, 'contents', '目录');
  return lines.filter((_line, index) => !taken.has(index));
}
