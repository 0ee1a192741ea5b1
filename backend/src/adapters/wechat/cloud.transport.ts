import { WechatError } from './wechat-error';
import type { WechatApi } from './wechat-apis';
import {
  addressOf,
  exchange,
  type RawAnswer,
  type WechatRequest,
  type WechatTransport,
} from './wechat-transport';

/**
 * From inside 微信云托管: the sidecar answers plain HTTP at the same host name and adds the token itself.
 * It offers no code2Session: identity comes in the headers of callContainer.
 * DW/minigame/dev/wxcloudrun/src/guide/weixin/open.md
 */
export class CloudTransport implements WechatTransport {
  constructor(
    private readonly base: string,
    private readonly timeoutMs: number,
  ) {}

  async send(api: WechatApi, request: WechatRequest): Promise<RawAnswer> {
    if (api.proof !== 'token') throw new WechatError(api.name, 'setup', 'NOT_ON_CLOUD');
    return exchange(api, addressOf(this.base, api.path, request.query ?? {}), request.body, this.timeoutMs);
  }

  /** The sidecar renews its token itself; trying once more is all one can do. */
  renewToken(): Promise<boolean> {
    return Promise.resolve(true);
  }
}
