import { Converter } from 'opencc-js/t2cn';
import type { StepCounter } from './steps';

const convert = Converter({ from: 't', to: 'cn' });
const hanLetter = /[\u3400-\u9fff]/g;

/**
 * From this share of changed letters on a paper counts as traditional, when they are of several kinds: a simplified paper of
 * 乾县 says 乾 often, but nothing else that would change.
 */
const traditionalShare = 0.05;

/** Traditional text → simplified text of the same length, letter by letter in place; null for a simplified paper. */
export function simplifier(text: string, steps: StepCounter): string | null {
  steps.add(text.length);
  const sample = text.length > 20_000 ? text.slice(0, 20_000) : text;
  const changed = differences(sample, convert(sample));
  const letters = sample.match(hanLetter)?.length ?? 0;
  if (changed.length < letters * traditionalShare || new Set(changed).size < 3) return null;
  const whole = convert(text);
  return whole.length === text.length
    ? whole
    : text.replace(hanLetter, (letter) => {
        const simple = convert(letter);
        return simple.length === 1 ? simple : letter;
      });
}

/** The letters of a that stand otherwise in b; all of a when the two cannot be laid side by side. */
function differences(a: string, b: string): string[] {
  const letters = a.split('');
  return a.length === b.length ? letters.filter((letter, index) => letter !== b[index]) : letters;
}
