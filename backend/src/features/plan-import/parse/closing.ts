import { isOwnLineTitle } from './node-title';
import type { Outline } from './outline';
import { isNoteParagraph } from './outline';
import type { PaperFacts } from './plan-tree';
import { paragraphText } from './plan-tree';

const closingWords =
  /^(?:各(?:地|级|乡|镇|街|部门|单位|县|区|市|旗|有关|相关|科室|责任)|请各|[区县市旗]政府办(?:公室)?(?:将|要)|[区县市旗]政务公开办|本(?:要点|方案|通知)|特此通知|以上)/;

/** A paragraph behind the last item that belongs to none: behind its note, or where items are of one paragraph each. */
export function takeClosing(outline: Outline, facts: PaperFacts): string | null {
  const lastSection = outline.sections.at(-1);
  // Where sections hold items, the paragraphs of one without items are its text.
  const mixed = outline.sections.some((section) => section.children.length > 0);
  if (mixed && lastSection !== undefined && lastSection.children.length === 0) return null;
  const tops = [
    ...outline.sections.flatMap((section) => (mixed ? section.children : [section])),
    ...outline.items,
  ];
  const leaves = tops.flatMap((node) => (node.children.length > 0 ? node.children : [node]));
  const last = leaves.at(-1);
  if (last === undefined || last.paragraphs.length < 2) return null;
  const others = leaves.slice(0, -1);
  const oneParagraph = others.filter(
    (node) =>
      node.paragraphs.filter((piece) => !isNoteParagraph(piece.text)).length <=
      (isOwnLineTitle(node.paragraphs[0].text) && !/。$/.test(node.paragraphs[0].text) ? 2 : 1),
  ).length;
  const usual = others.length >= 2 && oneParagraph >= others.length * 0.8;
  const bodySize = isOwnLineTitle(last.paragraphs[0].text) && !/。$/.test(last.paragraphs[0].text) ? 2 : 1;
  let keep = last.paragraphs.length;
  while (keep > bodySize) {
    const text = last.paragraphs[keep - 1].text.trim();
    if (isNoteParagraph(text)) break;
    const behindNote = last.paragraphs.slice(0, keep - 1).some((piece) => isNoteParagraph(piece.text));
    if (!usual && !behindNote && !closingWords.test(text)) break;
    keep--;
  }
  const taken = last.paragraphs.splice(keep);
  for (const piece of taken) facts.ledger.place(piece);
  return taken.length === 0 ? null : paragraphText(taken);
}
