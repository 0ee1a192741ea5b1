import { systemNow } from '../../core/clock';
import { WechatError } from './wechat-error';
import { FORCED_REFRESH_APART_MS, TOKEN_MARGIN_MS } from './wechat-limits';
import { exchange, addressOf } from './wechat-transport';
import { meaningOf, wechatApis } from './wechat-apis';
import type { OwnHost } from './own-host.transport';

export interface SharedToken {
  readonly token: string;
  /** System time. */
  readonly expiresAt: Date;
  readonly forcedAt: Date | null;
}

/** Where all replicas find the token; the database implements it. */
export interface TokenStore {
  read(appId: string): Promise<SharedToken | null>;
  write(appId: string, token: SharedToken): Promise<void>;
}

/**
 * The stable access token. `stable_token` gives every caller the same one, so replicas need no leader; the
 * shared row spares calls and lets all of them move on together when one finds the token refused.
 */
export class AccessTokens {
  private kept: SharedToken | null = null;
  private asking: Promise<SharedToken> | null = null;

  constructor(
    private readonly host: OwnHost,
    private readonly store: TokenStore,
  ) {}

  async current(): Promise<string> {
    if (this.kept && lasts(this.kept)) return this.kept.token;
    const shared = await this.store.read(this.host.appId);
    this.kept = shared && lasts(shared) ? shared : await this.ask(false, shared?.forcedAt ?? null);
    return this.kept.token;
  }

  /** After a refusal of `refused`: another one, from a colleague, from WeChat, or by force. */
  async replace(refused: string): Promise<boolean> {
    if (this.kept && this.kept.token !== refused) return true;
    const shared = await this.store.read(this.host.appId);
    if (shared && shared.token !== refused && lasts(shared)) {
      this.kept = shared;
      return true;
    }
    this.kept = await this.ask(false, shared?.forcedAt ?? null);
    if (this.kept.token !== refused) return true;
    const forcedAt = shared?.forcedAt?.getTime() ?? 0;
    if (systemNow() - forcedAt < FORCED_REFRESH_APART_MS) return false;
    this.kept = await this.ask(true, new Date(systemNow()));
    return this.kept.token !== refused;
  }

  private ask(force: boolean, forcedAt: Date | null): Promise<SharedToken> {
    this.asking ??= this.fetch(force, forcedAt).finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async fetch(force: boolean, forcedAt: Date | null): Promise<SharedToken> {
    const { base, appId, secret, timeoutMs } = this.host;
    const api = wechatApis.stableToken;
    const request = { grant_type: 'client_credential', appid: appId, secret, force_refresh: force };
    const answer = await exchange(api, addressOf(base, api.path, {}), request, timeoutMs).catch(nothingSent);
    if (answer.status >= 500) throw new WechatError(api.name, 'down', `HTTP_${answer.status}`);
    const body = parse(api.name, answer.bytes);
    if (typeof body.errcode === 'number' && body.errcode !== 0) {
      const [fault, reason] = meaningOf(api, body.errcode);
      throw new WechatError(api.name, fault, reason, body.errcode);
    }
    if (typeof body.access_token !== 'string' || typeof body.expires_in !== 'number') {
      throw new WechatError(api.name, 'down', 'ANSWER_UNREADABLE');
    }
    const token = {
      token: body.access_token,
      expiresAt: new Date(systemNow() + body.expires_in * 1000),
      forcedAt,
    };
    await this.store.write(appId, token);
    return token;
  }
}

/** Without a token the call that wanted one was not made, however silent WeChat was. */
function nothingSent(error: unknown): never {
  if (error instanceof WechatError)
    throw new WechatError(error.api, error.fault, error.reason, error.errcode);
  throw error;
}

const lasts = (token: SharedToken): boolean => token.expiresAt.getTime() - systemNow() > TOKEN_MARGIN_MS;

function parse(name: string, bytes: Buffer): Record<string, unknown> {
  try {
    return JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) throw new WechatError(name, 'down', 'ANSWER_UNREADABLE');
    throw error;
  }
}
