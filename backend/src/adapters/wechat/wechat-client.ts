import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { CircuitBreaker } from './circuit-breaker';
import { meaningOf, type WechatApi } from './wechat-apis';
import { WechatError } from './wechat-error';
import { MAX_TRIES } from './wechat-limits';
import type { RawAnswer, WechatRequest, WechatTransport } from './wechat-transport';

export type WechatJson = Readonly<Record<string, unknown>>;

/** Calls WeChat: time limit, retry with back-off, breaker, and errors by the table of the API. */
export class WechatClient {
  private readonly logger = new Logger('wechat');
  private readonly breakers = new Map<string, CircuitBreaker>();

  constructor(private readonly transport: WechatTransport) {}

  async json(api: WechatApi, request: WechatRequest): Promise<WechatJson> {
    return jsonOf(api, await this.call(api, request));
  }

  /** The file that the call gives. */
  async file(api: WechatApi, request: WechatRequest): Promise<Buffer> {
    return (await this.call(api, request)).bytes;
  }

  private async call(api: WechatApi, request: WechatRequest): Promise<RawAnswer> {
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(api, request);
      } catch (error) {
        if (!(error instanceof WechatError)) throw error;
        this.logger.warn({ api: api.name, reason: error.reason, errcode: error.errcode, attempt });
        if (error.fault === 'token' && !renewed) {
          renewed = true;
          if (await this.transport.renewToken()) continue;
        }
        if (attempt >= MAX_TRIES || !mayTryAgain(api, error)) throw error;
        await sleep(backOff(attempt));
      }
    }
  }

  private async once(api: WechatApi, request: WechatRequest): Promise<RawAnswer> {
    const breaker = this.breakerOf(api);
    if (!breaker.admits()) throw new WechatError(api.name, 'down', 'BREAKER_OPEN');
    let answer: RawAnswer;
    try {
      answer = await this.transport.send(api, request);
    } catch (error) {
      // Getting a token may have failed in its own way; only silence of this API counts here.
      if (error instanceof WechatError && error.api === api.name && error.fault === 'down') breaker.silent();
      else breaker.answered();
      throw error;
    }
    if (answer.status >= 500) {
      breaker.silent();
      throw new WechatError(api.name, 'down', `HTTP_${answer.status}`, null, false);
    }
    breaker.answered();
    assertGood(api, answer);
    return answer;
  }

  private breakerOf(api: WechatApi): CircuitBreaker {
    const breaker = this.breakers.get(api.name) ?? new CircuitBreaker();
    this.breakers.set(api.name, breaker);
    return breaker;
  }
}

/** WeChat answers HTTP 200 even for a failure: `errcode` tells, and where a file was asked for, the content type. */
function assertGood(api: WechatApi, answer: RawAnswer): void {
  if (answer.status >= 400) throw new WechatError(api.name, 'input', `HTTP_${answer.status}`);
  if (api.file && /^image\//.test(answer.contentType)) return;
  const { errcode } = jsonOf(api, answer);
  if (typeof errcode === 'number' && errcode !== 0) {
    const [fault, reason] = meaningOf(api, errcode);
    throw new WechatError(api.name, fault, reason, errcode);
  }
  if (api.file) throw new WechatError(api.name, 'down', 'ANSWER_UNREADABLE', null, false);
}

function jsonOf(api: WechatApi, answer: RawAnswer): WechatJson {
  try {
    const value: unknown = JSON.parse(answer.bytes.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as WechatJson;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new WechatError(api.name, 'down', 'ANSWER_UNREADABLE', null, false);
}

/** Busy means that nothing was done. After silence only what may be done twice is tried again. */
function mayTryAgain(api: WechatApi, error: WechatError): boolean {
  if (error.reason === 'BREAKER_OPEN') return false;
  if (error.fault === 'busy') return true;
  return error.fault === 'down' && (api.repeatable || error.outcomeKnown);
}

/** About 200, 400 ms, with full jitter. */
const backOff = (attempt: number): number => Math.ceil(Math.random() * 200 * 2 ** (attempt - 1));
