import { systemNow } from '../../core/clock';
import { BREAKER_FAILURES, BREAKER_OPEN_MS } from './wechat-limits';

/**
 * Stops knocking at a door that does not answer: after some failures in a row calls are refused at once,
 * and after half a minute ONE may try. One breaker per API, since WeChat's services fail apart.
 */
export class CircuitBreaker {
  private failures = 0;
  private openUntil = 0;
  private trying = false;

  /** False: do not call now. */
  admits(): boolean {
    if (this.failures < BREAKER_FAILURES) return true;
    if (systemNow() < this.openUntil || this.trying) return false;
    this.trying = true;
    return true;
  }

  /** WeChat answered, whatever it said. */
  answered(): void {
    this.failures = 0;
    this.trying = false;
  }

  silent(): void {
    this.failures += 1;
    this.trying = false;
    if (this.failures >= BREAKER_FAILURES) this.openUntil = systemNow() + BREAKER_OPEN_MS;
  }
}
