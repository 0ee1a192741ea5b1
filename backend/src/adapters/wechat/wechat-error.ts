/**
 * What a failed call means to the caller.
 * - `busy`   WeChat asks to come again (-1, too frequent): nothing happened
 * - `token`  the access token is not accepted
 * - `quota`  today's number of calls is used up
 * - `person` something of the person asked for: a used code, no consent left, a blocked account
 * - `input`  what we sent is refused; the same again will be refused again
 * - `setup`  an operator has to mend the configuration: appid, secret, template, permission
 * - `down`   no answer: unreachable, timed out, HTTP 5xx, or the breaker is open
 */
export type WechatFault = 'busy' | 'token' | 'quota' | 'person' | 'input' | 'setup' | 'down';

/** A WeChat call failed. The message holds names and numbers only: addresses and bodies carry secrets and openids. */
export class WechatError extends Error {
  constructor(
    readonly api: string,
    readonly fault: WechatFault,
    /** `NO_CONSENT_LEFT`, `CODE_INVALID`, `TIMEOUT`, … */
    readonly reason: string,
    readonly errcode: number | null = null,
    /** False when WeChat may have done it although no answer came. */
    readonly outcomeKnown = true,
  ) {
    super(`wechat ${api}: ${reason}${errcode === null ? '' : ` (${errcode})`}`);
    this.name = 'WechatError';
  }

  /** For the outbox and the log. */
  get code(): string {
    return `WECHAT_${this.reason}`;
  }
}
