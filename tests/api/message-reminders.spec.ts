import { defaultReplyRule, endpoints } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';
import { Told } from '../support/told';

const { message: calls } = endpoints;
/** Monday; two working weeks follow. */
const MONDAY = '2026-03-02T10:00:00+08:00';

type Who = 'handler' | 'reviewer' | 'otherHandler' | 'office' | 'secondOffice' | 'official' | 'author';

/** What the clock of a message tells, and whom (reply-rule, “Enforced means”). */
describe('the clock of a message runs by itself', () => {
  let app: TestApp;
  let story: MessageStory;
  let told: Told<Who>;
  let author: MessageStory['citizen'];
  const unanswered: number[] = [];

  beforeAll(async () => {
    app = await startApp({ now: MONDAY });
    story = await messageStory(app);
  });
  afterAll(async () => {
    expect(await app.get(ChainVerificationService).run(app.ctx())).toMatchObject({ faultCount: 0 });
    await app.stop();
  });
  beforeEach(async () => {
    app.clock.set(MONDAY);
    author = await app.given.person();
    const { handler, reviewer, otherHandler, office, secondOffice, official } = story;
    told = new Told(app, { handler, reviewer, otherHandler, office, secondOffice, official, author });
  });
  /** What a test leaves open would be told in the next one. */
  afterEach(async () => {
    for (const id of unanswered.splice(0)) await answer(id);
    await app.tick();
  });

  const given = async (kind: 'correction' | 'complaint' | 'inquiry' = 'correction', unit = story.unit) => {
    const message = await givenMessage(story, { by: author, kind }).assigned(unit);
    unanswered.push(message.id);
    await told.at();
    return message;
  };
  const answer = async (id: number) => {
    const { status } = await app.api.ok(calls.get, { id }, { as: story.office });
    if (status === 'asked') await app.api.ok(calls.supplement, { id, text: '是三号楼' }, { as: author });
    if (status === 'withdrawn' || status === 'answered') return;
    if (status !== 'inReview') {
      const { unit } = await app.api.ok(calls.get, { id }, { as: story.office });
      if (unit.id !== story.unit.id)
        await app.api.ok(
          calls.transfer,
          { id, unitId: story.unit.id, note: '请住建局答复' },
          { as: story.office },
        );
      await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    }
    await app.api.ok(calls.approve, { id, confirmed: true }, { as: story.reviewer });
  };
  const marksOf = async (id: number) => {
    const rows = await app.database.read(
      'SELECT kind, day, outcome FROM message_mark WHERE message_id = ? ORDER BY marked_for, id',
      [id],
    );
    return rows.map((row) => `${String(row.kind)} ${String(row.day)} ${String(row.outcome)}`);
  };

  it('“Reminders: to the handler at half-time (opening hour of the ⌈N/2⌉-th counted day)”', async () => {
    await given();
    expect(await told.topicsAt('2026-03-04T08:29:59+08:00')).toEqual({});
    const news = await told.at('2026-03-04T08:30:00+08:00');
    expect(Object.keys(news)).toEqual(['handler']);
    expect(news.handler).toEqual([
      expect.objectContaining({
        topic: 'messageReminder',
        text: expect.stringMatching(/^留言 \S+ 答复时间已经过半，3月5日（周四）到期，请尽快答复$/) as string,
      }),
    ]);
    expect(await told.topicsAt('2026-03-04T08:31:00+08:00')).toEqual({});
  });

  it('“and at the soft target (close of business on the due date)”', async () => {
    await given();
    await told.at('2026-03-05T17:29:00+08:00');
    expect(await told.topicsAt('2026-03-05T17:30:00+08:00')).toEqual({ handler: ['messageReminder'] });
  });

  it('the close of business is that of the season', async () => {
    const rule = {
      ...defaultReplyRule,
      workingHours: [
        { from: '05-01', sessions: [{ start: '08:00', end: '18:30' }] },
        { from: '10-01', sessions: [{ start: '09:00', end: '17:00' }] },
      ],
    };
    const region = await app.given.region({ code: 'jijie', name: '四季县', rule });
    const unit = await app.given.unit(region, '四季县住建局');
    const handler = await app.given.person({ region, role: 'handler', unit });
    const office = await app.given.person({ region, role: 'office', unit: region.office });
    const seasons = new Told(app, { handler });
    for (const [now, due, close] of [
      ['2026-03-02T10:00:00+08:00', '2026-03-03', '17:00'],
      ['2026-05-11T10:00:00+08:00', '2026-05-12', '18:30'],
    ] as const) {
      app.clock.set(now);
      const input = { region: region.code, kind: 'inquiry', text: '请问什么时候开门？' } as const;
      const { id } = await app.api.ok(calls.submit, input, { as: author });
      await app.api.ok(calls.assign, { id, unitId: unit.id }, { as: office });
      await seasons.at(`${due}T${close}:00+08:00`);
      expect(await marksOf(id)).toContain(`softTarget ${due} told`);
      await app.api.ok(calls.withdraw, { id }, { as: author });
    }
  });

  it('“to the reviewer two hours before close on the due date”', async () => {
    const { id } = await given();
    await told.at('2026-03-05T15:29:00+08:00');
    const news = await told.at('2026-03-05T15:30:00+08:00');
    expect(Object.keys(news)).toEqual(['reviewer']);
    expect(news.reviewer?.[0]?.text).toContain('答复还没有送审');
    expect(news.reviewer?.[0]?.target).toEqual({ kind: 'message', id });
  });

  it('a reply in review is the reviewer’s: the handler is not reminded of what he has done', async () => {
    const { id } = await given();
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    await told.at();
    expect(await told.topicsAt('2026-03-04T08:30:00+08:00')).toEqual({ reviewer: ['replyToReview'] });
    expect(await told.topicsAt('2026-03-05T17:30:00+08:00')).toEqual({ reviewer: ['replyToReview'] });
  });

  it('“a last call at 20:00 of the due date, the only one outside working hours”', async () => {
    const { id } = await given();
    await told.at('2026-03-05T17:40:00+08:00');
    expect(await told.topicsAt('2026-03-05T19:59:00+08:00')).toEqual({});
    expect(await told.topicsAt('2026-03-05T20:00:00+08:00')).toEqual({
      handler: ['messageReminder'],
      reviewer: ['messageReminder'],
    });
    expect(await marksOf(id)).toContain('lastCall 2026-03-05 told');
  });

  it('quiet hours hold what is not urgent until the next opening, and drop it when its day is past', async () => {
    const { id } = await given();
    // Nobody looked between half past two and a quarter to seven in the evening of the due date.
    await told.at('2026-03-05T14:30:00+08:00');
    expect(await told.topicsAt('2026-03-05T18:45:00+08:00')).toEqual({});
    expect(await told.topicsAt('2026-03-06T08:30:00+08:00')).toEqual({
      handler: ['messageOverdue'],
      reviewer: ['messageOverdue'],
      office: ['messageOverdue'],
      secondOffice: ['messageOverdue'],
      author: ['messageDelayed'],
    });
    expect(await marksOf(id)).toEqual([
      'halfTime 2026-03-05 dropped',
      'reviewDue 2026-03-05 dropped',
      'softTarget 2026-03-05 dropped',
      'lastCall 2026-03-05 dropped',
      'overdue 2026-03-05 told',
    ]);
  });

  it('“Overdue at 00:00: marked once, for ever; handler, reviewer and office told”, the author with an apology and who has it now', async () => {
    const { id } = await given('inquiry');
    await told.at('2026-03-03T20:00:00+08:00');
    expect(await told.topicsAt('2026-03-03T23:59:59+08:00')).toEqual({});
    const news = await told.at('2026-03-04T00:00:00+08:00');
    expect(Object.keys(news).sort()).toEqual(['author', 'handler', 'office', 'reviewer', 'secondOffice']);
    expect(news.author?.[0]).toMatchObject({ topic: 'messageDelayed', target: { kind: 'message', id } });
    expect(news.author?.[0]?.text).toMatch(
      /^很抱歉，您的留言 \S+ 没有在3月3日（周二）之前答复。现由县住房和城乡建设局办理/,
    );
    expect(news.office?.[0]?.text).toContain('县住房和城乡建设局没有按期答复');
    const board = await app.api.ok(endpoints.oversight.board, { code: 'yunxi' }, { as: story.official });
    expect(board.overdueMessages.map((message) => message.id)).toContain(id);
    for (const _ of [1, 2, 3]) expect(await told.topicsAt()).toEqual({});
  });

  it('“One working day later the official in charge is told”', async () => {
    const { id } = await given('inquiry');
    await told.at('2026-03-04T10:00:00+08:00');
    expect(await told.topicsAt('2026-03-05T08:29:00+08:00')).toEqual({});
    const news = await told.at('2026-03-05T08:30:00+08:00');
    expect(Object.keys(news)).toEqual(['official']);
    expect(news.official?.[0]).toMatchObject({ topic: 'messageEscalated', target: { kind: 'message', id } });
    expect(await told.topicsAt('2026-03-06T10:00:00+08:00')).toEqual({});
  });

  it('a working day is one: overdue on a Saturday, the official is told on Monday', async () => {
    app.clock.set('2026-03-05T10:00:00+08:00');
    await given('inquiry');
    await told.at('2026-03-07T00:00:00+08:00');
    expect(await told.topicsAt('2026-03-08T23:00:00+08:00')).toEqual({});
    expect(await told.topicsAt('2026-03-09T08:30:00+08:00')).toEqual({ official: ['messageEscalated'] });
  });

  it('answered late before that, nobody above is told', async () => {
    const { id } = await given('inquiry');
    await told.at('2026-03-04T10:00:00+08:00');
    await answer(id);
    await told.at();
    expect(await told.topicsAt('2026-03-05T08:30:00+08:00')).toEqual({});
  });

  describe('“Escalation goes up a fallback chain when a level has nobody (handler → reviewer → office)”', () => {
    const DUE = '2026-03-03T17:30:00+08:00';

    it('a unit without a handler: its reviewer is reminded', async () => {
      const unit = await app.given.unit(story.region, '县文化馆');
      const reviewer = await app.given.person({ region: story.region, role: 'reviewer', unit });
      await given('inquiry', unit);
      const theirs = new Told(app, { reviewer });
      await theirs.at('2026-03-03T16:00:00+08:00');
      expect(await theirs.topicsAt(DUE)).toEqual({ reviewer: ['messageReminder'] });
    });

    it('a unit without anybody: the office', async () => {
      const unit = await app.given.unit(story.region, '县图书馆');
      await given('inquiry', unit);
      await told.at('2026-03-03T16:00:00+08:00');
      expect(await told.topicsAt(DUE)).toEqual({
        office: ['messageReminder'],
        secondOffice: ['messageReminder'],
      });
    });

    it('a region without an office: the official', async () => {
      const region = await app.given.region({ code: 'kongkong', name: '空空县' });
      const official = await app.given.person({ region, role: 'official' });
      const input = { region: region.code, kind: 'inquiry', text: '请问谁来答复？' } as const;
      await app.api.ok(calls.submit, input, { as: author });
      const theirs = new Told(app, { official });
      await theirs.at('2026-03-03T16:00:00+08:00');
      expect(await theirs.topicsAt(DUE)).toEqual({ official: ['messageReminder'] });
    });

    it('a handler who wrote the message himself is nobody', async () => {
      const unit = await app.given.unit(story.region, '县档案馆');
      const writer = await app.given.person({ region: story.region, role: 'handler', unit });
      const { id } = await givenMessage(story, { by: writer }).assigned(unit);
      unanswered.push(id);
      const theirs = new Told(app, { writer });
      await theirs.at('2026-03-03T16:00:00+08:00');
      await told.at();
      expect(await told.topicsAt(DUE)).toEqual({
        office: ['messageReminder'],
        secondOffice: ['messageReminder'],
      });
      expect(await theirs.topicsAt()).toEqual({});
    });
  });

  describe('what makes no sense any more is not sent', () => {
    it('closed', async () => {
      const { id } = await given();
      await app.api.ok(calls.withdraw, { id }, { as: author });
      expect(await told.topicsAt('2026-03-05T17:30:00+08:00')).toEqual({});
      expect(await told.topicsAt('2026-03-06T09:00:00+08:00')).toEqual({});
      expect(await marksOf(id)).toEqual([]);
    });

    it('paused: nothing while the author is waited for; when the pause ends by itself both sides know at the next opening', async () => {
      const { id } = await given();
      await app.api.ok(calls.askMore, { id, question: '请问是哪一幢楼？' }, { as: story.handler });
      await told.at();
      expect(await told.topicsAt('2026-03-05T20:00:00+08:00')).toEqual({});
      // ten working days after Monday are up to the 16th
      expect(await told.topicsAt('2026-03-17T00:00:00+08:00')).toEqual({});
      expect(await told.topicsAt('2026-03-17T08:30:00+08:00')).toEqual({
        handler: ['dueMoved'],
        author: ['dueMoved'],
      });
      // 3 counted days are left from the 17th on: half-time is the second
      expect(await told.topicsAt('2026-03-18T08:30:00+08:00')).toEqual({ handler: ['messageReminder'] });
      expect(await marksOf(id)).toEqual(['resumed 2026-03-16 told', 'halfTime 2026-03-19 told']);
    });

    it('handed on since: the unit that had it is not reminded, the one that has it is', async () => {
      const { id } = await given();
      const to = { id, unitId: story.otherUnit.id, note: '请教育局办理' };
      await app.api.ok(calls.transfer, to, { as: story.handler });
      await told.at();
      expect(await told.topicsAt('2026-03-04T08:30:00+08:00')).toEqual({ otherHandler: ['messageReminder'] });
    });

    it('extended: the marks of the old date do not come, those of the new one do', async () => {
      const { id } = await given();
      await app.api.ok(calls.extend, { id, workingDays: 2, note: '需要论证' }, { as: story.office });
      await told.at();
      expect(await told.topicsAt('2026-03-04T17:30:00+08:00')).toEqual({});
      expect(await told.topicsAt('2026-03-05T08:30:00+08:00')).toEqual({ handler: ['messageReminder'] });
      expect(await told.topicsAt('2026-03-05T20:00:00+08:00')).toEqual({});
      expect(await told.topicsAt('2026-03-09T15:30:00+08:00')).toEqual({ reviewer: ['messageReminder'] });
      expect(await marksOf(id)).toEqual(['halfTime 2026-03-09 told', 'reviewDue 2026-03-09 told']);
    });

    it('reclassified to an earlier date: the stored wake-up moves with it', async () => {
      const { id } = await given('complaint');
      await told.at('2026-03-04T09:00:00+08:00');
      const to = { id, kind: 'inquiry', simple: true, reason: 'wrongKind', text: '可以直接答复' } as const;
      await app.api.ok(calls.reclassify, to, { as: story.reviewer });
      await told.at();
      expect(await told.topicsAt('2026-03-05T15:30:00+08:00')).toEqual({ reviewer: ['messageReminder'] });
      const { clock } = await app.api.ok(calls.get, { id }, { as: story.office });
      expect(clock).toBe('running');
      await told.at('2026-03-06T00:00:00+08:00');
      expect(await marksOf(id)).toContain('overdue 2026-03-05 told');
    });

    it('a kind changed back and forth reminds of one date once', async () => {
      const { id } = await given('inquiry');
      await told.at('2026-03-03T08:30:00+08:00');
      const longer = { id, kind: 'help', reason: 'wrongKind', text: '属于求助事项' } as const;
      await app.api.ok(calls.reclassify, longer, { as: story.reviewer });
      await app.api.ok(calls.undoReclassify, { id, note: '可以直接答复' }, { as: story.office });
      await told.at();
      expect(await told.topicsAt('2026-03-03T09:00:00+08:00')).toEqual({});
      expect(await marksOf(id)).toEqual(['halfTime 2026-03-03 told']);
    });
  });

  it('a digest instead of a storm: who would get more than three notes gets one that opens the list', async () => {
    const ids: number[] = [];
    for (const _ of [1, 2, 3, 4, 5]) {
      const message = await givenMessage(story, { by: app.given.person() }).assigned();
      unanswered.push(message.id);
      ids.push(message.id);
    }
    await told.at();
    const news = await told.at('2026-03-03T17:30:00+08:00');
    expect(news.handler).toEqual([
      expect.objectContaining({
        topic: 'messageReminder',
        text: '有 5 条留言需要处理：临近到期 5 条，请打开列表查看',
        target: { kind: 'inbox', id: story.region.id },
      }),
    ]);
    const late = await told.at('2026-03-04T00:00:00+08:00');
    expect([late.handler?.length, late.reviewer?.length, late.office?.length]).toEqual([1, 1, 1]);
    expect(late.office?.[0]?.text).toBe('有 5 条留言需要处理：已经逾期 5 条，请打开列表查看');
  });

  it('the clock of the server turned back: nothing fires twice, nothing is dated earlier', async () => {
    const { id } = await given('inquiry');
    await told.at('2026-03-04T09:00:00+08:00');
    const marks = await marksOf(id);
    const overdue = async () =>
      (await app.api.ok(calls.get, { id }, { as: story.office })).events.filter(
        (event) => event.code === 'overdue',
      );
    expect(await overdue()).toMatchObject([{ at: '2026-03-04T00:00:00.000+08:00', dueOn: '2026-03-03' }]);
    for (const back of [
      '2026-03-03T17:30:00+08:00',
      '2026-03-03T20:00:00+08:00',
      '2026-03-04T00:00:00+08:00',
    ])
      expect(await told.topicsAt(back)).toEqual({});
    expect(await told.topicsAt('2026-03-04T09:00:00+08:00')).toEqual({});
    expect(await marksOf(id)).toEqual(marks);
    expect(await overdue()).toMatchObject([{ at: '2026-03-04T00:00:00.000+08:00', dueOn: '2026-03-03' }]);
    expect(await told.topicsAt('2026-03-05T08:30:00+08:00')).toEqual({ official: ['messageEscalated'] });
  });

  it('overdue noticed by a move first: the sweep still tells everybody, once', async () => {
    const { id } = await given('inquiry');
    await told.at('2026-03-03T20:00:00+08:00');
    app.clock.set('2026-03-04T00:00:10+08:00');
    await app.api.ok(calls.return, { id, note: '不属于本单位' }, { as: story.handler });
    expect(await told.topicsAt()).toMatchObject({
      office: expect.arrayContaining(['messageOverdue']) as string[],
      author: ['messageDelayed'],
    });
    expect((await marksOf(id)).filter((mark) => mark.startsWith('overdue'))).toEqual([
      'overdue 2026-03-03 told',
    ]);
  });
});
