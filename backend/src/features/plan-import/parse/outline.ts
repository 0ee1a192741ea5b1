import type { Marker, MarkerKind } from './marker';
import type { Paragraph } from './paragraphs';
import type { StepCounter } from './steps';
import { Traced } from './traced-text';
import { endsWithNote, isUnitNote, startsWithLabel } from './unit-note';

/** A numbered node: its marker, the rest of that paragraph and the paragraphs that follow, and the nodes below it. */
export interface Node {
  marker: Marker;
  markerPiece: Traced;
  /** The first is the rest of the marker's own paragraph (may be blank). */
  paragraphs: Traced[];
  children: Node[];
}

export interface Outline {
  /** Before the first number. */
  overview: Traced[];
  /** 一、二、三; empty for a paper that has another or no top level. */
  sections: Node[];
  /** Items of a paper without sections. */
  items: Node[];
}

/** Paragraphs → tree. Sections are 一、; below them （一） or 1.; below those 1. or （1）; ① and 一是 stay in the text (rule 8). */
export function buildOutline(paragraphs: readonly Paragraph[], steps: StepCounter): Outline {
  const out: Outline = { overview: [], sections: [], items: [] };
  const kinds = new Set(paragraphs.map((paragraph) => paragraph.marker?.kind));
  const top: MarkerKind | undefined = (
    ['chinese', 'bracketChinese', 'arabic', 'bracketArabic'] as const
  ).find((kind) => kinds.has(kind));
  let section: Node | null = null;
  let item: Node | null = null;
  let sub: Node | null = null;
  let started = false;
  for (const paragraph of paragraphs) {
    steps.add(1);
    const { marker } = paragraph;
    if (!started && marker?.kind === top && top !== undefined) started = true;
    if (!started) {
      out.overview.push(paragraph.piece);
      continue;
    }
    const kind = marker?.kind;
    const node = marker === null ? null : nodeOf(paragraph, marker);
    if (node !== null && kind === 'chinese') {
      out.sections.push(node);
      [section, item, sub] = [node, null, null];
    } else if (
      node !== null &&
      (kind === 'bracketChinese' ||
        (kind === 'arabic' && item?.marker.kind !== 'bracketChinese') ||
        (kind === 'bracketArabic' &&
          (item === null || item.marker.kind === 'bracketArabic') &&
          (top === 'bracketArabic' || section !== null)))
    ) {
      (section?.children ?? out.items).push(node);
      [item, sub] = [node, null];
    } else if (
      node !== null &&
      item !== null &&
      (kind === 'arabic' ||
        (kind === 'bracketArabic' && (sub === null || sub.marker.kind === 'bracketArabic')))
    ) {
      item.children.push(node);
      sub = node;
    } else (sub ?? item ?? section)?.paragraphs.push(paragraph.piece);
  }
  const usual = subNotesAreUsual(out);
  for (const node of [...out.sections.flatMap((each) => each.children), ...out.items]) collapse(node, usual);
  return out;
}

function nodeOf(paragraph: Paragraph, marker: Marker): Node {
  return {
    marker,
    markerPiece: paragraph.piece.slice(0, marker.length),
    paragraphs: [paragraph.piece.slice(marker.length)],
    children: [],
  };
}

function hasNote(node: Node): boolean {
  return node.paragraphs.some((piece) => isNoteParagraph(piece.text) || endsWithNote(piece.text));
}

/** A paragraph that is a note and nothing else. */
export function isNoteParagraph(text: string): boolean {
  if (startsWithLabel(text)) return true;
  const match = /^[（([【〔]([^]{2,600})[）)\]】〕][。；;]?$/.exec(text.trim());
  return match !== null && isUnitNote(match[1], true);
}

/** Do numbered sub-paragraphs of this paper carry notes of their own? */
function subNotesAreUsual(outline: Outline): boolean {
  const items = [...outline.sections.flatMap((section) => section.children), ...outline.items];
  return items.some((item) => item.children.slice(0, -1).some(hasNote));
}

/** 1.2.3. under one note stay in the text (rule 8): the note behind the last of them speaks for all. */
function collapse(item: Node, usual: boolean): void {
  if (item.children.length < 2) return;
  const last = item.children[item.children.length - 1];
  if (item.children.slice(0, -1).some(hasNote) || !hasNote(last)) return;
  const alone = last.paragraphs.slice(1).some((piece) => isNoteParagraph(piece.text));
  if (usual && !alone) return;
  for (const child of item.children) {
    const [first, ...rest] = child.paragraphs;
    item.paragraphs.push(Traced.join([child.markerPiece, first], ''), ...rest);
  }
  item.children = [];
}
