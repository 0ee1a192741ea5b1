import { api, citizen, kept, ok } from '../support/weapp-api';
import { requireBuild, weappDist } from '../support/weapp-dist';
import { WeappRuntime } from '../support/weapp-runtime';
import type { Options } from '../support/weapp-wx';

const SCAN = 'citizen/scan/index';
const PC_CODE = 'a1b2c3d4e5f6a1b2c3d4e5f6';

const server = () => {
  const looked: unknown[] = [];
  const answer = api({
    'GET /me': () => ok(citizen),
    'GET /entries/w1': () => ok({ code: 'yunxi', name: '云溪县' }),
    'GET /messages': () => ok({ items: [], nextCursor: null }),
    'POST /auth/scan/look': ({ body }) => {
      looked.push(body.code);
      return ok({ purpose: 'signIn', device: 'Chrome · Windows', createdAt: '2026-02-13T08:00:00+08:00' });
    },
  });
  return { answer, looked };
};

describe('codes that WeChat’s scanner opens', () => {
  requireBuild(weappDist, 'build:weapp');

  it('cold: the code of one message leads to where it is rated', async () => {
    const { answer } = server();
    const app = WeappRuntime.boot(answer, { storage: kept() });
    await app.open(SCAN, { scene: encodeURIComponent('m345') });
    expect(app.visits).toEqual([{ how: 'redirectTo', url: '/citizen/message/index?id=345' }]);
  });

  it('cold: the region’s code leads to the form', async () => {
    const { answer } = server();
    const app = WeappRuntime.boot(answer);
    await app.open(SCAN, { scene: 'w1' });
    expect(app.visits).toEqual([{ how: 'redirectTo', url: '/citizen/message-new/index?region=yunxi' }]);
  });

  it('cold: a PC’s code asks which PC may be let in', async () => {
    const { answer, looked } = server();
    const app = WeappRuntime.boot(answer, { storage: kept() });
    const page = await app.open(SCAN, { scene: PC_CODE });
    expect(looked).toEqual([PC_CODE]);
    expect(page.text()).toContain('在电脑上登录？');
    expect(page.text()).toContain('Chrome · Windows');
  });

  it.each([
    ['the plain code of a PC', { result: `sunledger:scan:${PC_CODE}` }, '在电脑上登录？'],
    ['somebody else’s code', { result: 'https://shop.example.com/' }, '这不是阳光台账的码'],
  ])('warm, from inside the app: %s', async (_what, found, words) => {
    const { answer } = server();
    const app = WeappRuntime.boot(answer, {
      storage: kept(),
      wx: { scanCode: (options: Options) => options.success?.({ errMsg: 'scanCode:ok', ...found }) },
    });
    const page = await app.open(SCAN);
    await page.tap('btn', '扫一扫');
    expect(page.text()).toContain(words);
  });

  it.each([
    ['a mini-program code', { path: `${SCAN}?scene=m345` }],
    ['the address of the page in a browser', { result: `https://x.gov.cn/${SCAN}?scene=m345` }],
  ])('warm, from inside the app: %s of a message leads to its rating', async (_what, found) => {
    const { answer } = server();
    const app = WeappRuntime.boot(answer, {
      storage: kept(),
      wx: { scanCode: (options: Options) => options.success?.({ errMsg: 'scanCode:ok', ...found }) },
    });
    const page = await app.open(SCAN);
    await page.tap('btn', '扫一扫');
    expect(app.visits).toEqual([{ how: 'redirectTo', url: '/citizen/message/index?id=345' }]);
  });

  it('warm: a counter’s code leads to its page', async () => {
    const { answer } = server();
    const app = WeappRuntime.boot(answer, {
      storage: kept(),
      wx: {
        scanCode: (options: Options) =>
          options.success?.({ errMsg: 'scanCode:ok', path: 'citizen/counter/index?scene=ABCDEFGH23' }),
      },
    });
    const page = await app.open(SCAN);
    await page.tap('btn', '扫一扫');
    expect(app.visits).toEqual([{ how: 'redirectTo', url: '/citizen/counter/index?scene=ABCDEFGH23' }]);
  });

  it('a closed camera changes nothing', async () => {
    const { answer } = server();
    const app = WeappRuntime.boot(answer, {
      storage: kept(),
      wx: { scanCode: (options: Options) => options.fail?.({ errMsg: 'scanCode:fail cancel' }) },
    });
    const page = await app.open(SCAN);
    await page.tap('btn', '扫一扫');
    expect(page.text()).toContain('扫描电脑上的二维码');
  });
});
