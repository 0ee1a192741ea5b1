import type { WorldEvents, WorldGiven } from './weapp-world';

export type Options = Record<string, unknown> & {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
};

/** Calls that only have to exist; Taro wraps exactly what it finds on `wx`. */
const quiet = [
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

/** Answers a call as WeChat does: to whoever waits by callback. */
export const finish = (options: Options, result: unknown): void => {
  options.success?.(result);
  options.complete?.(result);
};

/** What a test may tell the app of, as WeChat does. */
const listeners = [
  'onNetworkStatusChange',
  'onAppShow',
  'onAppHide',
  'onError',
  'onUnhandledRejection',
  'onPageNotFound',
  'onThemeChange',
  'onNeedPrivacyAuthorization',
] as const;
export type WxEvent = (typeof listeners)[number] | 'onUpdateReady' | 'onUpdateFailed';

export interface Wx {
  wx: Record<string, unknown>;
  /** Calls everybody who listens. */
  emit(event: WxEvent, ...given: unknown[]): void;
}

/**
 * The `wx` object: storage, requests, navigation and the few calls Taro makes by itself.
 * @param given calls that a test answers itself, and what lies in the storage
 */
export function wxOf(events: WorldEvents, given: WorldGiven): Wx {
  const storage = new Map<string, unknown>(Object.entries(given.storage ?? {}));
  const heard = new Map<string, ((...words: unknown[]) => void)[]>();
  const hear = (event: WxEvent) => (listen: (...words: unknown[]) => void) =>
    void heard.set(event, [...(heard.get(event) ?? []), listen]);
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
    ...Object.fromEntries(listeners.map((name) => [name, hear(name)])),
    getNetworkType: (options: Options) => finish(options, { networkType: 'wifi' }),
    getSetting: (options: Options) =>
      finish(options, { authSetting: {}, subscriptionsSetting: { mainSwitch: true } }),
    login: (options: Options) => finish(options, { code: 'login-code' }),
    requirePrivacyAuthorize: done,
    openPrivacyContract: done,
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
    getUpdateManager: () => ({
      onUpdateReady: hear('onUpdateReady'),
      onUpdateFailed: hear('onUpdateFailed'),
      applyUpdate: () => events.navigate('applyUpdate', ''),
    }),
    createSelectorQuery: chain,
    canIUse: () => true,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    ...given.wx,
  };
  return {
    wx: known,
    emit: (event, ...words) => (heard.get(event) ?? []).forEach((listen) => listen(...words)),
  };
}
