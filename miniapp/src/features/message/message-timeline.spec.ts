import type { MessageDetail, MessageEvent } from '@sunledger/shared-types';
import { messageFilters, stateOfFilter } from './message-filter';
import { stepsOf } from './message-timeline';

type Facts = Parameters<typeof stepsOf>[0];

const event = (
  code: MessageEvent['code'],
  at: string,
  unitName: string | null = null,
  note: string | null = null,
): MessageEvent => ({
  code,
  at,
  unitName,
  note,
});

const message = (part: Partial<MessageDetail>): Facts => ({
  kind: 'inquiry',
  simple: true,
  status: 'answered',
  clock: 'onTime',
  dueOn: '2026-11-23',
  unit: { id: 2, name: '县人社局' },
  rating: null,
  mine: true,
  events: [],
  ...part,
});

const received = event('received', '2026-11-20T14:06:00+08:00');

describe('the way of a message', () => {
  it('reads newest first, in plain words', () => {
    const steps = stepsOf(
      message({
        events: [
          received,
          event('assigned', '2026-11-20T14:11:00+08:00', '县人社局'),
          event('replyPublished', '2026-11-20T16:24:00+08:00', '县人社局'),
        ],
      }),
      '2026-11-21',
    );
    expect(steps.map((step) => step.title)).toEqual([
      '县人社局答复，审核通过',
      '交县人社局办理',
      '已收到，登记为简单咨询',
    ]);
    expect(steps[2]?.notes).toEqual(['昨天 14:06', '应于 11月23日（周一）答复']);
    expect(steps.every((step) => step.tone === 'done' && !step.open)).toBe(true);
  });

  it('says on top what is being waited for', () => {
    const [first] = stepsOf(message({ status: 'open', clock: 'running', events: [received] }), '2026-11-20');
    expect(first).toMatchObject({ title: '县人社局正在办理', open: true, tone: 'going' });
    const [reviewed] = stepsOf(
      message({ status: 'inReview', clock: 'running', events: [received] }),
      '2026-11-20',
    );
    expect(reviewed?.title).toBe('县人社局的答复正在审核');
  });

  it('never hides a missed day, and a transfer does not stop the clock', () => {
    const steps = stepsOf(
      message({
        clock: 'late',
        events: [
          received,
          event('transferred', '2026-11-23T09:00:00+08:00', '县人社局', '应由县人社局答复'),
          event('overdue', '2026-11-24T00:00:00+08:00', '县人社局'),
          event('replyPublished', '2026-11-25T10:00:00+08:00', '县人社局'),
        ],
      }),
      '2026-11-25',
    );
    expect(steps.map((step) => step.tone)).toEqual(['late', 'late', 'done', 'done']);
    expect(steps[1]?.title).toBe('11月23日（周一）没有答复，已逾期');
    expect(steps[2]?.notes).toEqual(['11月23日 09:00', '答复期限不变', '说明：应由县人社局答复']);
  });

  it('says the rating in words', () => {
    const rated = message({
      rating: { level: 4, text: null, ratedAt: '2026-11-21T09:00:00+08:00' },
      events: [received, event('rated', '2026-11-21T09:00:00+08:00')],
    });
    expect(stepsOf(rated, '2026-11-21')[0]?.title).toBe('评价：满意');
  });

  it('waits for nothing once it was withdrawn', () => {
    const steps = stepsOf(
      message({
        status: 'withdrawn',
        clock: 'stopped',
        events: [received, event('withdrawn', '2026-11-21T09:00:00+08:00')],
      }),
      '2026-11-21',
    );
    expect(steps[0]).toMatchObject({ title: '您撤回了留言', tone: 'grey', open: false });
  });
});

describe('a day that moves', () => {
  const due = (
    code: MessageEvent['code'],
    at: string,
    dueOn: string,
    note: string | null = null,
  ): MessageEvent => ({
    ...event(code, at, '县人社局', note),
    dueOn,
  });
  const first = due('received', '2026-11-20T14:06:00+08:00', '2026-11-23');

  it('is told with its reason', () => {
    const steps = stepsOf(
      message({
        kind: 'suggestion',
        simple: false,
        status: 'open',
        clock: 'running',
        dueOn: '2026-12-02',
        events: [
          first,
          due('reclassified', '2026-11-20T15:00:00+08:00', '2026-12-01', '需要实地调查'),
          due('extended', '2026-11-21T15:00:00+08:00', '2026-12-02', '等检测结果'),
        ],
      }),
      '2026-11-21',
    );
    expect(steps[1]?.notes.slice(1)).toEqual(['答复期限延长到 12月2日（周三）', '原因：等检测结果']);
    expect(steps[2]).toMatchObject({ title: '改按建议办理' });
    expect(steps[2]?.notes.slice(1)).toEqual(['答复期限延长到 12月1日（周二）', '原因：需要实地调查']);
    expect(steps[3]).toMatchObject({ title: '已收到留言' });
  });

  it('says earlier when it is earlier, and no wrong kind once it was taken back', () => {
    const steps = stepsOf(
      message({
        status: 'open',
        clock: 'running',
        events: [
          first,
          due('reclassified', '2026-11-20T15:00:00+08:00', '2026-12-01'),
          due('reclassifyUndone', '2026-11-20T16:00:00+08:00', '2026-11-23'),
        ],
      }),
      '2026-11-21',
    );
    expect(steps[1]?.notes[1]).toBe('答复期限提前到 11月23日（周一）');
    expect(steps[2]?.title).toBe('留言类型有调整');
  });

  it('is put off while the author is asked, each side in its own words', () => {
    const events = [first, due('askedMore', '2026-11-20T15:00:00+08:00', '2026-12-07', '哪一所学校？')];
    const own = stepsOf(message({ status: 'asked', clock: 'paused', events }), '2026-11-21');
    expect(own[0]?.title).toBe('等您补充');
    expect(own[1]?.title).toBe('县人社局请您补充');
    expect(own[1]?.notes[1]).toBe('问：哪一所学校？');
    const staff = stepsOf(message({ mine: false, status: 'asked', clock: 'paused', events }), '2026-11-21');
    expect(staff[0]?.title).toBe('等留言人补充');
  });
});

describe('the parts of 我的留言', () => {
  it('my list is asked for by part; a withdrawn one is in the whole only', () => {
    expect(messageFilters.map(stateOfFilter)).toEqual([undefined, 'waiting', 'answered']);
  });
});
