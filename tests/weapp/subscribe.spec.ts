import { api, kept, ok, refusal } from '../support/weapp-api';
import { requireBuild, weappDist } from '../support/weapp-dist';
import { WeappRuntime, settle } from '../support/weapp-runtime';
import type { Options } from '../support/weapp-wx';

const FORM = 'citizen/message-new/index';

interface Phone {
  /** What the person taps in WeChat's popup. */
  answer?: 'accept' | 'reject';
  remaining?: number;
  /** 总是保持以上选择, as WeChat's settings tell it. */
  settled?: Record<string, 'accept' | 'reject' | 'ban'>;
  mainSwitch?: boolean;
  storage?: Record<string, unknown>;
}

/** Somebody who sends a message; the server is away for it, so that the form stays and can be sent again. */
async function writer({ answer = 'accept', remaining = 0, settled, mainSwitch = true, storage }: Phone) {
  const acts: string[] = [];
  const reported: unknown[] = [];
  const stored: Record<string, unknown> = { ...kept(), ...storage };
  const templates = {
    items: ['answered', 'question'].map((use) => ({ use, templateId: `T-${use}`, remaining })),
  };
  const app = WeappRuntime.boot(
    api({
      'GET /me/subscriptions': () => ok(templates),
      'POST /me/subscriptions': ({ body }) => {
        reported.push(body.choices);
        return ok(templates);
      },
      'POST /messages': () => {
        acts.push('sent');
        return refusal(503, 'MAINTENANCE', '正在维护。');
      },
    }),
    {
      storage: stored,
      wx: {
        setStorageSync: (key: string, value: unknown) => void (stored[key] = value),
        getSetting: (options: Options) =>
          options.success?.({ subscriptionsSetting: { mainSwitch, itemSettings: settled } }),
        requestSubscribeMessage: (options: Options) => {
          const ids = options.tmplIds as string[];
          acts.push(`asked ${ids.join(' ')}`);
          options.success?.({ errMsg: 'ok', ...Object.fromEntries(ids.map((id) => [id, answer])) });
        },
      },
    },
  );
  const page = await app.open(FORM);
  await page.type('textarea', '外地户口的孩子在县城读小学，报名要带哪些材料？');
  const send = async (): Promise<void> => {
    await page.tap('btn', '提交留言');
    // a second tap at once would be a double tap
    await settle(420);
  };
  return { acts, reported, stored, send };
}

describe('asking whether WeChat may tell of the answer', () => {
  requireBuild(weappDist, 'build:weapp');

  it('in the tap that sends, before anything is waited for, and once in a visit', async () => {
    const { acts, reported, send } = await writer({});
    await send();
    expect(acts).toEqual(['asked T-answered T-question', 'sent']);
    expect(reported).toEqual([
      [
        { use: 'answered', accepted: true },
        { use: 'question', accepted: true },
      ],
    ]);
    await send();
    expect(acts.slice(2)).toEqual(['sent']);
  });

  it('a refusal holds for the visits of a week', async () => {
    const first = await writer({ answer: 'reject' });
    await first.send();
    expect(first.acts).toEqual(['asked T-answered T-question', 'sent']);
    const next = await writer({ storage: first.stored });
    await next.send();
    expect(next.acts).toEqual(['sent']);
    const weekAgo = Date.now() - 8 * 24 * 3600_000;
    const later = Object.fromEntries(
      Object.entries(first.stored).map(([key, value]) => [
        key,
        key.startsWith('sunledger.asked') ? JSON.stringify(weekAgo) : value,
      ]),
    );
    const after = await writer({ storage: later });
    await after.send();
    expect(after.acts).toEqual(['asked T-answered T-question', 'sent']);
  });

  it('a “no” that was settled for good, and a main switch that is off, are never asked about', async () => {
    const settled = { 'T-answered': 'reject', 'T-question': 'ban' } as const;
    const no = await writer({ settled });
    await no.send();
    const off = await writer({ mainSwitch: false });
    await off.send();
    expect([no.acts, off.acts]).toEqual([['sent'], ['sent']]);
  });

  it('a “yes” that was settled for good shows no popup, so every sending takes its one message', async () => {
    const { acts, send } = await writer({ settled: { 'T-answered': 'accept', 'T-question': 'accept' } });
    await send();
    await send();
    expect(acts).toEqual(['asked T-answered T-question', 'sent', 'asked T-answered T-question', 'sent']);
  });

  it('where a message may still be sent nobody is asked', async () => {
    const { acts, send } = await writer({ remaining: 1 });
    await send();
    expect(acts).toEqual(['sent']);
  });
});
