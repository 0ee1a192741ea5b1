import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf, readAppJson, requireBuild, weappDist } from '../support/weapp-dist';
import { WeappRuntime, settle } from '../support/weapp-runtime';

/** The server is away: every page still has to draw itself and say so. */
const away = (): never => {
  throw new Error('connect refused');
};

describe('the built mini-program in a world that has only what WeChat has', () => {
  requireBuild(weappDist, 'build:weapp');
  const pages = pagesOf(readAppJson());
  const templates = new Set(
    [
      ...readFileSync(join(weappDist, 'base.wxml'), 'utf8').matchAll(/<template name="tmpl_\d+_([^"]+)"/g),
    ].map((m) => m[1]),
  );

  it.each(pages)('%s boots and draws something without a server', async (path) => {
    const app = WeappRuntime.boot(away);
    const page = await app.open(path, { id: '1' });
    await settle(100);
    expect(page.root.cn?.length ?? 0).toBeGreaterThan(0);
    expect(app.problems).toEqual([]);
    expect([...page.templates()].filter((name) => !templates.has(name))).toEqual([]);
    expect(Math.max(...app.setDataCalls.map((call) => call.bytes))).toBeLessThanOrEqual(64 * 1024);
  });

  it('a tap on a tab reaches its handler, switches the tab, and sends almost nothing', async () => {
    const app = WeappRuntime.boot(away);
    const page = await app.open('pages/home/index');
    const bytes = await page.tap('tab-bar__item', '任务');
    expect(app.visits).toEqual([{ how: 'switchTab', url: '/pages/tasks/index' }]);
    expect(bytes).toBeLessThanOrEqual(4096);
  });
});
