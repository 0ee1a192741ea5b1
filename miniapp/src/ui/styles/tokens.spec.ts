import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const source = resolve(__dirname, '../..');
const tokens = readFileSync(join(__dirname, 'tokens.scss'), 'utf8');

const stylesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? stylesBelow(join(folder, entry.name))
      : entry.name.endsWith('.scss')
        ? [join(folder, entry.name)]
        : [],
  );

/** The colours of one set, by name. */
function setOf(selector: string): Map<string, string> {
  const body = new RegExp(`\\${selector} \\{([^}]*)\\}`).exec(tokens)?.[1] ?? '';
  return new Map(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** Contrast of two colours, WCAG 2.1: 1 to 21. */
function contrast(one: string, other: string): number {
  const light = (hex: string): number => {
    const full = hex.length === 4 ? [...hex.slice(1)].map((c) => c + c).join('') : hex.slice(1);
    const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
      const part = parseInt(full.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** What is written on what. */
const pairs: readonly [string, string][] = [
  ...['ink', 'ink-2', 'ink-3', 'brand', 'official'].flatMap((ink): [string, string][] => [
    [ink, 'card'],
    [ink, 'paper'],
  ]),
  ['ink', 'sunk'],
  ['ink', 'grey-soft'],
  ['on-brand', 'brand'],
  ['on-toast', 'toast'],
  ...['done', 'going', 'soon', 'late', 'grey'].flatMap((light): [string, string][] => [
    [light, 'card'],
    [light, `${light}-soft`],
  ]),
];

describe('colours', () => {
  const light = setOf('.sl');
  const dark = new Map([...light, ...setOf('.sl--dark')]);

  it.each([
    ['light', light],
    ['dark', dark],
  ])('of the %s set can be read on what they stand on', (_name, set) => {
    const faint = pairs
      .map(([ink, ground]) => ({ ink, ground, ratio: contrast(set.get(ink) ?? '', set.get(ground) ?? '') }))
      .filter(({ ratio }) => !(ratio >= 4.5));
    expect(faint).toEqual([]);
  });

  it('are named in one file: every other style takes them from there, so that dark is one class', () => {
    // what lies under the page before a page is there, and veils and shadows, which are dark in both sets
    const allowed = /^\s*(background: #f5f4f0;|.*rgba\(\d+, \d+, \d+, 0?\.\d+\).*)$/;
    const own = stylesBelow(source)
      .filter((file) => !file.endsWith('styles/tokens.scss'))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .filter(
            (line) => /#[0-9a-f]{3,8}\b|rgba?\(/i.test(line) && !/url\(/.test(line) && !allowed.test(line),
          )
          .map((line) => `${relative(source, file)}: ${line.trim()}`),
      );
    expect(own).toEqual([]);
  });
});
