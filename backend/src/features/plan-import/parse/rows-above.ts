import { markerOf } from './marker';
import type { SourceLedger } from './source-ledger';
import { tidy, Traced } from './traced-text';

/** The section and group that a task stands under: rows of their own, or cells that span the rows below. */
export class RowsAbove {
  sectionNumber: string | null = null;
  private text: string | null = null;
  private columns: string[] = [];
  private count = 0;
  /** A group row is placed by the first task below it; without one it is a remark. */
  private waiting: { text: Traced; cells: Traced[] } | null = null;

  constructor(private readonly ledger: SourceLedger) {}

  section(number: string | null): void {
    this.end();
    this.sectionNumber = number;
    this.text = null;
    this.columns = [];
    this.count = 0;
  }

  group(text: Traced, cells: Traced[]): void {
    this.end();
    this.columns = [];
    this.count++;
    this.text = groupText(text.text, this.count);
    this.waiting = { text, cells };
  }

  groupFor(cells: readonly Traced[]): string | null {
    if (this.waiting !== null) {
      this.ledger.place(this.waiting.text);
      this.ledger.remark(Traced.join(this.waiting.cells, ' '), 'repeated', '表格中重复的分组文字');
      this.waiting = null;
    }
    if (cells.length > 0) {
      const texts = cells.map((cell) => tidy(cell.text).replace(/\n/g, ''));
      const lower = cells.length < this.columns.length && markerOf(texts[0])?.kind !== 'chinese';
      this.columns = lower ? [...this.columns.slice(0, this.columns.length - cells.length), ...texts] : texts;
    }
    return this.columns.length > 0 ? this.columns.join(' / ') : this.text;
  }

  end(): void {
    if (this.waiting !== null)
      this.ledger.remark(Traced.join(this.waiting.cells, ' '), 'unplaced', '表格中没有任务的分组行');
    this.waiting = null;
  }
}

/** (-)聚焦… → (一)聚焦…: the misread number is the place among the groups of the section. */
function groupText(text: string, count: number): string {
  const bare = tidy(text);
  const misread = /^[（(][-—=＝≡☰][）)]/.exec(bare);
  if (misread === null) return bare;
  const rest = bare.slice(misread[0].length);
  return markerOf(rest)?.kind === 'bracketChinese'
    ? rest
    : `(${'一二三四五六七八九十'[count - 1] ?? count})${rest}`;
}
