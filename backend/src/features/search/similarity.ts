const SHOWN = 5;

export interface Scored {
  documentId: number;
  /** 0…1. */
  score: number;
}

/** Fewer shared grams than this are small talk (“请问”, “怎么”): a fifth of the question, from 2 up to 4. */
const leastShared = (grams: number): number => Math.max(2, Math.min(4, Math.ceil(grams / 5)));

/**
 * Which documents a question is most like: half of the score is the share of its grams that a document
 * has, half the same by weight among the grams that any document has, where a common one counts little.
 * @param grams the distinct grams of the question
 * @param sharing which document has which of them
 */
export function scored(
  grams: readonly string[],
  sharing: readonly { gram: string; documentId: number }[],
): Scored[] {
  const documentsOf = new Map<string, number>();
  for (const { gram } of sharing) documentsOf.set(gram, (documentsOf.get(gram) ?? 0) + 1);
  const weightOf = (gram: string): number => 1 / (1 + Math.log(documentsOf.get(gram) ?? 1));
  const known = [...documentsOf.keys()].reduce((sum, gram) => sum + weightOf(gram), 0);
  const found = new Map<number, { shared: number; weight: number }>();
  for (const { gram, documentId } of sharing) {
    const { shared, weight } = found.get(documentId) ?? { shared: 0, weight: 0 };
    found.set(documentId, { shared: shared + 1, weight: weight + weightOf(gram) });
  }
  return [...found]
    .filter(([, { shared }]) => shared >= leastShared(grams.length))
    .map(([documentId, { shared, weight }]) => ({
      documentId,
      score: (shared / grams.length + weight / known) / 2,
    }))
    .sort((a, b) => b.score - a.score || b.documentId - a.documentId)
    .slice(0, SHOWN);
}
