import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse, tokenizer } from 'acorn';
import { filesBelow, h5Dist, packageSizes, requireBuild, weappDist } from '../support/weapp-dist';

const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
const scriptsOf = (dist: string): string[] => filesBelow(dist).filter((file) => file.endsWith('.js'));

/** Identifiers of a script, strings and comments left out. */
function namesIn(code: string): Set<string> {
  const names = new Set<string>();
  for (const token of tokenizer(code, { ecmaVersion: 'latest' })) {
    if (token.type.label === 'name') names.add(code.slice(token.start, token.end));
  }
  return names;
}

describe('the WeChat bundle as files', () => {
  requireBuild(weappDist, 'build:weapp');

  it('keeps the main package within 700 KB and every subpackage within 300 KB', () => {
    const sizes = packageSizes();
    console.log([...sizes].map(([root, bytes]) => `${root || 'main'}: ${kb(bytes)}`).join('  '));
    for (const [root, bytes] of sizes) {
      expect({ root, fits: bytes <= (root === '' ? 700 : 300) * 1024 }).toEqual({ root, fits: true });
    }
  });

  it.each(scriptsOf(weappDist).map((file) => relative(weappDist, file)))(
    '%s is a script old phones can read',
    (file) => {
      const code = readFileSync(`${weappDist}/${file}`, 'utf8');
      // 2019 for `catch {}`, which iOS 12 and Chrome 67 read; private fields and ?. would not pass
      expect(() => parse(code, { ecmaVersion: 2019, sourceType: 'script' })).not.toThrow();
    },
  );

  it('uses nothing that devices lack', () => {
    const forbidden = [
      'Intl',
      'URLSearchParams',
      'eval',
      'TextEncoder',
      'toLocaleString',
      'toLocaleDateString',
      'localeCompare',
    ];
    const found = scriptsOf(weappDist).flatMap((file) => {
      const names = namesIn(readFileSync(file, 'utf8'));
      return forbidden
        .filter((name) => names.has(name))
        .map((name) => `${relative(weappDist, file)}: ${name}`);
    });
    // Taro's own class of that name, put on its own window object
    expect(found).toEqual(['taro.js: URLSearchParams']);
  });

  it('makes no code from text, apart from the one guarded line of the webpack runtime', () => {
    const found = scriptsOf(weappDist).flatMap((file) => {
      const code = readFileSync(file, 'utf8');
      const sites = code.match(/\bnew Function\s*\([^)]*\)|[^\w.]Function\(["'][^)]*\)/g) ?? [];
      return sites.map((site) => `${relative(weappDist, file)}: ${site}`);
    });
    expect(found).toEqual(['runtime.js: new Function("return this")']);
  });
});

describe('the H5 build as files', () => {
  requireBuild(h5Dist, 'build:h5');

  it.each(scriptsOf(h5Dist).map((file) => relative(h5Dist, file)))('%s parses', (file) => {
    expect(() =>
      parse(readFileSync(`${h5Dist}/${file}`, 'utf8'), { ecmaVersion: 2021, sourceType: 'script' }),
    ).not.toThrow();
  });

  it('loads its first page with at most 250 KB compressed', () => {
    const html = readFileSync(`${h5Dist}/index.html`, 'utf8');
    const named = [...html.matchAll(/(?:src|href)="\/((?:js|css)\/[^"]+)"/g)].map((match) => match[1] ?? '');
    const gzip = (file: string): number => gzipSync(readFileSync(`${h5Dist}/${file}`), { level: 6 }).length;
    const entry = named.reduce((sum, file) => sum + gzip(file), gzipSync(html).length);
    // the first page of a visitor: what pages for everybody share, and the largest page there is; what only pages for
    // staff share waits until one of them is opened (config/index.ts)
    const chunks = scriptsOf(h5Dist)
      .map((file) => relative(h5Dist, file))
      .filter((file) => !named.includes(file) && !/^js\/staff\./.test(file));
    const shared = chunks.filter((file) => /shared/.test(file)).reduce((sum, file) => sum + gzip(file), 0);
    const page = Math.max(0, ...chunks.filter((file) => !/shared/.test(file)).map(gzip));
    console.log(`entry ${kb(entry)}, shared ${kb(shared)}, largest page ${kb(page)}, compressed`);
    expect(entry + shared + page).toBeLessThanOrEqual(250 * 1024);
  });
});
