const tag =
  /<(?:!--[^<>]{0,1000}-->|!doctype[^<>]{0,200}>|\/?[a-z][a-z0-9:]{0,15}(?:\s[^<>]{0,2000})?\/?>)/iy;
const lineTag =
  /^<\/?(?:p|br|div|tr|table|tbody|thead|h[1-6]|li|ul|ol|section|article|center|hr|dd|dt|dl|title|body)\b/i;
const cellEnd = /^<\/(?:td|th)\b/i;
const rowStart = /^<tr\b/i;
const rowEnd = /^<\/(?:tr|table)\b/i;
const unread = /^<(script|style)\b[^>]*>$/i;
/** A row that is not closed within this many letters is a stray tag. */
const longestRow = 20_000;

/** What a leftover tag does to the text around it. */
export interface TagEffect {
  length: number;
  becomes: '' | ' ' | '\t' | '\n';
}

/** Reads tags one after the other; inside a table row breaks are blanks, so that a row stays one line of cells. */
export class TagReader {
  private rowTo = -1;

  /** Is this offset inside a table row? */
  inRow(offset: number): boolean {
    return offset < this.rowTo;
  }

  /** The tag that starts at `offset`, or null; in a row of pipes <br> breaks a cell and not the row. */
  read(source: string, offset: number, inPipes: boolean): TagEffect | null {
    tag.lastIndex = offset;
    const found = tag.exec(source)?.[0];
    if (found === undefined) return null;
    const script = unread.exec(found);
    if (script !== null)
      return {
        length: this.scriptLength(source, offset, script[1].toLowerCase(), found.length),
        becomes: '',
      };
    if (rowStart.test(found)) {
      const window = source.slice(offset + found.length, offset + longestRow);
      const end = window.search(/<\/tr\b|<tr\b|<\/table\b/i);
      this.rowTo = end < 0 ? -1 : offset + found.length + end;
      return { length: found.length, becomes: '\n' };
    }
    if (rowEnd.test(found)) this.rowTo = -1;
    if (cellEnd.test(found)) return { length: found.length, becomes: '\t' };
    if (lineTag.test(found))
      return {
        length: found.length,
        becomes: this.inRow(offset) || (inPipes && /^<br/i.test(found)) ? ' ' : '\n',
      };
    return { length: found.length, becomes: '' };
  }

  private scriptLength(source: string, offset: number, name: string, own: number): number {
    const close = source
      .slice(offset + own, offset + own + 200_000)
      .toLowerCase()
      .indexOf(`</${name}>`);
    return close < 0 ? own : own + close + name.length + 3;
  }
}
