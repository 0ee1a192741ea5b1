import type { WechatFault } from './wechat-error';

type Meaning = readonly [WechatFault, string];

/** One call of api.weixin.qq.com with the errors that its page documents. */
export interface WechatApi {
  readonly name: string;
  readonly path: string;
  readonly method: 'GET' | 'POST';
  /** How the call proves who we are: an access token, the app's secret, or the secret inside the body. */
  readonly proof: 'token' | 'secret' | 'body';
  /** Doing it twice is harmless, so a lost answer may be tried again. */
  readonly repeatable: boolean;
  /** The answer is a file when it succeeds, JSON when it fails. */
  readonly file?: boolean;
  /** `errcode` to what it means, where it differs from or adds to the common table. */
  readonly errors: Readonly<Record<number, Meaning>>;
}

/** DW/miniprogram/dev/OpenApiDoc/ (全局返回码) and the sidecar's own, DW/minigame/dev/wxcloudrun/src/guide/weixin/open.md. */
const commonErrors: Readonly<Record<number, Meaning>> = {
  [-1]: ['busy', 'BUSY'],
  40001: ['token', 'TOKEN_INVALID'],
  40014: ['token', 'TOKEN_INVALID'],
  42001: ['token', 'TOKEN_EXPIRED'],
  40013: ['setup', 'APPID_WRONG'],
  40125: ['setup', 'SECRET_WRONG'],
  40164: ['setup', 'ADDRESS_NOT_LISTED'],
  40243: ['setup', 'SECRET_FROZEN'],
  41004: ['setup', 'SECRET_MISSING'],
  45009: ['quota', 'QUOTA'],
  45011: ['busy', 'TOO_FREQUENT'],
  47001: ['input', 'BODY_UNREADABLE'],
  48001: ['setup', 'NOT_PERMITTED'],
  85105: ['setup', 'NOT_PERMITTED'],
  85107: ['setup', 'PATH_NOT_LISTED'],
  85112: ['setup', 'SIDECAR_REFUSED'],
  85113: ['busy', 'SIDECAR_STARTING'],
  41001: ['setup', 'TOKEN_MISSING'],
};

/** What an `errcode` of this call means; an unknown one is an input that WeChat does not take. */
export function meaningOf(api: WechatApi, errcode: number): Meaning {
  return api.errors[errcode] ?? commonErrors[errcode] ?? ['input', `ERROR_${errcode}`];
}

const api = (
  name: string,
  path: string,
  errors: WechatApi['errors'],
  more: Partial<Omit<WechatApi, 'name' | 'path' | 'errors'>> = {},
): WechatApi => ({ name, path, errors, method: 'POST', proof: 'token', repeatable: true, ...more });

export const wechatApis = {
  /** DW/doc/service/api/base/api_getstableaccesstoken.html */
  stableToken: api(
    'stableToken',
    '/cgi-bin/stable_token',
    { 40002: ['setup', 'GRANT_TYPE'], 45009: ['quota', 'QUOTA'], 45011: ['busy', 'TOO_FREQUENT'] },
    { proof: 'body' },
  ),
  /** DW/miniprogram/dev/server/API/user-login/api_code2session — a code works once, so never twice. */
  code2Session: api(
    'code2Session',
    '/sns/jscode2session',
    { 40029: ['person', 'CODE_INVALID'], 40163: ['person', 'CODE_USED'], 40226: ['person', 'USER_BLOCKED'] },
    { method: 'GET', proof: 'secret', repeatable: false },
  ),
  /** DW/minigame/dev/api-backend/open-api/phonenumber/phonenumber.getPhoneNumber.html */
  phoneNumber: api(
    'phoneNumber',
    '/wxa/business/getuserphonenumber',
    { 40029: ['person', 'CODE_INVALID'], 40013: ['setup', 'APPID_WRONG'] },
    { repeatable: false },
  ),
  /** DW/miniprogram/dev/server/API/mp-message-management/subscribe-message/api_sendmessage — has no idempotency key. */
  sendSubscribe: api(
    'sendSubscribe',
    '/cgi-bin/message/subscribe/send',
    {
      40003: ['person', 'OPENID_WRONG'],
      40037: ['setup', 'TEMPLATE_WRONG'],
      41030: ['setup', 'PAGE_NOT_RELEASED'],
      43101: ['person', 'NO_CONSENT_LEFT'],
      47003: ['input', 'FIELD_INVALID'],
    },
    { repeatable: false },
  ),
  /** DW/miniprogram/dev/server/API/sec-center/sec-check/api_msgseccheck */
  checkText: api('checkText', '/wxa/msg_sec_check', {
    40003: ['person', 'OPENID_WRONG'],
    40129: ['input', 'SCENE_WRONG'],
    43104: ['person', 'OPENID_OTHER_APP'],
    44002: ['input', 'BODY_EMPTY'],
    // The person has not used the mini-program within two hours.
    61010: ['person', 'VISIT_TOO_OLD'],
    87014: ['person', 'RISKY_V1'],
  }),
  /** DW/miniprogram/dev/server/API/sec-center/sec-check/api_mediacheckasync */
  checkMedia: api('checkMedia', '/wxa/media_check_async', {
    40003: ['person', 'OPENID_WRONG'],
    40129: ['input', 'SCENE_WRONG'],
    43104: ['person', 'OPENID_OTHER_APP'],
    61010: ['person', 'VISIT_TOO_OLD'],
    9410001: ['input', 'MEDIA_URL'],
  }),
  /** DW/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode */
  unlimitedCode: api(
    'unlimitedCode',
    '/wxa/getwxacodeunlimit',
    {
      40129: ['input', 'SCENE_WRONG'],
      41030: ['setup', 'PAGE_NOT_RELEASED'],
      40169: ['input', 'SCENE_WRONG'],
    },
    { file: true },
  ),
  /** DW/miniprogram/dev/wxcloudrun/src/development/storage/service/download.html */
  cloudFileUrl: api('cloudFileUrl', '/tcb/batchdownloadfile', {
    [-1000]: ['busy', 'BUSY'],
    40097: ['input', 'BODY_WRONG'],
    40101: ['input', 'BODY_INCOMPLETE'],
    85088: ['setup', 'NO_CLOUD'],
  }),
  /** DW/miniprogram/dev/server/API/qrcode-link/url-link/api_generateurllink.html */
  urlLink: api('urlLink', '/wxa/generate_urllink', {
    40002: ['setup', 'NOT_PERMITTED'],
    40165: ['input', 'PATH_WRONG'],
    40212: ['input', 'QUERY_WRONG'],
    85079: ['setup', 'NOT_RELEASED'],
    85401: ['input', 'EXPIRY_WRONG'],
    44990: ['busy', 'TOO_FREQUENT'],
  }),
} as const;
