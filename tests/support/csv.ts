/** The cells of a CSV text (RFC 4180), without its byte order mark. */
export function cellsOfCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const put = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  const body = text.replace(/^\ufeff/, '');
  for (let at = 0; at < body.length; at += 1) {
    const sign = body[at] ?? '';
    if (quoted && sign === '"' && body[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ',') put();
    else if (!quoted && sign === '\n') {
      put();
      rows.push([]);
    } else if (quoted || sign !== '\r') cell += sign;
  }
  return rows.filter((row) => row.length > 0);
}
