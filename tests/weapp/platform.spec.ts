import { readAppJson, requireBuild, weappDist } from '../support/weapp-dist';
import { api } from '../support/weapp-api';
import { WeappRuntime, settle, type WeappPage } from '../support/weapp-runtime';
import type { Options } from '../support/weapp-wx';

const HOME = 'pages/home/index';
const rootClass = (page: WeappPage): string =>
  String(page.find('sl').path.find((node) => /(^| )sl( |$)/.test(String(node.cl)))?.cl);

describe('what WeChat tells the app, and what the app makes of it', () => {
  requireBuild(weappDist, 'build:weapp');

  it('follows WeChat’s type size at the start and when people come back from its settings', async () => {
    let factor = 1;
    const app = WeappRuntime.boot(api({}), {
      wx: { getAppBaseInfo: () => ({ SDKVersion: '3.4.1', fontSizeScaleFactor: factor }) },
    });
    const page = await app.open(HOME);
    expect(rootClass(page)).not.toContain('sl--elder');
    factor = 1.4;
    await app.emit('onAppShow', { path: HOME });
    expect(rootClass(page)).toContain('sl--elder');
    factor = 1;
    await app.emit('onAppShow', { path: HOME });
    expect(rootClass(page)).not.toContain('sl--elder');
  });

  it('says that the network is gone, at the start as well, and takes it back', async () => {
    const app = WeappRuntime.boot(
      () => {
        throw new Error('offline');
      },
      { wx: { getNetworkType: (options: Options) => options.success?.({ networkType: 'none' }) } },
    );
    const page = await app.open(HOME);
    expect(page.text()).toContain('网络已断开');
    await app.emit('onNetworkStatusChange', { isConnected: true, networkType: 'wifi' });
    expect(page.text()).not.toContain('网络已断开');
    await app.emit('onNetworkStatusChange', { isConnected: false, networkType: 'none' });
    expect(page.text()).toContain('网络已断开');
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('a new version is taken when the person says so: %s', async (confirm, restarts) => {
    const asked: unknown[] = [];
    const app = WeappRuntime.boot(api({}), {
      wx: {
        showModal: (options: Options) => {
          asked.push(options.title);
          options.success?.({ confirm, cancel: !confirm });
        },
      },
    });
    await app.emit('onUpdateReady');
    expect(asked).toEqual(['有新版本']);
    expect(app.visits.filter(({ how }) => how === 'applyUpdate')).toHaveLength(restarts);
    await app.emit('onUpdateFailed');
    expect(app.problems).toEqual([]);
  });

  it('never asks for an eleventh page: the top one is replaced, and the last place is for signing in', async () => {
    const app = WeappRuntime.boot(api({}));
    const page = await app.open('pages/desk/index');
    const open = async (depth: number, what: () => Promise<unknown>): Promise<string | undefined> => {
      while (app.stack.length < depth) app.stack.push(page);
      app.stack.length = depth;
      await what();
      // a second tap at once would be a double tap
      await settle(420);
      return app.visits[app.visits.length - 1]?.how;
    };
    const form = (): Promise<unknown> => page.tap('btn', '我要留言');
    expect(await open(1, form)).toBe('navigateTo');
    expect(await open(8, form)).toBe('navigateTo');
    expect(await open(9, form)).toBe('redirectTo');
    expect(await open(10, form)).toBe('redirectTo');
    const signIn = (): Promise<unknown> => page.tap('btn', '登录');
    expect(await open(9, signIn)).toBe('navigateTo');
    expect(await open(10, signIn)).toBe('redirectTo');
  });

  it('loads the package of the next page while one reads this one', () => {
    const { preloadRule, subPackages } = readAppJson();
    const roots = subPackages.map(({ root }) => root);
    expect(preloadRule['pages/home/index']).toEqual({ network: 'all', packages: ['citizen'] });
    expect(preloadRule['pages/desk/index']?.packages).toEqual(expect.arrayContaining(['staff', 'official']));
    for (const { packages } of Object.values(preloadRule)) {
      for (const name of packages) expect(roots).toContain(name);
    }
  });

  it('an address that is gone leads to the home page', async () => {
    const app = WeappRuntime.boot(api({}));
    await app.open(HOME);
    await app.lifecycle('onPageNotFound', { path: 'pages/old', query: {}, isEntryPage: true });
    expect(app.visits).toContainEqual({ how: 'switchTab', url: '/pages/home/index' });
  });
});
