/**
 * A piece of text whose every letter knows the place in the source it came from (-1: made by us, such as the break between
 * two joined paragraphs). Cutting and joining pieces keeps that knowledge, so that coverage can be counted honestly.
 */
export class Traced {
  constructor(
    readonly text: string,
    readonly at: Int32Array,
  ) {}

  static readonly empty = new Traced('', new Int32Array(0));

  get length(): number {
    return this.text.length;
  }

  slice(from: number, to: number = this.text.length): Traced {
    if (from <= 0 && to >= this.text.length) return this;
    return new Traced(this.text.slice(from, to), this.at.subarray(from, Math.max(from, to)));
  }

  trim(): Traced {
    const from = this.text.length - this.text.trimStart().length;
    return this.slice(from, Math.max(from, this.text.trimEnd().length));
  }

  /** The first source offset, or -1 for a piece without any. */
  get start(): number {
    for (const offset of this.at) if (offset >= 0) return offset;
    return -1;
  }

  static join(pieces: readonly Traced[], separator: string): Traced {
    if (pieces.length === 0) return Traced.empty;
    if (pieces.length === 1) return pieces[0];
    const size = pieces.reduce((sum, piece) => sum + piece.length, separator.length * (pieces.length - 1));
    const at = new Int32Array(size).fill(-1);
    let cursor = 0;
    for (const piece of pieces) {
      at.set(piece.at, cursor);
      cursor += piece.length + separator.length;
    }
    return new Traced(pieces.map((piece) => piece.text).join(separator), at);
  }

  /** The piece without the given ranges (sorted, not overlapping). */
  without(ranges: readonly { from: number; to: number }[]): Traced {
    if (ranges.length === 0) return this;
    const kept: Traced[] = [];
    let cursor = 0;
    for (const { from, to } of ranges) {
      if (from > cursor) kept.push(this.slice(cursor, from));
      cursor = Math.max(cursor, to);
    }
    if (cursor < this.length) kept.push(this.slice(cursor));
    return Traced.join(kept, '');
  }
}

const latin = /[\w.%+-]/;

/** Blanks between Chinese letters are typesetting, not words: only a blank between two Latin words stays. */
export function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line.trim().replace(/\s+/g, (_blank, offset: number, whole: string) => {
        const before = whole[offset - 1] ?? '';
        const after = whole.slice(offset).trimStart()[0] ?? '';
        return latin.test(before) && latin.test(after) && /[A-Za-z]/.test(before + after) ? ' ' : '';
      }),
    )
    .filter((line) => line !== '')
    .join('\n');
}
