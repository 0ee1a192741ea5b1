import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useMemo, useState } from 'react';
import { create } from 'zustand';
import { useWide } from './display';
import {
  isTab,
  pathOf,
  routes,
  type ParamsGiven,
  type RouteName,
  type RouteParams,
  type TabRoute,
} from './routes';
import { useSession } from './session';

/** WeChat keeps at most 10 pages and refuses the next navigateTo. */
const stackLimit = 10;

/** Pages that lead back to where one was: the last place is theirs, so that no form is replaced by them. */
const returning: readonly RouteName[] = ['signIn', 'privacy'];

/** switchTab takes no query on WeChat, so parameters of tab pages travel here. */
const useTabParams = create<Partial<Record<TabRoute, Record<string, string>>>>(() => ({}));

function texts(params: object | undefined): Record<string, string> {
  const given = (params ?? {}) as Record<string, string | number | undefined>;
  const result: Record<string, string> = {};
  Object.keys(given).forEach((key) => {
    if (given[key] !== undefined) result[key] = String(given[key]);
  });
  return result;
}

function ignore(error: unknown): void {
  // a second tap while the page is already opening is refused by the platform; nothing is lost
  console.warn('navigation was refused', error);
}

/** Opens a page: `open('task', { id })`. Tab pages are switched to; a full stack is replaced at its top. */
export function open<N extends RouteName>(name: N, params?: Partial<ParamsGiven<N>>): void {
  if (isTab(name)) {
    useTabParams.setState({ [name]: texts(params) });
    Taro.switchTab({ url: routes[name] }).catch(ignore);
    return;
  }
  const url = pathOf(name, params);
  const room = stackLimit - Taro.getCurrentPages().length;
  const full = room < (returning.includes(name) ? 1 : 2);
  (full ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })).catch(ignore);
}

/** Opens a page in place of this one (after a form was sent, say). */
export function replace<N extends RouteName>(name: N, params?: Partial<ParamsGiven<N>>): void {
  if (isTab(name)) open(name, params);
  else Taro.redirectTo({ url: pathOf(name, params) }).catch(ignore);
}

/** Back, or to the home page when this one was opened directly (a shared card, a scanned code). */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack().catch(ignore);
  else open('home');
}

/** Goes to the sign-in page, and back here afterwards, unless somebody is signed in; true when one may go on. */
export function requireSignIn(): boolean {
  if (useSession.getState().me) return true;
  open('signIn', { then: 'back' });
  return false;
}

export const canGoBack = (): boolean => Taro.getCurrentPages().length > 1;

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    console.warn('a parameter is not properly encoded', error);
    return value;
  }
}

/** The parameters this page was opened with, decoded; the same object until the page is opened again. */
export function useParams<N extends RouteName>(name: N): Partial<RouteParams[N]> {
  const router = useRouter();
  const ofTab = useTabParams((state) => (isTab(name) ? state[name] : undefined));
  const given = useMemo(() => {
    const decoded: Record<string, string> = {};
    Object.keys(router.params).forEach((key) => {
      const value = router.params[key];
      if (typeof value === 'string') decoded[key] = decode(value);
    });
    return decoded;
  }, [router]);
  return (ofTab ?? given) as Partial<RouteParams[N]>;
}

/** A positive whole number from a parameter; 0 when it is none (the server answers 404 for 0). */
export function idOf(text: string | undefined): number {
  return text && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0;
}

/**
 * Master and detail. Narrow: `select(id)` opens the detail page. Wide: it selects, and the list page shows the
 * detail beside the list (<SplitView>); the address keeps the selection for a reload.
 */
export function useSplit<D extends 'task' | 'message' | 'handle' | 'review'>(
  page: 'tasks' | 'desk' | 'answers',
  detail: D,
): { wide: boolean; selected: number; select: (id: number) => void; clear: () => void } {
  const wide = useWide();
  const given = idOf(useParams(page).id);
  const [selected, setSelected] = useState(given);
  useEffect(() => setSelected(given), [given]);
  const remember = (id: number): void => {
    setSelected(id);
    if (process.env.TARO_ENV !== 'h5') return;
    const address = window.location.pathname + (id > 0 ? `?id=${id}` : '');
    window.history.replaceState(window.history.state, '', address);
  };
  return {
    wide,
    selected: wide ? selected : 0,
    select: (id) => (wide ? remember(id) : open(detail as 'task', { id })),
    clear: () => remember(0),
  };
}
