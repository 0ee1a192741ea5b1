import { randomBytes } from 'node:crypto';
import { PAGES, type SentMessage, type WechatState } from './wechat-state';

export type Body = Readonly<Record<string, unknown>>;
export type AnswerOf = (state: WechatState, body: Body, query: URLSearchParams) => object | Buffer;

export const failure = (errcode: number, errmsg = 'failed'): object => ({ errcode, errmsg });
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One by one from the pages of developers.weixin.qq.com; research notes name each. */
export const answers: Readonly<Record<string, AnswerOf>> = {
  '/cgi-bin/stable_token': (state, body) => {
    if (body.grant_type !== 'client_credential') return failure(40002);
    if (body.appid !== state.appId) return failure(40013, 'invalid appid');
    if (body.secret !== state.secret) return failure(40125, 'invalid appsecret');
    const now = Date.now();
    if (body.force_refresh === true) {
      const today = state.forcedAt.filter((at) => now - at < 86_400_000);
      if (today.length >= 20) return failure(45009);
      if (today.some((at) => now - at < 30_000)) return failure(45011);
      state.forcedAt = [...today, now];
      state.tokens.clear();
      state.issue();
    }
    const until = state.token === null ? 0 : (state.tokens.get(state.token) ?? 0);
    // The same token until five minutes before its end; then the next, while the old one still works.
    const token = until - now > 300_000 && state.token !== null ? state.token : state.issue();
    return { access_token: token, expires_in: Math.floor(((state.tokens.get(token) ?? 0) - now) / 1000) };
  },

  '/sns/jscode2session': (state, _body, query) => {
    if (query.get('appid') !== state.appId) return failure(40013);
    if (query.get('secret') !== state.secret) return failure(40125);
    const code = state.loginCodes.get(query.get('js_code') ?? '');
    if (!code) return failure(40029, 'invalid code');
    if (code.used) return failure(40163, 'code been used');
    code.used = true;
    const user = state.user(code.openid);
    if (user.blocked) return failure(40226, 'code blocked');
    user.seenAt = Date.now();
    return { openid: user.openid, session_key: randomBytes(16).toString('base64') };
  },

  '/wxa/business/getuserphonenumber': (state, body) => {
    const code = state.phoneCodes.get(text(body.code));
    if (!code || code.used || code.until < Date.now()) return failure(40029, 'code is invalid');
    code.used = true;
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: `${code.country === '86' ? '' : `+${code.country}`}${code.phone}`,
        purePhoneNumber: code.phone,
        countryCode: code.country,
        watermark: { timestamp: Math.floor(Date.now() / 1000), appid: state.appId },
      },
    };
  },

  '/cgi-bin/message/subscribe/send': (state, body) => {
    const user = state.users.get(text(body.touser));
    if (!user) return failure(40003, 'invalid openid');
    const template = text(body.template_id);
    if (!state.templates.has(template)) return failure(40037, 'invalid template_id');
    if (body.page !== undefined && !PAGES.has(text(body.page).split('?')[0] ?? '')) return failure(41030);
    const data = body.data as SentMessage['data'];
    const bad = Object.entries(data).find(([key, { value }]) => !fits(key, value));
    if (bad) return failure(47003, `argument invalid! data.${bad[0]}.value is not match rule`);
    const left = user.consents.get(template) ?? 0;
    if (left < 1) return failure(43101, 'user refuse to accept the msg');
    user.consents.set(template, left - 1);
    const msgid = String(3_000_000_000_000 + state.sent.length);
    state.sent.push({ ...(body as unknown as SentMessage), msgid });
    return { errcode: 0, errmsg: 'ok', msgid: Number(msgid) };
  },

  '/wxa/msg_sec_check': (state, body) => {
    if (body.version !== 2) return failure(40129);
    const early = visitError(state, body);
    if (early) return early;
    const content = text(body.content);
    if (content === '') return failure(44002, 'empty post data');
    if ([...content].length > 2500) return failure(45002, 'content size out of limit');
    const result = content.includes('违规示例')
      ? { suggest: 'risky', label: 20001 }
      : content.includes('存疑示例')
        ? { suggest: 'review', label: 21000 }
        : { suggest: 'pass', label: 100 };
    return {
      errcode: 0,
      errmsg: 'ok',
      result,
      detail: [],
      trace_id: `text-${randomBytes(6).toString('hex')}`,
    };
  },

  '/wxa/media_check_async': (state, body) => {
    const early = visitError(state, body);
    if (early) return early;
    if (!/^https?:\/\//.test(text(body.media_url))) return failure(9410001);
    const traceId = `media-${randomBytes(6).toString('hex')}`;
    state.mediaOrders.push({ traceId, url: text(body.media_url), openid: text(body.openid) });
    return { errcode: 0, errmsg: 'ok', trace_id: traceId };
  },

  '/wxa/getwxacodeunlimit': (state, body) => {
    const scene = text(body.scene);
    if (!/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/.test(scene)) return failure(40169, 'invalid scene');
    const page = text(body.page);
    if (body.check_path !== false && !PAGES.has(page)) return failure(41030, 'invalid page');
    state.codes.push({ scene, page });
    return ONE_PIXEL;
  },

  '/tcb/batchdownloadfile': (state, body) => {
    const files = body.file_list;
    if (typeof body.env !== 'string' || !Array.isArray(files)) return failure(40101, 'missing parameter');
    return {
      errcode: 0,
      errmsg: 'ok',
      file_list: (files as Body[]).map(({ fileid }) => {
        const id = text(fileid);
        if (!state.cloudFiles.has(id)) return { fileid, status: -503003, errmsg: 'storage file not exists' };
        return {
          fileid,
          status: 0,
          errmsg: 'ok',
          download_url: `${state.url}/stored?id=${encodeURIComponent(id)}`,
        };
      }),
    };
  },

  '/wxa/generate_urllink': (_state, body) => {
    if (!PAGES.has(text(body.path))) return failure(40165, 'invalid weapp pagepath');
    if (text(body.query).length > 1024) return failure(40212);
    if (
      body.expire_type === 1 &&
      !(Number(body.expire_interval) >= 1 && Number(body.expire_interval) <= 30)
    ) {
      return failure(85401);
    }
    return { errcode: 0, errmsg: 'ok', url_link: `https://wxaurl.cn/${randomBytes(6).toString('hex')}` };
  },
};

