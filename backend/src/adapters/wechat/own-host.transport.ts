import type { AccessTokens } from './access-tokens';
import type { WechatApi } from './wechat-apis';
import {
  addressOf,
  exchange,
  type RawAnswer,
  type WechatRequest,
  type WechatTransport,
} from './wechat-transport';

export interface OwnHost {
  readonly base: string;
  readonly appId: string;
  readonly secret: string;
  readonly timeoutMs: number;
}

/** From a server of our own: HTTPS, with the stable token that all replicas share. */
export class OwnHostTransport implements WechatTransport {
  /** The token of the last refused call, so that a renewal by another request is not renewed again. */
  private lastToken = '';

  constructor(
    private readonly host: OwnHost,
    private readonly tokens: AccessTokens,
  ) {}

  async send(api: WechatApi, request: WechatRequest): Promise<RawAnswer> {
    const proof = await this.proof(api);
    const url = addressOf(this.host.base, api.path, { ...request.query, ...proof });
    return exchange(api, url, request.body, this.host.timeoutMs);
  }

  async renewToken(): Promise<boolean> {
    return this.tokens.replace(this.lastToken);
  }

  private async proof(api: WechatApi): Promise<Record<string, string>> {
    if (api.proof === 'secret') return { appid: this.host.appId, secret: this.host.secret };
    if (api.proof === 'body') return {};
    this.lastToken = await this.tokens.current();
    return { access_token: this.lastToken };
  }
}
