import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import vm from 'node:vm';

export interface WeappRequest {
  url: string;
  method: string;
  data?: unknown;
  header: Record<string, string>;
}
export type WeappAnswer = { statusCode: number; data: unknown; header?: Record<string, string> };

/** What the world tells the runtime about. */
export interface WorldEvents {
  answer(request: WeappRequest): WeappAnswer | Promise<WeappAnswer>;
  navigate(how: string, url: string): void;
  /** A request is about to be answered: what was rendered before counts to the tap. */
  settled(): void;
  log(level: string, words: unknown[]): void;
}

type Options = Record<string, unknown> & {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
};

/**
 * Prepares what JavaScript itself has and devices do not: no Intl (missing on Android WeChat), no locale
 * formatting, dates with a space unreadable (iOS), no weak spots that only Node would forgive.
 */
const prelude = `
  delete globalThis.Intl; delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer;
  for (const type of [Date, Number, String, Array]) for (const name of Object.getOwnPropertyNames(type.prototype))
    if (/^toLocale/.test(name) || name === 'localeCompare' || name === 'normalize')
      type.prototype[name] = () => { throw new Error('forbidden on devices: ' + type.name + '.' + name); };
  const RealDate = Date;
  const readable = (args) => !(args.length === 1 && typeof args[0] === 'string' && /^\\d{4}-\\d{1,2}-\\d{1,2} /.test(args[0]));
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args) => readable(args) ? new target(...args) : new target(NaN),
    get: (target, key) => key === 'parse' ? (text) => readable([text]) ? target.parse(text) : NaN : Reflect.get(target, key),
  });
`;

/** Calls that only have to exist; Taro wraps exactly what it finds on `wx`. */
const quiet = [
  'onNetworkStatusChange',
  'onAppShow',
  'onAppHide',
  'onError',
  'onUnhandledRejection',
  'onPageNotFound',
  'onThemeChange',
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBarTitle',
  'stopPullDownRefresh',
  'pageScrollTo',
  'setClipboardData',
  'makePhoneCall',
  'showShareMenu',
  'hideShareMenu',
  'nextTick',
];

/** Some of them take a listener, the others options. */
const optionsOf = (given: unknown): Options =>
  typeof given === 'object' && given !== null ? (given as Options) : {};

const finish = (options: Options, result: unknown): void => {
  options.success?.(result);
  options.complete?.(result);
};

/** The `wx` object: storage, requests, navigation and the few calls Taro makes by itself. */
function wxOf(events: WorldEvents): Record<string, unknown> {
  const storage = new Map<string, unknown>();
  const done = (options: Options): void => finish(options, { errMsg: 'ok' });
  const go = (how: string) => (options: Options) => {
    events.navigate(how, String(options.url ?? ''));
    finish(options, { errMsg: `${how}:ok` });
  };
  const chain = (): unknown =>
    new Proxy(() => undefined, {
      get: (_, key) => (key === 'exec' ? (then?: (r: unknown[]) => void) => then?.([[]]) : chain),
      apply: chain,
    });
  const request = (options: Options): { abort(): void } => {
    const header = (options.header ?? {}) as Record<string, string>;
    const asked = {
      url: String(options.url),
      method: String(options.method ?? 'GET'),
      data: options.data,
      header,
    };
    void (async () => {
      try {
        const answer = await events.answer(asked);
        events.settled();
        finish(options, { header: {}, ...structuredClone(answer), errMsg: 'request:ok' });
      } catch (error) {
        events.settled();
        const failure = { errMsg: `request:fail ${String(error)}` };
        options.fail?.(failure);
        options.complete?.(failure);
      }
    })();
    return { abort: () => undefined };
  };
  const known: Record<string, unknown> = {
    webpackJsonp: undefined,
    ...Object.fromEntries(quiet.map((name) => [name, (options?: unknown) => done(optionsOf(options))])),
    request,
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    navigateTo: go('navigateTo'),
    redirectTo: go('redirectTo'),
    switchTab: go('switchTab'),
    reLaunch: go('reLaunch'),
    navigateBack: go('navigateBack'),
    showModal: (options: Options) => finish(options, { confirm: true, cancel: false }),
    getSystemInfoSync: () => ({
      windowWidth: 375,
      windowHeight: 667,
      pixelRatio: 2,
      platform: 'devtools',
      SDKVersion: '3.4.1',
    }),
    getWindowInfo: () => ({ windowWidth: 375, windowHeight: 667, pixelRatio: 2 }),
    getAppBaseInfo: () => ({ SDKVersion: '3.4.1', language: 'zh_CN' }),
    getDeviceInfo: () => ({ platform: 'devtools' }),
    getUpdateManager: () => ({ onUpdateReady: () => undefined, applyUpdate: () => undefined }),
    createSelectorQuery: chain,
    canIUse: () => true,
    env: { USER_DATA_PATH: 'wxfile://usr' },
  };
  return known;
}

export interface World {
  require(path: string): unknown;
  app: Record<string, (...args: unknown[]) => unknown>;
  /** The options of the `Page(…)` call that the last required page made. */
  takePage(): Record<string, unknown>;
}

/** Runs the bundle's app.js in a context that has only what WeChat's logic layer has. */
export function openWorld(dist: string, events: WorldEvents, currentPages: () => unknown[]): World {
  let app: World['app'] | null = null;
  let page: Record<string, unknown> | null = null;
  const log =
    (level: string) =>
    (...words: unknown[]) =>
      events.log(level, words);
  const globals: Record<string, unknown> = {
    console: {
      log: log('log'),
      info: log('info'),
      warn: log('warn'),
      error: log('error'),
      debug: log('log'),
    },
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    wx: wxOf(events),
    global: {},
    App: (options: World['app']) => void (app = options),
    Page: (options: Record<string, unknown>) => void (page = options),
    Component: () => undefined,
    Behavior: (options: unknown) => options,
    getApp: () => app,
    getCurrentPages: currentPages,
  };
  const context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(prelude, context);
  const modules = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const path = file.endsWith('.js') ? file : `${file}.js`;
    const cached = modules.get(path);
    if (cached) return cached.exports;
    const module = { exports: {} as unknown };
    modules.set(path, module);
    const code = `(function (require, module, exports) {${readFileSync(path, 'utf8')}\n})`;
    const run = vm.runInContext(code, context, { filename: path }) as (...args: unknown[]) => void;
    run((inner: string) => load(resolve(dirname(path), inner)), module, module.exports);
    return module.exports;
  };
  load(join(dist, 'app.js'));
  if (!app) throw new Error('app.js made no App(…) call');
  return {
    require: (path) => load(join(dist, path)),
    app,
    takePage: () => {
      if (!page) throw new Error('the page made no Page(…) call');
      const taken = page;
      page = null;
      return taken;
    },
  };
}
