import { noLights, type UnitBoardRow } from '@sunledger/shared-types';
import { arranged } from './unit-order';

const row = (id: number, name: string, overdue: number, share: number | null): UnitBoardRow =>
  ({
    unit: { id, name },
    lights: { ...noLights(), overdue, done: 2 },
    replies: { share, late: id },
  }) as UnitBoardRow;
const rows = [row(1, '教育局', 2, 0.5), row(2, '财政局', 5, null), row(3, '交通局', 2, 1)];
const order = (column: Parameters<typeof arranged>[1]['column'], down: boolean, word = '') =>
  arranged(rows, { column, down }, word).map(({ unit }) => unit.id);

describe('the table of units', () => {
  it('keeps the order of the server until a column is asked for', () => {
    expect(order('pressing', true)).toEqual([1, 2, 3]);
  });

  it('sorts by any column, both ways; equal ones keep their order', () => {
    expect(order('overdue', true)).toEqual([2, 1, 3]);
    expect(order('overdue', false)).toEqual([1, 3, 2]);
    expect(order('tasks', true)).toEqual([2, 1, 3]);
    expect(order('late', true)).toEqual([3, 2, 1]);
    expect(order('share', true)).toEqual([3, 1, 2]);
    expect(order('name', false)).toEqual([3, 1, 2]);
  });

  it('narrows by name', () => {
    expect(order('overdue', true, ' 财')).toEqual([2]);
    expect(order('overdue', true, '卫')).toEqual([]);
  });
});
