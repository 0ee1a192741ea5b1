import Taro, {
  useDidHide,
  useDidShow,
  usePageNotFound,
  usePullDownRefresh,
  useReachBottom as useTaroReachBottom,
  useShareAppMessage,
  useShareTimeline,
} from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { pathOf, routes, type ParamsGiven, type RouteName } from './routes';

// Wrapped, not re-exported: Taro's H5 compiler turns its own imports into member expressions and trips.
/** Runs each time the page comes to the front. */
export function usePageShow(run: () => void): void {
  useDidShow(run);
}

export function usePageHide(run: () => void): void {
  useDidHide(run);
}

/** Runs when the bottom of the page is near (WeChat). */
export function useReachBottom(run: () => void): void {
  useTaroReachBottom(run);
}

/** Whether this page is the one on screen (pages below it on the stack stay mounted). */
export function usePageVisible(): boolean {
  const [visible, setVisible] = useState(true);
  useDidShow(() => setVisible(true));
  useDidHide(() => setVisible(false));
  return visible;
}

/** Pull to refresh (WeChat; the page's config must enable it). */
export function useRefreshByPull(refresh: (() => Promise<unknown>) | undefined): void {
  usePullDownRefresh(() => {
    const done = (): void => Taro.stopPullDownRefresh();
    if (refresh) refresh().then(done, done);
    else done();
  });
}

/** The title of WeChat's bar or of the browser's tab. */
export function usePageTitle(title: string): void {
  const visible = usePageVisible();
  useEffect(() => {
    if (!visible) return;
    if (process.env.TARO_ENV === 'weapp') void Taro.setNavigationBarTitle({ title });
    else document.title = title === '阳光台账' ? title : `${title} · 阳光台账`;
  }, [title, visible]);
}

/**
 * Lets people share this page as a card, and where the page's config says `enableShareTimeline` as a moment. Taro
 * hands the hook on only where the config says `enableShareAppMessage`; tests/weapp/share.spec.ts looks at both.
 */
export function useShareCard<N extends RouteName>(
  title: string,
  name: N,
  params?: Partial<ParamsGiven<N>>,
): void {
  const path = pathOf(name, params);
  useShareAppMessage(() => ({ title, path }));
  useShareTimeline(() => ({ title, query: path.split('?')[1] ?? '' }));
}

/** Copies text; resolves to whether it worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch (error) {
    console.warn('copying was refused', error);
    return false;
  }
}

/** Calls a number: `dial('12345')`. */
export function dial(phoneNumber: string): void {
  if (process.env.TARO_ENV === 'weapp')
    Taro.makePhoneCall({ phoneNumber }).catch((error: unknown) => console.warn('no call was made', error));
  else window.location.href = `tel:${phoneNumber}`;
}

/** Opens a public link: a new tab on H5; WeChat may not leave the app, so the address is copied. */
export async function openLink(url: string): Promise<'opened' | 'copied' | 'refused'> {
  if (!/^https?:\/\//i.test(url)) return 'refused';
  if (process.env.TARO_ENV !== 'weapp') {
    window.open(url, '_blank', 'noopener');
    return 'opened';
  }
  return (await copyText(url)) ? 'copied' : 'refused';
}

/** Scrolls the page to an element by its id. */
export function scrollToId(id: string): void {
  if (process.env.TARO_ENV === 'weapp') void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -12 });
  else document.getElementById(id)?.scrollIntoView({ behavior: 'smooth', block: 'start' });
}

/**
 * The same, and on H5 keyboard and screen reader go on from there: at what came of something, or in the first field
 * inside, where one may type at once.
 */
export function goToId(id: string): void {
  scrollToId(id);
  if (process.env.TARO_ENV === 'weapp') return;
  const place = document.getElementById(id);
  if (!place) return;
  const control = place.querySelector<HTMLElement>('input, textarea, select');
  if (!control) place.tabIndex = -1;
  (control ?? place).focus({ preventScroll: true });
}

/** An address that no page answers to (an old card, a typing error) leads to the home page. For app.tsx. */
export function useUnknownPage(): void {
  usePageNotFound(() => void Taro.switchTab({ url: routes.home }));
}
