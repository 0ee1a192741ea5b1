import { Parser } from 'htmlparser2';

const lineTags = new Set([
  'p',
  'div',
  'br',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'section',
  'article',
  'header',
  'footer',
  'blockquote',
  'pre',
  'hr',
  'dt',
  'dd',
  'dl',
  'center',
  'title',
  'form',
  'main',
  'aside',
  'nav',
  'tr',
  'table',
  'caption',
]);
const unread = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'select',
  'button',
  'iframe',
  'object',
]);

interface Cell {
  text: string;
  columns: number;
  rows: number;
}

interface OpenTable {
  rows: Cell[][];
  cell: Cell | null;
}

/**
 * A web page → its text: one line for each block, table rows as tab separated cells. A cell that spans rows stands in each of
 * them, because it holds for each; one that spans columns is followed by blank cells.
 */
export function htmlToText(html: string): string {
  const out: string[] = [];
  const tables: OpenTable[] = [];
  const lists: { ordered: boolean; count: number }[] = [];
  let skipped = 0;
  const write = (text: string): void => {
    const cell = tables.at(-1)?.cell;
    if (cell !== undefined && cell !== null) cell.text += text;
    else if (tables.length === 0) out.push(text);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (unread.has(name)) skipped++;
        else if (name === 'table') tables.push({ rows: [], cell: null });
        else if (name === 'tr') tables.at(-1)?.rows.push([]);
        else if (name === 'td' || name === 'th') openCell(tables.at(-1), attributes);
        else if (lineTags.has(name)) write('\n');
        if (name === 'ol' || name === 'ul')
          lists.push({ ordered: name === 'ol', count: Number(attributes.start ?? 1) - 1 });
        if (name === 'li') {
          const list = lists.at(-1);
          if (list?.ordered) write(`${++list.count}. `);
        }
      },
      ontext(text) {
        if (skipped === 0) write(text.replace(/[\r\n\t ]+/g, ' '));
      },
      onclosetag(name) {
        if (unread.has(name)) skipped = Math.max(0, skipped - 1);
        else if (name === 'ol' || name === 'ul') lists.pop();
        else if (name === 'td' || name === 'th') {
          const table = tables.at(-1);
          if (table !== undefined) table.cell = null;
        } else if (name === 'table') {
          const table = tables.pop();
          if (table !== undefined)
            write(
              tables.length > 0
                ? ` ${tableText(table).replace(/[\t\n]+/g, ' ')} `
                : `\n${tableText(table)}\n`,
            );
        } else if (lineTags.has(name) && name !== 'br') write('\n');
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return out
    .join('')
    .replace(/[ \u00a0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function openCell(table: OpenTable | undefined, attributes: Record<string, string>): void {
  if (table === undefined) return;
  const span = (value: string | undefined): number =>
    Math.min(Math.max(Number.parseInt(value ?? '1', 10) || 1, 1), 1_000);
  const cell = { text: '', columns: span(attributes.colspan), rows: span(attributes.rowspan) };
  if (table.rows.length === 0) table.rows.push([]);
  table.rows[table.rows.length - 1].push(cell);
  table.cell = cell;
}

/** Rows of spans → lines of tab separated cells. */
function tableText(table: OpenTable): string {
  const lines: string[] = [];
  let hanging: { column: number; left: number; text: string }[] = [];
  for (const row of table.rows) {
    const cells: string[] = [];
    const next: typeof hanging = [];
    const fillHanging = (): void => {
      for (
        let span = hanging.find((each) => each.column === cells.length);
        span !== undefined;
        span = hanging.find((each) => each.column === cells.length)
      ) {
        cells.push(span.text);
        if (span.left > 1) next.push({ ...span, left: span.left - 1 });
      }
    };
    fillHanging();
    for (const cell of row) {
      const text = cell.text.replace(/\s+/g, ' ').trim();
      for (let i = 0; i < cell.columns && cells.length < 200; i++) {
        if (cell.rows > 1)
          next.push({ column: cells.length, left: cell.rows - 1, text: i === 0 ? text : '' });
        cells.push(i === 0 ? text : '');
      }
      fillHanging();
    }
    hanging = next;
    if (cells.some((cell) => cell !== '')) lines.push(cells.join('\t'));
  }
  return lines.join('\n');
}
