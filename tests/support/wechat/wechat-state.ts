import { randomBytes } from 'node:crypto';

export const PAGES = new Set([
  'pages/home/index',
  'pages/desk/index',
  'citizen/message/index',
  'citizen/scan/index',
  'citizen/join/index',
  'citizen/counter/index',
  'staff/handle/index',
  'staff/review/index',
]);

export interface User {
  readonly openid: string;
  /** `Date.now()` of the last login: content checks ask for one within two hours. */
  seenAt: number;
  blocked: boolean;
  /** Messages that may still be sent, per template. */
  readonly consents: Map<string, number>;
}

export interface SentMessage {
  readonly touser: string;
  readonly template_id: string;
  readonly page?: string;
  readonly miniprogram_state?: string;
  readonly data: Record<string, { value: string }>;
  readonly msgid: string;
}

/** What the stand-in remembers, as WeChat would. */
export class WechatState {
  readonly users = new Map<string, User>();
  readonly loginCodes = new Map<string, { openid: string; used: boolean }>();
  readonly phoneCodes = new Map<string, { phone: string; country: string; used: boolean; until: number }>();
  readonly templates = new Set<string>();
  readonly sent: SentMessage[] = [];
  readonly mediaOrders: { traceId: string; url: string; openid: string }[] = [];
  /** The storage of a cloud environment: by id, what wx.cloud.uploadFile put there. */
  readonly cloudFiles = new Map<string, Buffer>();
  readonly codes: { scene: string; page: string }[] = [];
  readonly tokens = new Map<string, number>();
  token: string | null = null;
  forcedAt: number[] = [];
  /** Where this WeChat answers. */
  url = '';

  constructor(
    readonly appId: string,
    readonly secret: string,
  ) {}

  user(openid: string): User {
    const user = this.users.get(openid) ?? {
      openid,
      seenAt: 0,
      blocked: false,
      consents: new Map<string, number>(),
    };
    this.users.set(openid, user);
    return user;
  }

  /** A new access token that lives so many seconds. */
  issue(seconds = 7200): string {
    this.token = `tok_${randomBytes(60).toString('hex')}`;
    this.tokens.set(this.token, Date.now() + seconds * 1000);
    return this.token;
  }

  tokenError(token: string | null): number {
    if (token === null || token === '') return 41001;
    const until = this.tokens.get(token);
    if (until === undefined) return 40001;
    return until > Date.now() ? 0 : 42001;
  }
}
