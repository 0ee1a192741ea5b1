import Taro from '@tarojs/taro';
import type { Subscription, TemplateUse } from '@sunledger/shared-types';
import { subscriptionEndpoints } from '@sunledger/shared-types';
import { call } from './call';
import { toast } from './feedback';
import { isPrivacyRefusal } from './privacy';
import { readStored, writeStored } from './storage';

export const inWechat = process.env.TARO_ENV === 'weapp';

/** Says why nothing happened when the privacy guide was refused; a change of mind needs no words. */
export function noteRefusal(error: unknown): void {
  if (isPrivacyRefusal(error)) toast('没有同意隐私保护指引，这项功能用不了', 'bad');
}

/** What a scanned code says; null when the person closed the camera. A mini-program code gives its scene. */
export async function scanText(): Promise<string | null> {
  if (process.env.TARO_ENV !== 'weapp') return null;
  try {
    const { result, path } = (await Taro.scanCode({})) as { result?: string; path?: string };
    const scene = /[?&]scene=([^&]+)/.exec(path ?? '')?.[1];
    return scene ? decodeURIComponent(scene) : (result ?? null);
  } catch (error) {
    console.warn('nothing was scanned', error);
    noteRefusal(error);
    return null;
  }
}

/** After a “no” nobody is asked again for so long. */
const QUIET_MS = 7 * 24 * 3600_000;
const isTime = (value: unknown): value is number => typeof value === 'number';

let known: readonly Subscription[] = [];
/** What was ticked with “总是保持以上选择”; WeChat then shows no popup and gives that answer. */
let kept: Record<string, unknown> = {};
/** The main switch of the person's own settings. */
let allowed = true;
/** Uses that a popup of this visit has asked for. */
const asked = new Set<TemplateUse>();

/**
 * Which templates there are and what the person settled once and for all; read before the tap, since WeChat opens
 * its popup from the tap itself only.
 */
export function learnTemplates(): void {
  if (!inWechat) return;
  call(subscriptionEndpoints.list, {}).then(
    ({ items }) => {
      known = items;
    },
    (error: unknown) => console.warn('the templates could not be read', error),
  );
  Taro.getSetting({ withSubscriptions: true }).then(
    ({ subscriptionsSetting }) => {
      allowed = subscriptionsSetting?.mainSwitch !== false;
      kept = { ...subscriptionsSetting?.itemSettings };
    },
    (error: unknown) => console.warn('the settings could not be read', error),
  );
}

/** A settled “yes” shows no popup and a settled “no” no chance; everybody else is asked once in a visit. */
function mayAsk({ use, templateId, remaining }: Subscription): boolean {
  if (kept[templateId] === 'accept') return true;
  if (kept[templateId] !== undefined || remaining > 0 || asked.has(use)) return false;
  return Date.now() - (readStored(`asked.${use}`, isTime) ?? 0) >= QUIET_MS;
}

/**
 * Asks whether WeChat may tell the person once: directly in a tap that matters, only where nothing is allowed
 * any more, once in a visit, and not again for a week after a refusal. Never fails: the note in the app comes anyway.
 */
export async function askToBeTold(uses: readonly TemplateUse[]): Promise<void> {
  if (!inWechat || !allowed) return;
  const wanted = known.filter((item) => uses.includes(item.use) && mayAsk(item));
  if (wanted.length === 0) return;
  wanted.forEach(({ use }) => asked.add(use));
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
    choices.forEach(({ use, accepted }) => {
      if (!accepted) writeStored(`asked.${use}`, Date.now());
    });
    known = (await call(subscriptionEndpoints.report, { choices })).items;
  } catch (error) {
    console.warn('no permission for a WeChat message', error);
  }
}
