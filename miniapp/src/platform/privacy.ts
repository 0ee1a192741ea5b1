import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { ApiError, localError } from './api-error';

/**
 * WeChat's privacy guide (用户隐私保护指引): the first call that touches personal data waits until the person has
 * agreed. With a listener of our own the popup is ours (ui/shell/privacy-popup), in the app's own type size and words.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
type Answer = (choice: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void;

/** WeChat looks whether this very button was tapped. */
export const AGREE_BUTTON = 'privacy-agree';

/** Calls that wait for the answer; more than one may. */
let waiting: Answer[] = [];

export const usePrivacyAsked = create<{ asked: boolean }>(() => ({ asked: false }));

/** Older WeChat (base library below 2.32.3) knows nothing of it and asks nothing. */
export function watchPrivacy(): void {
  if (typeof Taro.onNeedPrivacyAuthorization !== 'function') return;
  Taro.onNeedPrivacyAuthorization((resolve) => {
    waiting.push(resolve as Answer);
    (resolve as Answer)({ event: 'exposureAuthorization' });
    usePrivacyAsked.setState({ asked: true });
  });
}

/** The person's answer, for every call that waits. */
export function answerPrivacy(agreed: boolean): void {
  const asking = waiting;
  waiting = [];
  usePrivacyAsked.setState({ asked: false });
  asking.forEach((answer) =>
    answer(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' }),
  );
}

/** The guide as it was declared in WeChat's console. */
export function openPrivacyGuide(): void {
  Taro.openPrivacyContract({
    fail: (error) => console.warn('the privacy guide did not open', error),
  });
}

/** Before something that no privacy call of WeChat's guards by itself, such as signing in. */
export function askPrivacy(): Promise<void> {
  if (typeof Taro.requirePrivacyAuthorize !== 'function') return Promise.resolve();
  return new Promise((resolve, reject) => {
    Taro.requirePrivacyAuthorize({
      success: () => resolve(),
      fail: () => reject(localError('NO_PRIVACY')),
    });
  });
}

/** Whether a call failed because the guide was not agreed to; a camera that was closed is no such thing. */
export const isPrivacyRefusal = (error: unknown): boolean =>
  error instanceof ApiError
    ? error.code === 'NO_PRIVACY'
    : /privacy/i.test(String((error as { errMsg?: unknown } | null)?.errMsg ?? ''));
