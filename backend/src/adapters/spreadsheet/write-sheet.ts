import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';

type WriteOptions = NonNullable<Parameters<typeof writeExcelFile>[1]>;
type Feature = NonNullable<WriteOptions['features']>[number];

export interface SheetColumn {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  readonly hidden?: boolean;
  readonly align?: 'left' | 'center';
  /** May be changed by the person who gets the file: its head stands out. */
  readonly editable?: boolean;
}

export interface SheetCell {
  readonly value: string | number | null;
  readonly link?: string | null;
  /** `#rrggbb` of the letters; the words say the same. */
  readonly colour?: string;
}

export interface Sheet {
  readonly name: string;
  readonly title: string;
  /** One line below the title. */
  readonly note: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** A second sheet with explanations, a line each. */
  readonly guide: { readonly name: string; readonly lines: readonly string[] };
}

/** Title and note stand above the heads. */
export const HEAD_ROW = 3;

/**
 * One table as .xlsx. Every text is written as a text cell of the format “@”: no spreadsheet takes a cell that
 * begins with = + - @ for a formula, not even after somebody has been in it with the cursor.
 */
export function writeSheet(sheet: Sheet): Promise<Buffer> {
  const { columns, rows } = sheet;
  const data: SheetData = [
    [{ value: sheet.title, fontSize: 16, fontWeight: 'bold', height: 30, alignVertical: 'center' }],
    [{ value: sheet.note, textColor: '#5a6270', height: 22, alignVertical: 'center' }],
    columns.map(headOf),
    ...rows.map((cells) => columns.map((column, at) => cellOf(column, cells[at]))),
  ];
  const guide: SheetData = sheet.guide.lines.map((value) => [{ value, wrap: true, alignVertical: 'top' }]);
  const links = linksOf(rows);
  return writeExcelFile(
    [
      {
        data,
        sheet: sheet.name,
        columns: columns.map(({ width }) => ({ width })),
        orientation: 'landscape',
        stickyRowsCount: HEAD_ROW,
      },
      { data: guide, sheet: sheet.guide.name, columns: [{ width: 100 }] },
    ],
    { fontFamily: '宋体', fontSize: 11, features: [hyperlinks(links), hiddenColumns(columns)] },
  ).toBuffer() as Promise<Buffer>;
}

const edges = { borderColor: '#b8bec8', borderStyle: 'thin' } as const;

const headOf = ({ head, editable }: SheetColumn): CellObject => ({
  value: head,
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  height: 26,
  backgroundColor: editable ? '#fff2cc' : '#e7ebf1',
  ...edges,
});

function cellOf({ align = 'left' }: SheetColumn, cell: SheetCell | undefined): CellObject {
  const look = { align, alignVertical: 'top', wrap: true, ...edges } as const;
  const value = cell?.value ?? null;
  if (value === null || value === '') return { ...look, value: undefined };
  if (typeof value === 'number') return { ...look, value, type: Number };
  const colour = cell?.link ? '#1d4f91' : cell?.colour;
  return { ...look, value, type: String, format: '@', ...(colour ? { textColor: colour } : {}) };
}

interface Link {
  readonly cell: string;
  readonly url: string;
}

const linksOf = (rows: Sheet['rows']): Link[] =>
  rows.flatMap((cells, row) =>
    cells.flatMap(({ link }, column) =>
      link ? [{ cell: `${letterOf(column)}${row + 1 + HEAD_ROW}`, url: link }] : [],
    ),
  );

const letterOf = (column: number): string => String.fromCharCode(65 + column);
const FIRST_SHEET = 0;
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** Real links (ECMA-376, 18.3.1.48): they need no formula. They stand before the margins of the page. */
function hyperlinks(links: readonly Link[]): Feature {
  if (links.length === 0) return {};
  const marks = links.map(({ cell }, at) => `<hyperlink ref="${cell}" r:id="rId-link-${at + 1}"/>`).join('');
  const targets = links.map(
    ({ url }, at) =>
      `<Relationship Id="rId-link-${at + 1}" Type="${relation}" Target="${inXml(url)}" TargetMode="External"/>`,
  );
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === FIRST_SHEET
              ? xml.replace(
                  /(?=<(?:pageMargins|pageSetup|drawing)[ />])/,
                  `<hyperlinks>${marks}</hyperlinks>`,
                )
              : xml,
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_options, { sheetIndex }) => (sheetIndex === FIRST_SHEET ? targets.join('') : undefined),
        },
      },
    },
  };
}

function hiddenColumns(columns: readonly SheetColumn[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === FIRST_SHEET
              ? xml.replace(/<col ([^>]*)min="(\d+)"/g, (whole, before: string, at: string) =>
                  columns[Number(at) - 1]?.hidden ? `<col hidden="1" ${before}min="${at}"` : whole,
                )
              : xml,
        },
      },
    },
  };
}

const inXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
