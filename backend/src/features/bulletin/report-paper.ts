import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
} from 'docx';

/** Page and letters of official papers (GB/T 9704—2012): A4, 仿宋 16 pt, title 22 pt, headings in 黑体. */
const BODY = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', cs: '仿宋' };
const HEADING = { ...BODY, eastAsia: '黑体' };
const TITLE = { ...BODY, eastAsia: '宋体' };
const HALF_POINTS = { title: 44, body: 32, heading: 32, table: 21, small: 21 };
const MARGINS = { top: 2098, bottom: 1985, left: 1588, right: 1474 };
const LINE = { line: 560, lineRule: LineRuleType.EXACT };
const TABLE_TWIPS = 8844;

export const paperTitle = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 640, lineRule: LineRuleType.EXACT, after: 320 },
    children: [new TextRun({ text, font: TITLE, size: HALF_POINTS.title, bold: true })],
  });

export const paperHeading = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    indent: { firstLine: 640 },
    spacing: LINE,
    children: [new TextRun({ text, font: HEADING, size: HALF_POINTS.heading })],
  });

export const paperText = (text: string): Paragraph =>
  new Paragraph({
    indent: { firstLine: 640 },
    spacing: LINE,
    alignment: AlignmentType.JUSTIFIED,
    children: [new TextRun({ text, font: BODY, size: HALF_POINTS.body })],
  });

export const paperSigned = (...lines: string[]): Paragraph[] =>
  lines.map(
    (text, at) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        indent: { right: 640 },
        spacing: { ...LINE, before: at === 0 ? 560 : 0 },
        children: [new TextRun({ text, font: BODY, size: HALF_POINTS.body })],
      }),
  );

export const paperSmall = (text: string): Paragraph =>
  new Paragraph({
    spacing: { before: 120 },
    children: [new TextRun({ text, font: BODY, size: HALF_POINTS.small })],
  });

const edge = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
const edges = { top: edge, bottom: edge, left: edge, right: edge };

interface CellLook {
  readonly head?: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

const cell = (text: string, width: number, { head = false, align = 'left' }: CellLook = {}): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: edges,
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    ...(head ? { shading: { type: ShadingType.CLEAR, fill: 'EDEDED', color: 'auto' } } : {}),
    children: [
      new Paragraph({
        alignment: AlignmentType[align === 'left' ? 'LEFT' : align === 'right' ? 'RIGHT' : 'CENTER'],
        children: [new TextRun({ text, font: head ? HEADING : BODY, size: HALF_POINTS.table })],
      }),
    ],
  });

export interface PaperColumn {
  readonly head: string;
  /** Share of the width. */
  readonly share: number;
  readonly align?: CellLook['align'];
}

/** A table whose head repeats on every page. */
export function paperTable(columns: readonly PaperColumn[], rows: readonly (readonly string[])[]): Table {
  const all = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => Math.floor((column.share / all) * TABLE_TWIPS));
  const row = (texts: readonly string[], head: boolean): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: texts.map((text, at) =>
        cell(text, widths[at] ?? 0, { head, align: head ? 'center' : (columns[at]?.align ?? 'left') }),
      ),
    });
  return new Table({
    width: { size: TABLE_TWIPS, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      row(
        columns.map((column) => column.head),
        true,
      ),
      ...rows.map((texts) => row(texts, false)),
    ],
  });
}

export interface PaperBar {
  readonly label: string;
  readonly value: number;
  /** Six hex digits. */
  readonly colour: string;
}

const STEPS = 24;
const LABEL_TWIPS = 2100;
const VALUE_TWIPS = 1000;
const STEP_TWIPS = Math.floor((TABLE_TWIPS - LABEL_TWIPS - VALUE_TWIPS) / STEPS);

/**
 * A bar chart of table cells: it needs no font and no picture, prints in black and white, can be changed in
 * Word and WPS, and says every value in words besides.
 */
export function paperBars(bars: readonly PaperBar[]): Table {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const bare = { top: none, bottom: none, left: none, right: none };
  const step = (fill: string | null): TableCell =>
    new TableCell({
      width: { size: STEP_TWIPS, type: WidthType.DXA },
      borders: bare,
      ...(fill ? { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } } : {}),
      children: [new Paragraph({ children: [new TextRun({ text: '', size: 12 })] })],
    });
  return new Table({
    width: { size: TABLE_TWIPS, type: WidthType.DXA },
    columnWidths: [LABEL_TWIPS, ...Array.from({ length: STEPS }, () => STEP_TWIPS), VALUE_TWIPS],
    layout: TableLayoutType.FIXED,
    rows: bars.map((bar) => {
      // Whatever is not nothing shows.
      const filled = bar.value === 0 ? 0 : Math.max(1, Math.round((bar.value / most) * STEPS));
      return new TableRow({
        cantSplit: true,
        children: [
          cell(bar.label, LABEL_TWIPS),
          ...Array.from({ length: STEPS }, (_, at) => step(at < filled ? bar.colour : null)),
          cell(String(bar.value), VALUE_TWIPS, { align: 'right' }),
        ],
      });
    }),
  });
}

/** The paper as a Word file, with page numbers below. */
export function paperFile(title: string, author: string, children: readonly FileChild[]): Promise<Buffer> {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: BODY, size: HALF_POINTS.small }),
    ],
  });
  const paper = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    styles: { default: { document: { run: { font: BODY, size: HALF_POINTS.body } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: MARGINS } },
        footers: { default: new Footer({ children: [number] }) },
        children: [...children],
      },
    ],
  });
  return Packer.toBuffer(paper);
}
