import { DemoClock, SettableClock, toChinaIso } from './clock';

describe('the business clock', () => {
  it('turns the day at midnight of Asia/Shanghai, whatever the zone of the machine', () => {
    expect(new SettableClock('2026-02-13T15:59:59.999Z').today()).toBe('2026-02-13');
    expect(new SettableClock('2026-02-13T16:00:00.000Z').today()).toBe('2026-02-14');
    expect(toChinaIso(new Date('2026-12-31T16:30:00Z'))).toBe('2027-01-01T00:30:00.000+08:00');
  });

  it('starts where it is told and runs at normal speed', () => {
    const real = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
    const clock = new DemoClock(new Date('2026-02-13T17:45:00+08:00'));
    real.mockReturnValue(1_060_000);
    expect(toChinaIso(clock.now())).toBe('2026-02-13T17:46:00.000+08:00');
    real.mockRestore();
  });

  it('stands still in tests until it is moved', () => {
    const clock = new SettableClock('2026-02-13T23:59:00+08:00');
    expect(clock.today()).toBe('2026-02-13');
    clock.advance(60_000);
    expect(clock.today()).toBe('2026-02-14');
  });
});
