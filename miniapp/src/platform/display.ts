import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { readStored, writeStored } from './storage';

export type FontMode = 'normal' | 'elder';

interface DisplayState {
  fontMode: FontMode;
  /** 简洁版: the home page holds the five things people come for. */
  simple: boolean;
  /** WeChat's own font setting (关怀模式 is about 1.4); 1 on H5, where the browser scales by itself. */
  systemScale: number;
}

const isMode = (value: unknown): value is FontMode => value === 'normal' || value === 'elder';

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

export const useDisplay = create<DisplayState>(() => ({
  fontMode: readStored('font', isMode) ?? 'normal',
  simple: readStored('simple', isFlag) ?? false,
  systemScale: 1,
}));

export function setFontMode(fontMode: FontMode): void {
  useDisplay.setState({ fontMode });
  writeStored('font', fontMode);
}

export function setSimple(simple: boolean): void {
  useDisplay.setState({ simple });
  writeStored('simple', simple);
}

/** Follows WeChat's font setting; called whenever the app comes to the front. */
export function readSystemScale(): void {
  if (process.env.TARO_ENV !== 'weapp') return;
  // newer than Taro's types
  const info = Taro.getAppBaseInfo() as Taro.getAppBaseInfo.Result & { fontSizeScaleFactor?: unknown };
  const factor = typeof info.fontSizeScaleFactor === 'number' ? info.fontSizeScaleFactor : 1;
  useDisplay.setState({ systemScale: Math.min(2, Math.max(1, factor)) });
}

/** The type scale of the pages: 大字版 is 1.35, a larger system font wins over it. */
export function useTypeScale(): { mode: FontMode; scale: number } {
  const { fontMode, systemScale } = useDisplay();
  const mode: FontMode = fontMode === 'elder' || systemScale >= 1.3 ? 'elder' : 'normal';
  return { mode, scale: Math.max(mode === 'elder' ? 1.35 : 1, systemScale) };
}

/** From here on the H5 build shows list and detail side by side and the tabs on top. */
export const wideFrom = 900;

/** Whether the window is wide; always false on WeChat. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => process.env.TARO_ENV !== 'weapp' && matchesWide());
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp' || typeof window.matchMedia !== 'function') return undefined;
    const query = window.matchMedia(`(min-width: ${wideFrom}px)`);
    const listen = (): void => setWide(query.matches);
    // Safari 12 knows only addListener
    query.addListener(listen);
    listen();
    return () => query.removeListener(listen);
  }, []);
  return wide;
}

function matchesWide(): boolean {
  return typeof window.matchMedia === 'function' && window.matchMedia(`(min-width: ${wideFrom}px)`).matches;
}
