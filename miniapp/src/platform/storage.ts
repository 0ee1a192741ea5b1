import Taro from '@tarojs/taro';

/**
 * Small JSON values on this device. `tab: true` keeps a value in this browser tab only (H5), so that a
 * demo can run a citizen and a handler in two windows side by side; WeChat has no tabs and ignores it.
 */
interface Place {
  tab?: boolean;
}

const prefix = 'sunledger.';

function tabStorage(): Storage | null {
  return process.env.TARO_ENV === 'weapp' || typeof sessionStorage === 'undefined' ? null : sessionStorage;
}

function parse(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    console.warn('stored value is unreadable and is ignored', error);
    return null;
  }
}

/** The stored value, or null. `check` decides whether what was stored still has the expected shape. */
export function readStored<T>(
  key: string,
  check: (value: unknown) => value is T,
  place: Place = {},
): T | null {
  const tab = place.tab ? tabStorage() : null;
  const value = parse(tab ? tab.getItem(prefix + key) : Taro.getStorageSync<unknown>(prefix + key));
  return check(value) ? value : null;
}

export function writeStored(key: string, value: unknown, place: Place = {}): void {
  const tab = place.tab ? tabStorage() : null;
  try {
    if (tab) tab.setItem(prefix + key, JSON.stringify(value));
    else Taro.setStorageSync(prefix + key, JSON.stringify(value));
  } catch (error) {
    // full or forbidden storage (private window): the app works on, the value lives until it is closed
    console.warn('value could not be stored', error);
  }
}

export function removeStored(key: string, place: Place = {}): void {
  const tab = place.tab ? tabStorage() : null;
  if (tab) tab.removeItem(prefix + key);
  else Taro.removeStorageSync(prefix + key);
}

export const isText = (value: unknown): value is string => typeof value === 'string';
