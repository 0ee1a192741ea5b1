import Taro from '@tarojs/taro';
import { create } from 'zustand';

export interface ConfirmRequest {
  title: string;
  text?: string;
  /** Says what happens, e.g. “提交审核”, never “确定”. */
  confirmText: string;
  cancelText?: string;
  danger?: boolean;
}

interface FeedbackState {
  toast: { text: string; tone: 'plain' | 'done' | 'bad'; serial: number } | null;
  question: (ConfirmRequest & { answer: (yes: boolean) => void }) | null;
}

/** What <Page> shows on H5; on WeChat the native dialogs speak to screen readers and scale by themselves. */
export const useFeedback = create<FeedbackState>(() => ({ toast: null, question: null }));

let serial = 0;

/** The one place of the document that screen readers listen to; made before anything is said in it. */
function liveRegion(): HTMLElement {
  const known = document.getElementById('announcements');
  if (known) return known;
  const region = document.createElement('div');
  region.id = 'announcements';
  region.className = 'announcements';
  region.setAttribute('role', 'status');
  document.body.append(region);
  return region;
}

/**
 * Says something to those who listen, whatever page is on screen (H5; WeChat's own toasts speak). What failed may
 * interrupt.
 */
export function announce(text: string, urgent = false): void {
  if (process.env.TARO_ENV === 'weapp') return;
  const region = liveRegion();
  region.setAttribute('aria-live', urgent ? 'assertive' : 'polite');
  // the same words twice are two events
  region.textContent = '';
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}

/** A short message that goes away by itself. Not for errors that need an action: show those in place. */
export function toast(text: string, tone: 'plain' | 'done' | 'bad' = 'plain'): void {
  if (process.env.TARO_ENV === 'weapp') {
    void Taro.showToast({
      title: text,
      icon: tone === 'done' && text.length <= 7 ? 'success' : 'none',
      duration: 2500,
    });
    return;
  }
  serial += 1;
  const mine = serial;
  announce(text, tone === 'bad');
  useFeedback.setState({ toast: { text, tone, serial } });
  // long enough to be read: 1.8 s and 120 ms per character
  setTimeout(
    () => {
      if (useFeedback.getState().toast?.serial === mine) useFeedback.setState({ toast: null });
    },
    1800 + text.length * 120,
  );
}

/** Asks before something that cannot be taken back; resolves to the choice. */
export async function confirm(request: ConfirmRequest): Promise<boolean> {
  if (process.env.TARO_ENV === 'weapp') {
    const result = await Taro.showModal({
      title: request.title,
      content: request.text ?? '',
      // WeChat allows four characters on a button
      confirmText: request.confirmText.slice(0, 4),
      cancelText: (request.cancelText ?? '先不了').slice(0, 4),
      confirmColor: request.danger ? '#b5271b' : '#1d4f91',
    });
    return result.confirm;
  }
  return new Promise((resolve) => {
    const answer = (yes: boolean): void => {
      useFeedback.setState({ question: null });
      resolve(yes);
    };
    useFeedback.setState({ question: { ...request, answer } });
  });
}
