export interface Piece {
  text: string;
  hit: boolean;
}

/** The same letters as the server compares (full width = half width, no case), one code unit for each. */
function plain(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code === 0x3000 ? 0x20 : code;
    const lower = String.fromCharCode(half).toLowerCase();
    // a letter whose lower case is longer would shift everything behind it
    result += lower.length === 1 ? lower : text.charAt(at);
  }
  return result;
}

/** The words of a query; at most five, as the server looks for. */
export function wordsOf(query: string): string[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return words.filter((word, at) => words.indexOf(word) === at).slice(0, 5);
}

/** Cuts a text into what matches one of the query's words and what does not; together they are the text. */
export function highlight(text: string, query: string): Piece[] {
  const words = wordsOf(query);
  const flat = plain(text);
  const hit = new Array<boolean>(text.length).fill(false);
  words.forEach((word) => {
    for (let at = flat.indexOf(word); at >= 0; at = flat.indexOf(word, at + 1))
      hit.fill(true, at, at + word.length);
  });
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const last = pieces[pieces.length - 1];
    if (last && last.hit === hit[at]) last.text += text.charAt(at);
    else pieces.push({ text: text.charAt(at), hit: hit[at] === true });
  }
  return pieces;
}
