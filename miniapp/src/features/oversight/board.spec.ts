import { noLights, type ReplyFigures, type UnitBoardRow } from '@sunledger/shared-types';
import {
  dueCount,
  figuresWords,
  medianWords,
  pressingFirst,
  rangeWords,
  shareTone,
  shareWords,
} from './board-words';
import { askedOf, titleOf, whatOfChange, whatOfLight, whatOfPart } from './items-of';

const figures = (part: Partial<ReplyFigures>): ReplyFigures => ({
  total: 0,
  onTime: 0,
  late: 0,
  openOverdue: 0,
  notYetDue: 0,
  share: null,
  medianHours: null,
  p90Hours: null,
  paused: 0,
  extended: 0,
  merged: 0,
  reclassified: 0,
  followUps: 0,
  declined: 0,
  reworks: 0,
  lateReworks: 0,
  withdrawn: 0,
  ...part,
});
const november = { from: '2026-11-01', to: '2026-11-30' };

describe('figures of the board', () => {
  it('never reads a late one as all on time', () => {
    const nearly = figures({ onTime: 9999, late: 1, share: 0.9999 });
    expect(shareWords(nearly)).toBe('99.9%');
    expect(shareTone(nearly)).toBe('soon');
    expect(shareTone(figures({ onTime: 3, share: 1 }))).toBe('done');
    expect(shareTone(figures({ onTime: 1, late: 1, share: 0.5 }))).toBe('late');
  });

  it('says what is behind a share', () => {
    expect(figuresWords(figures({ onTime: 10, late: 1, openOverdue: 1, share: 10 / 12 }))).toBe(
      '12 件到期，逾期 2 件',
    );
    expect(figuresWords(figures({ onTime: 3, share: 1 }))).toBe('3 件到期，没有逾期');
    expect(figuresWords(figures({ notYetDue: 2 }))).toBe('2 件还没到期');
    expect(figuresWords(figures({}))).toBe('没有留言');
    expect(shareWords(figures({}))).toBe('—');
    expect(dueCount(figures({ onTime: 1, late: 2, openOverdue: 3, notYetDue: 4 }))).toBe(6);
    expect(medianWords(3.46)).toBe('一半在 3.5 小时内答复');
    expect(medianWords(60)).toBe('一半在 2.5 天内答复');
    expect(medianWords(null)).toBeNull();
    expect(rangeWords(november)).toBe('11月1日至11月30日');
  });
});

describe('units on the board', () => {
  it('has those with something due or late apart from the others', () => {
    const unit = (id: number, overdue: number, onTime: number): UnitBoardRow => ({
      unit: { id, name: `单位${id}` },
      lights: { ...noLights(), overdue },
      replies: figures({ onTime, share: onTime > 0 ? 1 : null }),
    });
    const { pressing, rest } = pressingFirst([unit(1, 0, 0), unit(2, 1, 0), unit(3, 0, 2)]);
    expect(pressing.map((row) => row.unit.id)).toEqual([2, 3]);
    expect(rest.map((row) => row.unit.id)).toEqual([1]);
    const many = pressingFirst(Array.from({ length: 9 }, (_, at) => unit(at + 1, 1, 0)));
    expect([many.pressing.length, many.rest.length]).toEqual([6, 3]);
  });
});

describe('the list behind a number', () => {
  it('travels in an address and back', () => {
    expect(askedOf(whatOfLight('overdue'))).toEqual({ kind: 'tasks', light: 'overdue' });
    expect(askedOf(whatOfLight(null))).toEqual({ kind: 'tasks', light: null });
    expect(askedOf(whatOfPart('late', november))).toEqual({
      kind: 'messages',
      part: 'late',
      period: november,
    });
    expect(askedOf(whatOfPart('openOverdue', null))).toEqual({
      kind: 'messages',
      part: 'openOverdue',
      period: null,
    });
    expect(askedOf(whatOfChange('finished', november))).toEqual({
      kind: 'changes',
      what: 'finished',
      period: november,
    });
    expect(askedOf('changes.finished')).toEqual({ kind: 'tasks', light: null });
    expect(askedOf('nonsense')).toEqual({ kind: 'tasks', light: null });
    expect(askedOf(undefined)).toEqual({ kind: 'tasks', light: null });
  });

  it('says what it is', () => {
    expect(titleOf({ kind: 'tasks', light: 'overdue' })).toBe('逾期的任务');
    expect(titleOf({ kind: 'messages', part: 'openOverdue', period: null })).toBe('逾期未答复的留言');
  });
});
