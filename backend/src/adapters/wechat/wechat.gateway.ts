import { CHECKED_TEXT_MAX, SCENE_PATTERN, URL_LINK_DAYS_MAX, URL_LINK_QUERY_MAX } from './wechat-limits';
import { fitTemplateField } from './fit-template-field';
import { wechatApis } from './wechat-apis';
import type { WechatClient, WechatJson } from './wechat-client';
import { WechatError } from './wechat-error';

export type ProgramState = 'developer' | 'trial' | 'formal';

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Page with its query, without a leading slash. */
  readonly page: string;
  /** Key of the template to what it should say; made to fit here. */
  readonly fields: Readonly<Record<string, string>>;
}

/** `pass` may be shown; `review` and `risky` go to a person, never to the bin. */
export interface Checked {
  readonly suggest: 'pass' | 'review' | 'risky';
  readonly label: number;
  readonly traceId: string;
}

/** DW/miniprogram/dev/server/API/sec-center/sec-check/api_msgseccheck: profile, comment, forum, social log. */
export type CheckScene = 1 | 2 | 3 | 4;

/** Everything the product asks of WeChat. Each call throws `WechatError`; what the fault means is told there. */
export class WechatGateway {
  constructor(
    /** Null where no WeChat is configured: every call is a `setup` fault. */
    private readonly client: WechatClient | null,
    private readonly appId: string | null,
    private readonly state: ProgramState,
  ) {}

  get enabled(): boolean {
    return this.client !== null;
  }

  /** Who holds a login code. The session key stays here: nothing of the product needs it. */
  async codeToSession(code: string): Promise<{ openid: string }> {
    const api = wechatApis.code2Session;
    const answer = await this.to().json(api, { query: { js_code: code, grant_type: 'authorization_code' } });
    return { openid: textOf(answer, 'openid', api.name) };
  }

  /** The phone number that the person let us have; with the country code in front when it is not China's. */
  async phoneNumber(code: string): Promise<string> {
    const api = wechatApis.phoneNumber;
    const info = objectOf(await this.to().json(api, { body: { code } }), 'phone_info', api.name);
    const mark = objectOf(info, 'watermark', api.name);
    if (this.appId !== null && mark.appid !== this.appId)
      throw new WechatError(api.name, 'person', 'WATERMARK');
    return textOf(info, info.countryCode === '86' ? 'purePhoneNumber' : 'phoneNumber', api.name);
  }

  /** Sends one subscribe message; gives WeChat's id of it, or null when the answer had none. */
  async sendSubscribe(message: SubscribeMessage): Promise<string | null> {
    const data = Object.fromEntries(
      Object.entries(message.fields).map(([key, value]) => [key, { value: fitTemplateField(key, value) }]),
    );
    const answer = await this.to().json(wechatApis.sendSubscribe, {
      body: {
        touser: message.openid,
        template_id: message.templateId,
        page: message.page,
        miniprogram_state: this.state,
        lang: 'zh_CN',
        data,
      },
    });
    return answer.msgid === undefined ? null : String(answer.msgid);
  }

  /** Checks a text of any length by pieces; the worst piece counts. errcode 0 is no pass: `suggest` decides. */
  async checkText(text: { openid: string; scene: CheckScene; content: string }): Promise<Checked> {
    let worst: Checked | null = null;
    for (const content of pieces(text.content, CHECKED_TEXT_MAX)) {
      const answer = await this.to().json(wechatApis.checkText, {
        body: { version: 2, openid: text.openid, scene: text.scene, content },
      });
      const checked = checkedOf(answer);
      if (worst === null || gravity[checked.suggest] > gravity[worst.suggest]) worst = checked;
    }
    if (worst === null) throw new WechatError('checkText', 'input', 'BODY_EMPTY');
    return worst;
  }

  /** Orders the check of a picture or sound that WeChat can download; the result comes as a push with this id. */
  async checkMedia(media: { openid: string; scene: CheckScene; url: string; kind: 'image' | 'audio' }) {
    const answer = await this.to().json(wechatApis.checkMedia, {
      body: {
        version: 2,
        openid: media.openid,
        scene: media.scene,
        media_url: media.url,
        media_type: media.kind === 'audio' ? 1 : 2,
      },
    });
    return { traceId: textOf(answer, 'trace_id', 'checkMedia') };
  }

  /** The picture of a mini-program code. `page` without a leading slash and without a query. */
  unlimitedCode(code: { scene: string; page: string; width?: number }): Promise<Buffer> {
    if (!SCENE_PATTERN.test(code.scene)) throw new WechatError('unlimitedCode', 'input', 'SCENE_WRONG');
    return this.to().file(wechatApis.unlimitedCode, {
      body: {
        scene: code.scene,
        page: code.page,
        // Before the first release there is no page that WeChat could find.
        check_path: this.state === 'formal',
        env_version: envVersions[this.state],
        width: code.width ?? 430,
      },
    });
  }

  /** An https address for an SMS that opens the page in WeChat, for at most 30 days. */
  async urlLink(link: { page: string; query: string; days: number }): Promise<string> {
    if (link.query.length > URL_LINK_QUERY_MAX) throw new WechatError('urlLink', 'input', 'QUERY_WRONG');
    const answer = await this.to().json(wechatApis.urlLink, {
      body: {
        path: link.page,
        query: link.query,
        env_version: envVersions[this.state],
        expire_type: 1,
        expire_interval: Math.min(link.days, URL_LINK_DAYS_MAX),
      },
    });
    return textOf(answer, 'url_link', 'urlLink');
  }

  /** Where a file of the cloud environment's storage can be fetched for five minutes; null when there is none. */
  async cloudFileUrl(env: string, fileId: string): Promise<string | null> {
    const answer = await this.to().json(wechatApis.cloudFileUrl, {
      body: { env, file_list: [{ fileid: fileId, max_age: 300 }] },
    });
    const [file] = Array.isArray(answer.file_list) ? (answer.file_list as WechatJson[]) : [];
    return file?.status === 0 && typeof file.download_url === 'string' ? file.download_url : null;
  }

  private to(): WechatClient {
    if (!this.client) throw new WechatError('any', 'setup', 'NOT_CONFIGURED');
    return this.client;
  }
}

const envVersions: Record<ProgramState, string> = { developer: 'develop', trial: 'trial', formal: 'release' };
const gravity: Record<Checked['suggest'], number> = { pass: 0, review: 1, risky: 2 };

function checkedOf(answer: WechatJson): Checked {
  const result = objectOf(answer, 'result', 'checkText');
  const suggest = result.suggest;
  return {
    // A word of tomorrow is no pass.
    suggest: suggest === 'pass' || suggest === 'risky' ? suggest : 'review',
    label: Number(result.label ?? 21000),
    traceId: typeof answer.trace_id === 'string' ? answer.trace_id : '',
  };
}

/** By characters, not by UTF-16 halves. */
function pieces(text: string, size: number): string[] {
  const characters = [...text];
  const result: string[] = [];
  for (let at = 0; at < characters.length; at += size) result.push(characters.slice(at, at + size).join(''));
  return result;
}

function textOf(answer: WechatJson, name: string, api: string): string {
  const value = answer[name];
  if (typeof value !== 'string' || value === '')
    throw new WechatError(api, 'down', 'ANSWER_UNREADABLE', null, false);
  return value;
}

function objectOf(answer: WechatJson, name: string, api: string): WechatJson {
  const value = answer[name];
  if (typeof value !== 'object' || value === null) {
    throw new WechatError(api, 'down', 'ANSWER_UNREADABLE', null, false);
  }
  return value as WechatJson;
}
