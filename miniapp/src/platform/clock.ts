/**
 * The server's business clock as far as this device knows it. Promises and lights are computed by the
 * server; this is only for words like “今天 14:06” and “剩 2 个工作日” beside them.
 */
let offsetMs = 0;

/** Notes an instant (ISO 8601) that the server sent; unreadable ones are ignored. */
export function noteServerTime(iso: string): void {
  const server = Date.parse(iso);
  if (Number.isFinite(server)) offsetMs = server - Date.now();
}

/** The business time now. */
export function serverNow(): Date {
  return new Date(Date.now() + offsetMs);
}

/** The business date, `YYYY-MM-DD` in Asia/Shanghai (fixed +08:00: phones have no reliable Intl). */
export function serverToday(): string {
  return new Date(serverNow().getTime() + 8 * 3600_000).toISOString().slice(0, 10);
}
