import type { ImportCoverage, PlanRemark, RemarkKind } from '@sunledger/shared-types';
import type { Traced } from './traced-text';

const blank = /\s/;

const OPEN = 0;
const PLACED = 1;
const REMARKED = 2;

/**
 * The book of the source: every non-blank letter is claimed once, by a field or by a remark ("Nothing official is lost",
 * product.md). Whatever nobody claimed becomes a remark of its line when the book is closed.
 */
export class SourceLedger {
  private readonly state: Uint8Array;
  private readonly lineStarts: number[] = [0];
  /** Source letters that stand for one clean letter, such as the six of an entity: offset → length. */
  private readonly wide = new Map<number, number>();
  readonly remarks: PlanRemark[] = [];

  constructor(readonly source: string) {
    this.state = new Uint8Array(source.length);
    for (let i = 0; i < source.length; i++) {
      const letter = source[i];
      if (letter === '\n' || (letter === '\r' && source[i + 1] !== '\n')) this.lineStarts.push(i + 1);
    }
  }

  widen(offset: number, length: number): void {
    this.wide.set(offset, length);
  }

  place(piece: Traced): void {
    this.claim(piece.at, PLACED);
  }

  placeOffset(offset: number, length: number): void {
    this.state.fill(PLACED, offset, offset + length);
  }

  /** Claims what nobody claimed yet and says it in a remark as the source has it; blanks inside stay. */
  remark(piece: Traced, kind: RemarkKind, message: string): void {
    let text = '';
    let start = -1;
    piece.at.forEach((offset, index) => {
      if (offset >= 0 && this.state[offset] !== OPEN) return;
      if (offset >= 0 && start < 0) start = offset;
      const length = this.wide.get(offset);
      text += length === undefined ? piece.text[index] : this.source.slice(offset, offset + length);
    });
    this.claim(piece.at, REMARKED);
    if (text.trim() !== '' && start >= 0)
      this.remarks.push({ line: this.lineOf(start), text: text.trim(), kind, message });
  }

  /** Claims source letters that never reached the clean text (tags, pinyin) under one remark. */
  remarkRanges(ranges: readonly { from: number; to: number }[], kind: RemarkKind, message: string): void {
    if (ranges.length === 0) return;
    for (const { from, to } of ranges) this.state.fill(REMARKED, from, to);
    const text = ranges
      .map(({ from, to }) => this.source.slice(from, to).trim())
      .filter((part) => part !== '');
    if (text.length > 0)
      this.remarks.push({ line: this.lineOf(ranges[0].from), text: text.join(' '), kind, message });
  }

  /** A doubt about placed text: says it again, claims nothing. */
  doubt(offset: number, text: string, message: string, kind: RemarkKind = 'doubt'): void {
    this.remarks.push({ line: this.lineOf(offset), text, kind, message });
  }

  lineOf(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStarts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  private claim(offsets: Int32Array, state: number): void {
    for (const offset of offsets) {
      if (offset < 0 || this.state[offset] !== OPEN) continue;
      this.state.fill(state, offset, offset + (this.wide.get(offset) ?? 1));
    }
  }

  /** Turns every unclaimed run into a remark, sorts the remarks by line and counts. */
  close(): ImportCoverage {
    const { source, state } = this;
    for (let line = 0; line < this.lineStarts.length; line++) {
      const from = this.lineStarts[line];
      const to = line + 1 < this.lineStarts.length ? this.lineStarts[line + 1] : source.length;
      const rest: string[] = [];
      for (let i = from; i < to; i++) {
        if (state[i] !== OPEN || blank.test(source[i])) continue;
        rest.push(source[i]);
        state[i] = REMARKED;
      }
      if (rest.length === 0) continue;
      const text = rest.join('');
      const bare = /^[\p{P}\p{S}]*$/u.test(text);
      this.remarks.push({
        line: line + 1,
        text,
        kind: bare ? 'noise' : 'unplaced',
        message: bare ? '标点或符号未归入任何字段' : '这段文字未归入任何字段，请核对',
      });
    }
    this.remarks.sort((a, b) => a.line - b.line);
    let sourceCharacters = 0;
    let placedCharacters = 0;
    for (let i = 0; i < source.length; i++) {
      if (blank.test(source[i])) continue;
      sourceCharacters++;
      if (state[i] === PLACED) placedCharacters++;
    }
    return { sourceCharacters, placedCharacters, remarkCharacters: sourceCharacters - placedCharacters };
  }
}
