import type { InboxItem, Me, MessageRow, TaskRow } from '@sunledger/shared-types';
import {
  deskName,
  headingAt,
  itemKey,
  itemOf,
  leftOf,
  nextAt,
  placeOf,
  sectionOf,
  urgencyOf,
} from './inbox-words';

const today = '2026-11-20';
const message = (part: Partial<MessageRow>) =>
  ({ clock: 'running', status: 'open', dueOn: '2026-11-23', workingDaysLeft: 1, ...part }) as MessageRow;
const item = (part: Partial<InboxItem>): InboxItem => ({
  kind: 'message',
  id: 1,
  regionId: 1,
  message: null,
  progress: null,
  task: null,
  plan: null,
  change: null,
  bulletin: null,
  supervision: null,
  ...part,
});

describe('the desk', () => {
  it('opens each thing where it is worked on', () => {
    expect(placeOf(item({}), 'reply', ['handler'])).toEqual({ name: 'handle', id: 1 });
    expect(placeOf(item({}), 'done', ['handler'])).toEqual({ name: 'message', id: 1 });
    expect(placeOf(item({ kind: 'replyReview' }), 'review', ['reviewer'])).toEqual({ name: 'review', id: 1 });
    expect(placeOf(item({ kind: 'planReview' }), 'review', ['reviewer'])).toEqual({
      name: 'planManage',
      id: 1,
    });
    expect(placeOf(item({ kind: 'progressReview' }), 'review', ['reviewer'])).toEqual({
      name: 'progressReview',
      id: 1,
    });
  });

  it('lets units report and the office verify', () => {
    expect(placeOf(item({ kind: 'task' }), 'task', ['handler'])).toEqual({ name: 'progressNew', taskId: 1 });
    expect(placeOf(item({ kind: 'task' }), 'task', ['office'])).toEqual({ name: 'task', id: 1 });
    for (const roles of [['office', 'handler'], ['official']] as const)
      expect(placeOf(item({ kind: 'task' }), 'review', roles)).toEqual({ name: 'closeOut', id: 1 });
    expect(placeOf(item({ kind: 'taskChange' }), 'review', ['office'])).toEqual({
      name: 'taskChange',
      id: 1,
    });
    expect(placeOf(item({ kind: 'bulletinReview' }), 'review', ['official'])).toEqual({
      name: 'bulletin',
      id: 1,
    });
    expect(placeOf(item({ kind: 'task' }), 'done', ['handler'])).toEqual({ name: 'task', id: 1 });
  });

  it('tells things of different kinds apart, in the address too', () => {
    expect(itemOf(itemKey(item({ kind: 'progressReview', id: 12 })))).toEqual({
      kind: 'progressReview',
      id: 12,
    });
    expect(itemOf(itemKey(item({ kind: 'bulletinReview', id: 3 })))).toEqual({
      kind: 'bulletinReview',
      id: 3,
    });
    expect(itemOf('message-0')).toBeNull();
    expect(itemOf('other-3')).toBeNull();
    expect(itemOf(undefined)).toBeNull();
  });

  it('says how pressing a message is by word and shape', () => {
    expect(urgencyOf(message({ clock: 'overdue' }), today)).toEqual({
      tone: 'late',
      shape: '▲',
      word: '已逾期',
    });
    expect(urgencyOf(message({ dueOn: today }), today).word).toBe('今天要办');
    expect(urgencyOf(message({}), today).word).toBe('在办');
    expect(urgencyOf(message({ status: 'inReview' }), today).word).toBe('答复待审核');
    expect(urgencyOf(message({ status: 'answered', clock: 'late' }), today).word).toBe('逾期答复');
    expect(leftOf(message({ clock: 'overdue', dueOn: '2026-11-19' }), today)).toBe('逾期 1 天');
    expect(leftOf(message({ dueOn: today }), today)).toBe('今日到期');
  });

  it('has what is late or due today under 今天要办', () => {
    expect(
      sectionOf(item({ message: message({ clock: 'overdue', dueOn: '2026-11-10' }) }), 'reply', today),
    ).toBe('today');
    expect(sectionOf(item({ message: message({ dueOn: today }) }), 'review', today)).toBe('today');
    expect(sectionOf(item({ message: message({}) }), 'reply', today)).toBe('later');
    expect(sectionOf(item({ kind: 'planReview' }), 'review', today)).toBe('undated');
    expect(sectionOf(item({ kind: 'task', task: { light: 'overdue' } as TaskRow }), 'task', today)).toBe(
      'late',
    );
    expect(sectionOf(item({}), 'done', today)).toBeNull();
  });

  it('writes a heading only where a new part begins', () => {
    const items = [
      item({ message: message({ dueOn: today }) }),
      item({ id: 2, message: message({ dueOn: today }) }),
      item({ id: 3, message: message({}) }),
    ];
    expect(items.map((_, at) => headingAt(items, at, 'reply', today))).toEqual([
      '今天要办',
      null,
      '明天以后',
    ]);
  });

  it('names the unit the desk is for', () => {
    const me = (memberships: Partial<Me['memberships'][number]>[]) =>
      ({ id: 1, name: '', phoneVerified: true, memberships }) as Me;
    expect(deskName(me([{ role: 'handler', regionCode: 'yunxi', unitName: '县人社局' }]), 'yunxi')).toBe(
      '县人社局',
    );
    expect(deskName(me([{ role: 'office', regionCode: 'yunxi', unitName: null }]), 'yunxi')).toBe(
      '政务公开办',
    );
    expect(
      deskName(
        me([
          { role: 'handler', regionCode: 'yunxi', unitName: '县人社局' },
          { role: 'reviewer', regionCode: 'yunxi', unitName: '县医保局' },
        ]),
        'yunxi',
      ),
    ).toBe('2 个单位');
    expect(deskName(null, 'yunxi')).toBe('');
  });

  it('goes on with the next thing when one is finished', () => {
    expect(nextAt(5, 2)).toBe(2);
    expect(nextAt(2, 2)).toBe(1);
    expect(nextAt(0, 3)).toBe(0);
  });
});
