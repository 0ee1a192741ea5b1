/**
 * A text in pieces that are read aloud one after the other and shown as being read. Joined they are the text.
 * @returns sentences with their closing mark and what quotes follow it; a line break ends one too
 */
export function sentencesOf(text: string): string[] {
  return text.match(/[^。！？；\n]*(?:[。！？；\n]+[”’」』）]*|$)/g)?.filter((piece) => piece !== '') ?? [];
}
