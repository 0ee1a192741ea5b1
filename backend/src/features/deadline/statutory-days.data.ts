/**
 * Lunar and solar-term holidays of years whose notice is not out yet (2027–2030), by the clock of China.
 *
 * `newYear` is 正月初一, `qingming` the date of the solar term 清明 (sun at 15°), `dragonBoat` 五月初五,
 * `midAutumn` 八月十五. Reckoned twice: with an almanac library, and from astronomical new moons and
 * solar longitude; both agree. Two new moons lie within minutes of midnight (2027-02-06 23:56 and
 * 2030-02-03 00:08), so another zone would give another day.
 */
export interface LunarHolidays {
  readonly newYear: string;
  readonly qingming: string;
  readonly dragonBoat: string;
  readonly midAutumn: string;
}

export const lunarHolidays: ReadonlyMap<number, LunarHolidays> = new Map([
  [
    2027,
    { newYear: '2027-02-06', qingming: '2027-04-05', dragonBoat: '2027-06-09', midAutumn: '2027-09-15' },
  ],
  [
    2028,
    { newYear: '2028-01-26', qingming: '2028-04-04', dragonBoat: '2028-05-28', midAutumn: '2028-10-03' },
  ],
  [
    2029,
    { newYear: '2029-02-13', qingming: '2029-04-04', dragonBoat: '2029-06-16', midAutumn: '2029-09-22' },
  ],
  [
    2030,
    { newYear: '2030-02-03', qingming: '2030-04-05', dragonBoat: '2030-06-05', midAutumn: '2030-09-12' },
  ],
]);
