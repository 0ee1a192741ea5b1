import { filtersOf, paramsOf, type LedgerFilters } from './ledger-filters';

describe('filters of the ledger', () => {
  it('opens on the newest plan', () => {
    expect(filtersOf({})).toEqual({ light: '', plan: null, unit: 0, q: '' });
  });
  it('shows every year when a number elsewhere names no plan', () => {
    expect(filtersOf({ light: 'overdue' }).plan).toBe(0);
    expect(filtersOf({ unit: '7' })).toEqual({ light: '', plan: 0, unit: 7, q: '' });
  });
  it('shows the plan that is named', () => {
    expect(filtersOf({ light: 'done', plan: '3' })).toMatchObject({ light: 'done', plan: 3 });
  });
  it('ignores what is no light and no number', () => {
    expect(filtersOf({ light: 'purple', unit: 'x', plan: '-1' })).toEqual({
      light: '',
      plan: 0,
      unit: 0,
      q: '',
    });
  });
  it.each<LedgerFilters>([
    { light: '', plan: null, unit: 0, q: '' },
    { light: 'overdue', plan: 0, unit: 4, q: '补贴' },
    { light: '', plan: 12, unit: 0, q: '' },
    { light: '', plan: 0, unit: 0, q: '' },
  ])('an address gives %j again', (filters) => expect(filtersOf(paramsOf(filters, 5))).toEqual(filters));
});
