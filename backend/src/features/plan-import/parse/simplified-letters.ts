import { Converter } from 'opencc-js/t2cn';
import type { StepCounter } from './steps';

const convert = Converter({ from: 't', to: 'cn' });
const hanLetter = /[\u3400-\u9fff]/g;

/** From this share of changed letters on a paper counts as traditional; simplified papers have a few shared letters (乾, 著). */
const traditionalShare = 0.05;

/** Traditional text → simplified text of the same length, letter by letter in place; null for a simplified paper. */
export function simplifier(text: string, steps: StepCounter): string | null {
  steps.add(text.length);
  const sample = text.length > 20_000 ? text.slice(0, 20_000) : text;
  const changed = differences(sample, convert(sample));
  const letters = sample.match(hanLetter)?.length ?? 0;
  if (letters === 0 || changed / letters < traditionalShare) return null;
  const whole = convert(text);
  return whole.length === text.length
    ? whole
    : text.replace(hanLetter, (letter) => {
        const simple = convert(letter);
        return simple.length === 1 ? simple : letter;
      });
}

function differences(a: string, b: string): number {
  if (a.length !== b.length) return a.length;
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}
