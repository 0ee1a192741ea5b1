import fc from 'fast-check';
import { reachOf } from './reach.service';
import { listOrderOf, listOrdersOfYear } from './list-order';

describe('list order', () => {
  it('puts the newest year first, then plan by plan, and no two tasks on one place', () => {
    const place = fc.record({
      year: fc.integer({ min: 2000, max: 2100 }),
      plan: fc.integer({ min: 1, max: 999_999 }),
      at: fc.integer({ min: 0, max: 5000 }),
    });
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [left, right] = [listOrderOf(a.year, a.plan, a.at), listOrderOf(b.year, b.plan, b.at)];
        expect(Number.isSafeInteger(left)).toBe(true);
        const { from, to } = listOrdersOfYear(a.year);
        expect(left >= from && left < to).toBe(true);
        const expected = b.year - a.year || a.plan - b.plan || a.at - b.at;
        expect(Math.sign(left - right)).toBe(Math.sign(expected));
      }),
    );
  });
});

describe('reach', () => {
  const unit = (id: number | null) => ({ id, name: `单位${id}` });

  it('names each unit once: those printed first, then the members of the collective ones', () => {
    const reach = reachOf(
      { leadUnits: [unit(1), unit(null)], responsibleUnits: [unit(9), unit(2)] },
      new Map([[9, [2, 3]]]),
    );
    expect(reach).toEqual([
      { unitId: 1, role: 'lead', viaUnitId: null },
      { unitId: 9, role: 'responsible', viaUnitId: null },
      { unitId: 2, role: 'responsible', viaUnitId: null },
      { unitId: 3, role: 'responsible', viaUnitId: 9 },
    ]);
  });
});
