import { toChinaIso, type Clock } from '../core/clock';

export class ClockBeforeDataError extends Error {}

/** A demo clock that stands before the newest event would let answers come before their questions. */
export function assertClockAfter(newest: Date | null, clock: Clock): void {
  if (!newest || newest <= clock.now()) return;
  throw new ClockBeforeDataError(
    `演示时间 ${toChinaIso(clock.now())} 早于库里最新的记录 ${toChinaIso(newest)}：` +
      '请把 DEMO_NOW 改晚，或运行 npm run reset 重建演示数据。' +
      'The demo clock is before the newest event of the database: choose a later DEMO_NOW, or run npm run reset.',
  );
}
