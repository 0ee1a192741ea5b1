import { weappDist } from './weapp-dist';
import { applySetData, find, textOf, walk, type Found, type WeappNode } from './weapp-tree';
import { openWorld, type WeappAnswer, type WeappRequest, type World, type WorldGiven } from './weapp-world';
import type { WxEvent } from './weapp-wx';

type Call = (...args: unknown[]) => unknown;
type Answerer = (request: WeappRequest) => WeappAnswer | Promise<WeappAnswer>;

/** Everything settles within a few turns of the timers; React's scheduler uses setTimeout here. */
export const settle = (ms = 60): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface SetDataRecord {
  page: string;
  bytes: number;
}

/**
 * The built mini-program, run without WeChat: `const app = WeappRuntime.boot(answer)`, then
 * `const page = await app.open('pages/home/index')`, `page.text()`, `await page.tap('btn', '我要留言')`.
 */
export class WeappRuntime {
  readonly requests: WeappRequest[] = [];
  readonly visits: { how: string; url: string }[] = [];
  readonly problems: string[] = [];
  readonly setDataCalls: SetDataRecord[] = [];
  readonly stack: WeappPage[] = [];
  private world!: World;
  /** What was sent since the last tap and before the first answer or navigation. */
  private sinceTap: number | null = null;

  static boot(answer: Answerer, given: WorldGiven = {}, dist = weappDist): WeappRuntime {
    const runtime = new WeappRuntime();
    const events = {
      answer: (request: WeappRequest) => {
        runtime.requests.push(request);
        return answer(request);
      },
      navigate: (how: string, url: string) => {
        runtime.visits.push({ how, url });
        runtime.closeTap();
      },
      settled: () => runtime.closeTap(),
      log: (level: string, words: unknown[]) => {
        if (level === 'error') runtime.problems.push(words.map(String).join(' '));
      },
    };
    runtime.world = openWorld(dist, events, () => runtime.stack.map((page) => page.instance), given);
    runtime.world.app.onLaunch?.({ path: 'pages/home/index', query: {}, scene: 1001 });
    runtime.world.app.onShow?.({ path: 'pages/home/index', query: {}, scene: 1001 });
    return runtime;
  }

  /** What the bundle's own modules export whose code matches. */
  bundled(code: RegExp): unknown[] {
    return this.world.bundled(code);
  }

  /** Opens a page and waits until it has come to rest. */
  async open(path: string, query: Record<string, string> = {}): Promise<WeappPage> {
    this.world.require(path);
    const page = new WeappPage(this, path, this.pageOptions(path));
    this.stack.push(page);
    page.call('onLoad', query);
    page.call('onShow');
    page.call('onReady');
    await settle(200);
    return page;
  }

  private readonly known = new Map<string, Record<string, unknown>>();
  private pageOptions(path: string): Record<string, unknown> {
    const options = this.known.get(path) ?? this.world.takePage();
    this.known.set(path, options);
    return options;
  }

  /** Tells the app what WeChat tells it, and waits until it has come to rest. */
  async emit(event: WxEvent, ...given: unknown[]): Promise<void> {
    this.world.emit(event, ...given);
    await settle(150);
  }

  /** A call to the App itself, such as onPageNotFound. */
  async lifecycle(name: string, given: object): Promise<void> {
    this.world.app[name]?.(given);
    await settle(150);
  }

  /** Whether the bundle finds this name in its world. */
  has(name: string): boolean {
    return this.world.has(name);
  }

  record(page: string, bytes: number): void {
    this.setDataCalls.push({ page, bytes });
    if (this.sinceTap !== null) this.sinceTap += bytes;
  }

  private tapBytes = 0;
  beginTap(): void {
    this.sinceTap = 0;
  }

  closeTap(): void {
    if (this.sinceTap !== null) this.tapBytes = this.sinceTap;
    this.sinceTap = null;
  }

  /** Bytes of setData that the tap caused before the first answer or navigation. */
  endTap(): number {
    this.closeTap();
    return this.tapBytes;
  }
}

export class WeappPage {
  readonly instance: Record<string, unknown>;
  private clock = 1;

  constructor(
    private readonly runtime: WeappRuntime,
    readonly path: string,
    options: Record<string, unknown>,
  ) {
    this.instance = {
      ...options,
      data: structuredClone(options.data ?? {}),
      route: path,
      options: {},
      setData: (change: Record<string, unknown>, then?: () => void) => {
        runtime.record(path, Buffer.byteLength(JSON.stringify(change)));
        applySetData(this.instance.data as Record<string, unknown>, change);
        if (then) setTimeout(() => then.call(this.instance), 0);
      },
    };
  }

  call(name: string, ...args: unknown[]): unknown {
    const method = this.instance[name];
    return typeof method === 'function' ? (method as Call).apply(this.instance, args) : undefined;
  }

  get root(): WeappNode {
    return (this.instance.data as { root: WeappNode }).root;
  }

  text(): string {
    return textOf(this.root);
  }

  find(className: string, text?: string): Found {
    return find(this.root, className, text);
  }

  /** The names of templates this page uses. */
  templates(): Set<string> {
    return new Set(walk(this.root).flatMap(({ node }) => (node.nn ? [node.nn] : [])));
  }

  /** Taps the innermost node of a class (with a text); answers the bytes of setData it caused by itself. */
  async tap(className: string, text?: string): Promise<number> {
    return this.fire('tap', this.find(className, text), {});
  }

  /** Types into the input of a class. */
  async type(className: string, value: string): Promise<number> {
    return this.fire('input', this.find(className), { value, cursor: value.length });
  }

  /** Any event of a node of a class, as WeChat's own components send them. */
  async event(type: string, className: string, detail: object): Promise<void> {
    await this.fire(type, this.find(className), detail);
  }

  private async fire(type: string, { path }: Found, detail: object): Promise<number> {
    this.runtime.beginTap();
    const timeStamp = (this.clock += 1000);
    const [target] = path;
    const mark = (node: WeappNode | undefined): object => ({
      id: node?.uid ?? node?.sid,
      dataset: { sid: node?.sid },
    });
    // WeChat bubbles natively; input events do not bubble
    for (const node of type === 'tap' ? path.filter((each) => each.sid) : [target]) {
      this.call('eh', {
        type,
        timeStamp,
        detail,
        target: mark(target),
        currentTarget: mark(node),
        mark: {},
        touches: [],
      });
    }
    await settle(150);
    return this.runtime.endTap();
  }
}
