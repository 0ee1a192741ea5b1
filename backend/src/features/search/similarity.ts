const SHOWN = 5;
/** Below this share of the question's weight two texts have only small talk in common. */
const LEAST_SCORE = 0.2;

/** Shared weight over the whole weight of the question, 0…1; a gram no answer has weighs like a rare one. */
export function scored(
  grams: readonly string[],
  sharing: readonly { gram: string; documentId: number }[],
): { documentId: number; score: number }[] {
  const frequency = new Map<string, number>();
  for (const { gram } of sharing) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const weightOf = (gram: string) => 1 / (1 + Math.log(Math.max(1, frequency.get(gram) ?? 1)));
  const whole = grams.reduce((sum, gram) => sum + weightOf(gram), 0);
  const scores = new Map<number, number>();
  for (const { gram, documentId } of sharing) {
    scores.set(documentId, (scores.get(documentId) ?? 0) + weightOf(gram) / whole);
  }
  return [...scores]
    .map(([documentId, score]) => ({ documentId, score }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || b.documentId - a.documentId)
    .slice(0, SHOWN);
}
