import { endpoints, type Session } from '@sunledger/shared-types';
import { startApp, type StartOptions, type TestApp } from '../app';
import type { GivenPerson } from '../given';
import { WechatStandIn } from './wechat-stand-in';

export const TEMPLATES = {
  answered: {
    id: 'template-answered-0001',
    fields: { character_string1: 'number', thing2: 'text', time3: 'time' },
  },
  question: { id: 'template-question-0001', fields: { thing1: 'text', phrase2: 'state' } },
  staff: { id: 'template-staff-00000001', fields: { thing1: 'text', thing2: 'unit' } },
} as const;

/** A server, its WeChat, and people who came in through it. */
export interface WechatWorld {
  readonly app: TestApp;
  readonly wechat: WechatStandIn;
  /** Signs in with `wx.login`, as the mini-program does. */
  signIn(openid: string): Promise<Session>;
  /** The person taps “允许”: WeChat remembers it and pushes the event to the server. */
  tapAllow(openid: string, use: keyof typeof TEMPLATES): Promise<void>;
  /** The first round stores the notes, the next ones bring them out. */
  tellAll(): Promise<void>;
  stop(): Promise<void>;
}

export async function wechatWorld(
  options: StartOptions = {},
  environment: Record<string, string> = {},
): Promise<WechatWorld> {
  const wechat = await WechatStandIn.start();
  for (const { id } of Object.values(TEMPLATES)) wechat.state.templates.add(id);
  const app = await startApp({
    ...options,
    environment: wechat.environment({ WECHAT_TEMPLATES: JSON.stringify(TEMPLATES), ...environment }),
  });
  return {
    app,
    wechat,
    signIn: (openid) => app.api.ok(endpoints.account.signInWechat, { code: wechat.loginCode(openid) }),
    async tapAllow(openid, use) {
      wechat.consent(openid, TEMPLATES[use].id);
      const answer = await wechat.push(`${app.url}/wechat/push`, popup(openid, TEMPLATES[use].id, 'accept'));
      if ((await answer.text()) !== 'success') throw new Error('the push was not taken in');
    },
    async tellAll() {
      for (let round = 0; round < 3; round++) await app.tick();
    },
    async stop() {
      await app.stop();
      await wechat.stop();
    },
  };
}

let pushes = 0;

/** `subscribe_msg_popup_event` as JSON with one item: an object, not an array. */
export function popup(openid: string, templateId: string, status: string): Record<string, unknown> {
  pushes += 1;
  return {
    ToUserName: 'gh_1',
    FromUserName: openid,
    CreateTime: 1_700_000_000 + pushes,
    MsgType: 'event',
    Event: 'subscribe_msg_popup_event',
    List: { TemplateId: templateId, SubscribeStatusString: status, PopupScene: '0' },
  };
}

export const asPerson = (session: Session): Pick<GivenPerson, 'accessToken'> => ({
  accessToken: session.accessToken,
});
