import { endpoints, type ErrorCode, type MessageDetail } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const calls = endpoints.calendar;
const reason = '云政发〔2026〕9号 不再放假';

describe('a region’s own day is taken back before it comes', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeEach(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
  });

  afterEach(async () => {
    const report = await app.get(ChainVerificationService).run(app.ctx());
    await app.stop();
    expect(report.firstFault).toBeNull();
  });

  const set = (date: string, working: boolean) =>
    app.api.ok(
      calls.addOverride,
      { code: 'yunxi', date, working, decision: '云政发〔2026〕8号' },
      { as: story.office },
    );
  const takeBack = (id: number, as: GivenPerson = story.office, why = reason, code = 'yunxi') =>
    app.api.call(calls.withdrawOverride, { code, id, reason: why }, { as });
  const look = (id: number, as: GivenPerson = story.office, code = 'yunxi') =>
    app.api.call(calls.previewWithdrawal, { code, id }, { as });
  const refused = (answer: { status: number; error: { code: ErrorCode } }): [number, ErrorCode] => [
    answer.status,
    answer.error.code,
  ];
  const page = () => app.api.ok(calls.page, { code: 'yunxi' });
  const shown = (id: number): Promise<MessageDetail> =>
    app.api.ok(endpoints.message.get, { id }, { as: story.citizen });
  const proposals = async () =>
    (await app.api.ok(calls.proposals, { code: 'yunxi' }, { as: story.office })).items;
  const moved = async () =>
    (
      await app.api.ok(endpoints.oversight.replyStats, {
        region: 'yunxi',
        from: '2026-03-01',
        to: '2026-03-31',
      })
    ).movedByOverride;

  it('it stays to be seen with both decisions, and the calendar is as before', async () => {
    const before = await page();
    const own = await set('2026-03-20', false);
    expect((await page()).version).not.toBe(before.version);
    const answer = await takeBack(own.id);
    const withdrawn = { reason, at: '2026-03-02T10:00:00.000+08:00' };
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({ id: own.id, date: '2026-03-20', decision: '云政发〔2026〕8号', withdrawn }),
    ]);
    const after = await page();
    expect(after.overrides).toEqual([expect.objectContaining({ id: own.id, withdrawn })]);
    expect([after.version, after.marks]).toEqual([before.version, before.marks]);
    expect(after.changes.map((change) => [change.date, change.takenBack])).toEqual([
      ['2026-03-20', true],
      ['2026-03-20', false],
    ]);
  });

  it('one already in effect cannot: not on the day itself, not after it; until 24:00 of the eve it can', async () => {
    const own = await set('2026-03-20', false);
    const eve = await set('2026-03-23', false);
    for (const now of ['2026-03-20T00:00:00+08:00', '2026-03-21T09:00:00+08:00']) {
      app.clock.set(now);
      const answer = await takeBack(own.id);
      expect(refused(answer)).toEqual([409, 'OVERRIDE_IN_EFFECT']);
      expect(answer.error.message).toBe('2026-03-20 的安排已经开始执行，不能撤回；之后的日子请另行登记。');
      expect(refused(await look(own.id))).toEqual([409, 'OVERRIDE_IN_EFFECT']);
    }
    expect((await page()).overrides[0]?.withdrawn).toBeNull();
    app.clock.set('2026-03-22T23:59:59.999+08:00');
    expect((await takeBack(eve.id)).status).toBe(200);
  });

  it('an off day declared and taken back gives nobody a longer time unseen', async () => {
    const message = await givenMessage(story).assigned();
    const own = await set('2026-03-03', false);
    await app.tick();
    expect((await shown(message.id)).dueOn).toBe('2026-03-04');
    expect((await look(own.id)).body).toMatchObject({ later: 0, earlier: 1, settled: 0, examined: 1 });
    await takeBack(own.id);
    await app.tick();
    // an earlier date is applied only when the office confirms it, never before the next working day
    expect((await shown(message.id)).dueOn).toBe('2026-03-04');
    const [proposal] = await proposals();
    expect(proposal).toMatchObject({ dueOn: '2026-03-04', ifConfirmedDueOn: '2026-03-03' });
    expect(await moved()).toBe(1);
    await app.api.ok(
      calls.confirmProposals,
      { code: 'yunxi', ids: [proposal?.id ?? 0] },
      { as: story.office },
    );
    expect((await shown(message.id)).dueOn).toBe('2026-03-03');
    expect(await moved()).toBe(1);
    // what is promised from now on knows nothing of it
    expect((await givenMessage(story)).dueOn).toBe('2026-03-03');
  });

  it('a working Saturday taken back: what it proposed is asked no more, what it moved moves back', async () => {
    const asked = await givenMessage(story, { kind: 'suggestion' });
    const brought = await givenMessage(story, { kind: 'suggestion', by: app.given.person() });
    expect([asked.dueOn, brought.dueOn]).toEqual(['2026-03-11', '2026-03-11']);
    const own = await set('2026-03-07', true);
    await app.tick();
    const waiting = await proposals();
    expect(waiting.map((each) => each.message.id)).toEqual([asked.id, brought.id]);
    const ids = waiting.filter((each) => each.message.id === brought.id).map((each) => each.id);
    await app.api.ok(calls.confirmProposals, { code: 'yunxi', ids }, { as: story.office });
    expect((await look(own.id)).body).toMatchObject({ later: 1, earlier: 0 });
    await takeBack(own.id);
    expect(await proposals()).toEqual([]);
    await app.tick();
    const dues = [
      await shown(asked.id),
      await app.api.ok(endpoints.message.get, { id: brought.id }, { as: story.office }),
    ];
    expect(dues.map((message) => message.dueOn)).toEqual(['2026-03-11', '2026-03-11']);
  });

  it('once each: a second withdrawal is told so, two at the same moment are one, and the day can be set again', async () => {
    const own = await set('2026-03-20', false);
    const both = await Promise.all([takeBack(own.id), takeBack(own.id)]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(refused(await takeBack(own.id))).toEqual([409, 'OVERRIDE_WITHDRAWN']);
    expect(refused(await look(own.id))).toEqual([409, 'OVERRIDE_WITHDRAWN']);
    const again = await set('2026-03-20', false);
    expect(again.id).not.toBe(own.id);
    const { overrides } = await page();
    expect(overrides.map((each) => [each.id, each.withdrawn === null])).toEqual([
      [own.id, false],
      [again.id, true],
    ]);
    const duplicate = await app.api.call(
      calls.addOverride,
      { code: 'yunxi', date: '2026-03-20', working: false, decision: '云政发〔2026〕8号' },
      { as: story.office },
    );
    expect(refused(duplicate)).toEqual([409, 'OVERRIDE_DUPLICATE']);
  });

  it('what was answered meanwhile keeps the calendar that it was judged by, and can explain itself', async () => {
    const own = await set('2026-03-03', false);
    const message = await givenMessage(story).assigned().drafted().published();
    expect(message.dueOn).toBe('2026-03-04');
    await takeBack(own.id);
    await app.tick();
    expect((await shown(message.id)).dueOn).toBe('2026-03-04');
    const due = await app.api.ok(endpoints.message.due, { id: message.id }, { as: story.citizen });
    expect(due.days.map((day) => [day.date, day.counted, day.reason])).toEqual([
      ['2026-03-03', 0, '周二 本地区休息（云政发〔2026〕8号）'],
      ['2026-03-04', 1, expect.stringContaining('周三')],
    ]);
  });

  it('is the office’s of this region, with a reason', async () => {
    const own = await set('2026-03-20', false);
    const visitor = [
      await app.api.call(calls.withdrawOverride, { code: 'yunxi', id: own.id, reason }),
      await app.api.call(calls.previewWithdrawal, { code: 'yunxi', id: own.id }),
    ];
    expect(visitor.map(refused)).toEqual([
      [401, 'SIGN_IN_REQUIRED'],
      [401, 'SIGN_IN_REQUIRED'],
    ]);
    for (const call of [(id: number, as?: GivenPerson) => takeBack(id, as), look]) {
      expect(refused(await call(own.id, story.citizen))).toEqual([403, 'ROLE_REQUIRED']);
      expect(refused(await call(own.id, story.reviewer))).toEqual([403, 'ROLE_REQUIRED']);
      expect(refused(await call(own.id, story.officeElsewhere))).toEqual([404, 'REGION_NOT_FOUND']);
      expect(refused(await call(own.id + 99))).toEqual([404, 'OVERRIDE_NOT_FOUND']);
    }
    // a day of another region, called by its own office under its own name
    expect(refused(await takeBack(own.id, story.officeElsewhere, reason, 'binjiang'))).toEqual([
      404,
      'OVERRIDE_NOT_FOUND',
    ]);
    expect(refused(await takeBack(own.id, story.office, ' '))).toEqual([422, 'INVALID_INPUT']);
    expect((await page()).overrides[0]?.withdrawn).toBeNull();
  });
});