function visitError(state: WechatState, body: Body): object | null {
  if (![1, 2, 3, 4].includes(Number(body.scene))) return failure(40129, 'invalid scene');
  const user = state.users.get(text(body.openid));
  if (!user) return failure(40003, 'invalid openid');
  return Date.now() - user.seenAt > 2 * 3600_000 ? failure(61010, 'code is expired') : null;
}

const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The rules of api_sendmessage, written a second time on purpose: the stand-in judges our fitting. */
function fits(key: string, value: string): boolean {
  if (typeof value !== 'string' || value.trim() === '' || /[\n\r\t]/.test(value)) return false;
  const length = [...value].length;
  switch (key.replace(/\d+$/, '')) {
    case 'thing':
      return length <= 20;
    case 'number':
      return /^-?[\d.]{1,32}$/.test(value);
    case 'letter':
      return /^[A-Za-z]{1,32}$/.test(value);
    case 'symbol':
      return length <= 5;
    case 'character_string':
      return length <= 32 && !/[\u4e00-\u9fff]/.test(value);
    case 'phone_number':
      return length <= 17;
    case 'car_number':
      return length <= 8;
    case 'amount':
      return /^[¥￥$]?\d{1,10}(\.\d+)?元?$/.test(value);
    case 'time':
      return /^(\d{4}年\d{1,2}月\d{1,2}日)?( ?\d{1,2}:\d{2})?$/.test(value);
    case 'date':
      return /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?$/.test(value);
    case 'phrase':
      return /^[\u4e00-\u9fff]{1,5}$/.test(value);
    case 'name':
      return /^[\u4e00-\u9fff·]{1,10}$/.test(value) || /^[A-Za-z .]{1,20}$/.test(value);
    default:
      return false;
  }
}
