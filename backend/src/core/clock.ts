import { chinaDateOf } from '@sunledger/shared-types';

/**
 * The business clock. Everything that decides about days, due dates and events reads it from `ctx`;
 * token life, leases, rate limits and retry back-off use `systemNow()` instead, because a demo clock
 * that stands in last February must not expire somebody's session.
 */
export interface Clock {
  now(): Date;
  /** The calendar date of Asia/Shanghai, `YYYY-MM-DD`. */
  today(): string;
}

/** The injection token of the business clock. */
export const CLOCK = Symbol('CLOCK');

/** Asia/Shanghai has been a fixed +08:00 since 1991 and every date of this product is later. */
const CHINA_OFFSET_MS = 8 * 3600_000;

/** An instant as the API writes it: `2026-02-13T17:45:00.000+08:00`. */
export function toChinaIso(instant: Date): string {
  return `${new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, -1)}+08:00`;
}

/** The machine's own time, in milliseconds: for tokens, leases, limits, caches and back-off, never for what is due. */
export function systemNow(): number {
  return Date.now();
}

abstract class BaseClock implements Clock {
  abstract now(): Date;

  today(): string {
    return chinaDateOf(this.now());
  }
}

export class RealClock extends BaseClock {
  now(): Date {
    return new Date();
  }
}

/** Starts at a given instant (`DEMO_NOW`) and runs at normal speed from there. */
export class DemoClock extends BaseClock {
  private readonly shift: number;

  constructor(start: Date) {
    super();
    this.shift = start.getTime() - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.shift);
  }
}

/** Stands still until it is moved; for tests and for building demo data along a timeline. */
export class SettableClock extends BaseClock {
  private current: number;

  constructor(start: Date | string) {
    super();
    this.current = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.current);
  }

  set(instant: Date | string): void {
    this.current = new Date(instant).getTime();
  }

  advance(milliseconds: number): void {
    this.current += milliseconds;
  }
}
