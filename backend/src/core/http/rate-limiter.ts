import { systemNow } from '../clock';
import { AppError } from '../errors/app-error';

interface Bucket {
  tokens: number;
  at: number;
}

const MAX_BUCKETS = 50_000;

/**
 * Token buckets in memory, one per account or address, each holding one minute's worth. Every replica
 * counts for itself: this is the pace that one server bears from one client. What N replicas must not multiply
 * is counted in the database: guesses at secrets (`GuessLimiter`), promises per person (messages per day).
 */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  /** Takes one; throws RATE_LIMITED with the seconds to wait when there is none. 0 = no limit. */
  take(key: string, perMinute: number): void {
    if (perMinute === 0) return;
    const now = systemNow();
    const bucket = this.buckets.get(key) ?? this.open(key, perMinute, now);
    bucket.tokens = Math.min(perMinute, bucket.tokens + ((now - bucket.at) * perMinute) / 60_000);
    bucket.at = now;
    if (bucket.tokens < 1) {
      throw new AppError('RATE_LIMITED', { seconds: Math.ceil(((1 - bucket.tokens) * 60) / perMinute) });
    }
    bucket.tokens -= 1;
  }

  private open(key: string, perMinute: number, now: number): Bucket {
    if (this.buckets.size >= MAX_BUCKETS) this.dropIdle(now);
    const bucket = { tokens: perMinute, at: now };
    this.buckets.set(key, bucket);
    return bucket;
  }

  /** A bucket untouched for a minute is full again, so forgetting it changes nothing. */
  private dropIdle(now: number): void {
    for (const [key, bucket] of this.buckets) if (now - bucket.at > 60_000) this.buckets.delete(key);
    // Still full: an attack from many addresses; start over rather than grow.
    if (this.buckets.size >= MAX_BUCKETS) this.buckets.clear();
  }
}

/** One household's IPv6 addresses share their first 64 bits, whose zeros may be written as `::`. */
export function addressKey(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip;
  const [head = '', tail] = ip.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = new Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0');
  return [...groups, ...zeros, ...after].slice(0, 4).join(':');
}
