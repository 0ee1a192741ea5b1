import { useEffect } from 'react';

/**
 * @tarojs/taro for unit tests: storage in a Map, navigation as recorded calls, one answering function for
 * requests. `taroStub.reset()` before each test.
 */
export interface StubRequest {
  url: string;
  method: string;
  data?: string;
  header: Record<string, string>;
}
export type StubAnswer = { statusCode: number; data: unknown; header?: Record<string, string> };

const storage = new Map<string, unknown>();
const noAnswer = (request: StubRequest): StubAnswer => {
  throw Object.assign(new Error('no answer'), { errMsg: `request:fail no answer set for ${request.url}` });
};

export const taroStub = {
  storage,
  visited: [] as { how: string; url: string }[],
  requests: [] as StubRequest[],
  params: {} as Record<string, string>,
  stackDepth: 1,
  answer: noAnswer as (request: StubRequest) => StubAnswer | Promise<StubAnswer>,
  reset(): void {
    storage.clear();
    sessionStorage.clear();
    taroStub.visited = [];
    taroStub.requests = [];
    taroStub.params = {};
    taroStub.stackDepth = 1;
    taroStub.answer = noAnswer;
  },
};

const visit =
  (how: string) =>
  ({ url = '' }: { url?: string } = {}): Promise<void> => {
    taroStub.visited.push({ how, url });
    return Promise.resolve();
  };
const nothing = (): Promise<void> => Promise.resolve();

const useRun = (run: () => void): void => useEffect(run, []); // eslint-disable-line react-hooks/exhaustive-deps

export const useDidShow = useRun;
export const usePageNotFound = (): void => undefined;
export const useDidHide = (): void => undefined;
export const usePullDownRefresh = (): void => undefined;
export const useReachBottom = (): void => undefined;
export const useShareAppMessage = (): void => undefined;
export const useShareTimeline = (): void => undefined;
export const useRouter = () => ({ path: '', params: taroStub.params });

const Taro = {
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
  removeStorageSync: (key: string) => void storage.delete(key),
  request: async (request: StubRequest) => {
    taroStub.requests.push(request);
    return { header: {}, ...(await taroStub.answer(request)) };
  },
  getCurrentPages: () => Array.from({ length: taroStub.stackDepth }, () => ({})),
  navigateTo: visit('navigateTo'),
  redirectTo: visit('redirectTo'),
  switchTab: visit('switchTab'),
  navigateBack: visit('navigateBack'),
  showToast: nothing,
  showModal: () => Promise.resolve({ confirm: true, cancel: false }),
  setNavigationBarTitle: nothing,
  stopPullDownRefresh: nothing,
  pageScrollTo: nothing,
  setClipboardData: nothing,
  makePhoneCall: nothing,
  getAppBaseInfo: () => ({}),
  onNetworkStatusChange: () => undefined,
  onAppShow: () => undefined,
  onAppHide: () => undefined,
};

export default Taro;

Object.assign(globalThis, {
  API_BASE: '/api/v1',
  CLOUD_ENV: '',
  CLOUD_SERVICE: '',
  SPEECH_PLUGIN: false,
  taroStub,
});
