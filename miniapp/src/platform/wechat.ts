import Taro from '@tarojs/taro';
import type { Subscription, TemplateUse } from '@sunledger/shared-types';
import { subscriptionEndpoints } from '@sunledger/shared-types';
import { call } from './call';
import { readStored, writeStored } from './storage';

export const inWechat = process.env.TARO_ENV === 'weapp';

/** What a scanned code says; null when the person closed the camera. A mini-program code gives its scene. */
export async function scanText(): Promise<string | null> {
  if (process.env.TARO_ENV !== 'weapp') return null;
  try {
    const { result, path } = (await Taro.scanCode({})) as { result?: string; path?: string };
    const scene = /[?&]scene=([^&]+)/.exec(path ?? '')?.[1];
    return scene ? decodeURIComponent(scene) : (result ?? null);
  } catch (error) {
    console.warn('nothing was scanned', error);
    return null;
  }
}

/** After a “no” nobody is asked again for so long. */
const QUIET_MS = 7 * 24 * 3600_000;
const isTime = (value: unknown): value is number => typeof value === 'number';

let known: readonly Subscription[] = [];

/** Which templates there are; read before the tap, since WeChat opens its popup from the tap itself only. */
export function learnTemplates(): void {
  if (!inWechat) return;
  call(subscriptionEndpoints.list, {}).then(
    ({ items }) => {
      known = items;
    },
    (error: unknown) => console.warn('the templates could not be read', error),
  );
}

/**
 * Asks whether WeChat may tell the person once: directly in a tap that matters, only where nothing is allowed
 * any more, and not again for a week after a refusal. Never fails: the note in the app comes anyway.
 */
export async function askToBeTold(uses: readonly TemplateUse[]): Promise<void> {
  if (!inWechat || Date.now() - (readStored('asked', isTime) ?? 0) < QUIET_MS) return;
  const wanted = known.filter((item) => uses.includes(item.use) && item.remaining === 0);
  if (wanted.length === 0) return;
  try {
    const tmplIds = wanted.map((item) => item.templateId);
    const answer = (await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) as unknown as Record<
      string,
      string
    >;
    const choices = wanted.map((item) => ({
      use: item.use,
      accepted: (answer[item.templateId] ?? '').startsWith('accept'),
    }));
    if (!choices.some((choice) => choice.accepted)) writeStored('asked', Date.now());
    known = (await call(subscriptionEndpoints.report, { choices })).items;
  } catch (error) {
    console.warn('no permission for a WeChat message', error);
  }
}
