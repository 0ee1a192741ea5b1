import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import vm from 'node:vm';
import { wxOf, type WxEvent } from './weapp-wx';

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

/** What a test prepares before the app starts. */
export interface WorldGiven {
  /** Calls of `wx` that the test answers itself. */
  wx?: Record<string, unknown>;
  /** What lies in the storage of the device. */
  storage?: Record<string, unknown>;
}

/**
 * Prepares what JavaScript itself has and devices do not: no Intl (missing on Android WeChat), no locale
 * formatting, dates with a space unreadable (iOS), no weak spots that only Node would forgive.
 */
const prelude = `
  for (const name of ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Function', 'AbortController', 'URLSearchParams', 'eval'])
    delete globalThis[name];
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

export interface World {
  require(path: string): unknown;
  app: Record<string, (...args: unknown[]) => unknown>;
  /** The options of the `Page(…)` call that the last required page made. */
  takePage(): Record<string, unknown>;
  emit(event: WxEvent, ...given: unknown[]): void;
  /** Names that the bundle finds on its global object; for the tests of the world itself. */
  has(name: string): boolean;
  /** What the bundle's own modules export whose code matches, by way of webpack's chunk queue. */
  bundled(code: RegExp): unknown[];
}

interface WebpackRequire {
  (id: string): unknown;
  /** The factories of all modules, by id. */
  m: Record<string, unknown>;
}

/** Runs the bundle's app.js in a context that has only what WeChat's logic layer has. */
export function openWorld(
  dist: string,
  events: WorldEvents,
  currentPages: () => unknown[],
  given: WorldGiven = {},
): World {
  const { wx, emit } = wxOf(events, given);
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
    wx,
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
    emit,
    has: (name) => vm.runInContext(`typeof ${name} !== 'undefined'`, context) as boolean,
    bundled: (code) => {
      const found: unknown[] = [];
      const probe = (webpack: WebpackRequire): void => {
        const ids = Object.keys(webpack.m).filter((id) => code.test(String(webpack.m[id])));
        found.push(...ids.map((id) => webpack(id)));
      };
      (wx as { webpackJsonp?: unknown[] }).webpackJsonp?.push([['probe'], {}, probe]);
      return found;
    },
    takePage: () => {
      if (!page) throw new Error('the page made no Page(…) call');
      const taken = page;
      page = null;
      return taken;
    },
  };
}
