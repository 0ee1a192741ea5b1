import { join } from 'node:path';
import { weappDist } from './weapp-dist';

/**
 * Renders a page's real WXML: compiled by Tencent's own wcc, drawn into jsdom by miniprogram-simulate. Catches what
 * the bare world cannot see: a template that is missing, an attribute under a wrong alias, broken WXML.
 */
interface Rendered {
  dom: HTMLElement;
  instance: Record<string, unknown> & { onLoad(query: object): void; onShow(): void; onReady?(): void };
  attach(parent: HTMLElement): void;
}
interface Simulate {
  load(path: string, options: object): string;
  render(id: string): Rendered;
  sleep(ms: number): Promise<void>;
}
type Options = Record<string, unknown>;
type Globals = typeof globalThis & {
  App?: (options: Options) => void;
  Page?: (options: Options) => void;
  Component?: (options: Options) => void;
  getApp?: () => unknown;
  getCurrentPages?: () => unknown[];
  wx?: Options;
};

type AppOptions = Options & { onLaunch(o: object): void; onShow(o: object): void };
const booted: { app: AppOptions | null } = { app: null };

export interface RenderedPage {
  text: string;
  dom: HTMLElement;
  warnings: string[];
}

/** Needs the jsdom environment: `@jest-environment jsdom` at the top of the spec. */
export async function renderPage(path: string, query: Record<string, string> = {}): Promise<RenderedPage> {
  const world = globalThis as Globals;
  const simulate = jest.requireActual<Simulate>('miniprogram-simulate');
  const warnings: string[] = [];
  const note = (...words: unknown[]): void => void warnings.push(words.map(String).join(' '));
  const spies = [
    jest.spyOn(console, 'warn').mockImplementation(note),
    jest.spyOn(console, 'error').mockImplementation(note),
  ];
  try {
    if (!booted.app) {
      world.App = (options) => void (booted.app = options as AppOptions);
      world.getApp = () => booted.app;
      world.getCurrentPages = () => [];
      Object.assign(world.wx ?? {}, {
        request: (options: { fail?: (error: object) => void }) => {
          setTimeout(() => options.fail?.({ errMsg: 'request:fail no server' }), 0);
          return { abort: () => undefined };
        },
        createSelectorQuery: () => ({ exec: () => undefined }),
        onNetworkStatusChange: () => undefined,
        onAppShow: () => undefined,
        onAppHide: () => undefined,
        getUpdateManager: () => ({ onUpdateReady: () => undefined, onUpdateFailed: () => undefined }),
        getAppBaseInfo: () => ({}),
        setNavigationBarTitle: (options: { success?: (r: object) => void }) => options.success?.({}),
      });
      // a page is rendered as a component with the same data and methods
      world.Page = (options) => {
        const methods = Object.fromEntries(
          Object.entries(options).filter(([, value]) => typeof value === 'function'),
        );
        world.Component?.({ data: options.data, methods });
      };
      jest.requireActual(join(weappDist, 'app.js'));
      const launched = booted.app as AppOptions | null;
      if (!launched) throw new Error('app.js made no App(…) call');
      launched.onLaunch({ path, query, scene: 1001 });
      launched.onShow({});
    }
    const page = simulate.render(
      simulate.load(join(weappDist, path), { rootPath: weappDist, compiler: 'official' }),
    );
    const holder = document.createElement('div');
    document.body.append(holder);
    page.attach(holder);
    Object.assign(page.instance, { route: path, options: query });
    page.instance.onLoad(query);
    page.instance.onShow();
    page.instance.onReady?.();
    await simulate.sleep(150);
    return { text: page.dom.textContent ?? '', dom: page.dom, warnings };
  } finally {
    spies.forEach((spy) => spy.mockRestore());
  }
}
