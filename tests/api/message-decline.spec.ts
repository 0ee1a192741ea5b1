import { endpoints } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenMessage, messageStory, QUESTION, type MessageStory } from '../support/given/message.given';

const { message: calls } = endpoints;

describe('不予受理', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
  });

  afterAll(async () => {
    const report = await app.get(ChainVerificationService).run(app.ctx());
    expect(report).toMatchObject({ faultCount: 0, firstFault: null });
    await app.stop();
  });
  beforeEach(() => app.clock.set('2026-03-02T10:00:00+08:00'));

  const seen = (id: number, as: GivenPerson) => app.api.ok(calls.get, { id }, { as });
  const decline = (id: number, as: GivenPerson = story.handler, text = '您反映的路段由省交通厅管理。') =>
    app.api.call(
      calls.decline,
      { id, reason: 'otherRegion', text, goTo: '拨打 12328 交通运输服务热线' },
      { as },
    );
  const approve = (id: number, as: GivenPerson = story.reviewer) =>
    app.api.call(calls.approve, { id, confirmed: true }, { as });
  const object = (id: number, as: GivenPerson) =>
    app.api.call(calls.object, { id, text: '这条路去年已经移交给县里了' }, { as });
  const decide = (id: number, uphold: boolean, as: GivenPerson = story.office) =>
    app.api.call(calls.decideObjection, { id, uphold, note: '经核实道路权属' }, { as });
  const declined = async (author: GivenPerson) => {
    const { id } = await givenMessage(story, { by: author }).assigned();
    await decline(id);
    await approve(id);
    return id;
  };

  it('“a reply like any other: drafted by one, approved by another, with a reason and where to go instead”', async () => {
    const author = await app.given.person();
    const { id } = await givenMessage(story, { by: author }).assigned();
    expect((await decline(id)).body).toMatchObject({ status: 'inReview', clock: 'running' });
    expect((await seen(id, author)).replies).toEqual([]);
    expect((await approve(id, story.handler)).error.code).toBe('ROLE_REQUIRED');
    const { body } = await approve(id);
    expect(body).toMatchObject({
      status: 'declined',
      clock: 'onTime',
      replies: [{ declineReason: 'otherRegion', status: 'published' }],
    });
    expect(body.replies[0]?.text).toContain('12328');
    expect(await seen(id, author)).toMatchObject({
      moves: ['object', 'rate'],
      replies: [{ status: 'published' }],
    });
  });

  it('declined at 23:59: a draft stops nothing, and what is published after midnight is late', async () => {
    const { id } = await givenMessage(story, { by: app.given.person() }).assigned();
    app.clock.set('2026-03-03T23:59:00+08:00');
    await decline(id);
    app.clock.set('2026-03-04T00:05:00+08:00');
    await app.tick();
    const { body } = await approve(id);
    expect(body).toMatchObject({ status: 'declined', clock: 'late' });
    expect(body.events.map((event) => event.code)).toContain('overdue');
  });

  it('nobody approves the own one; without a reason or a place to go it is none; holding phrases are stopped', async () => {
    const { id } = await givenMessage(story, { by: app.given.person() }).assigned();
    const nowhere = { id, reason: 'other', text: '不属于受理范围', goTo: '' } as const;
    const bad = await app.api.call(calls.decline, nowhere, { as: story.handler });
    expect([bad.status, bad.error.details?.[0]?.field]).toEqual([422, 'goTo']);
    expect((await decline(id, story.handler, '您的来信已收到，请等候。')).error.code).toBe(
      'REPLY_HOLDING_PHRASE',
    );
    expect((await decline(id, story.office)).error.code).toBe('OTHER_UNIT');
    await decline(id, story.reviewer);
    expect((await approve(id)).error.code).toBe('REPLY_OWN_APPROVAL');
  });

  it('sent back it is open again and the clock goes on', async () => {
    const { id } = await givenMessage(story, { by: app.given.person() }).assigned();
    await decline(id);
    const back = await app.api.ok(calls.sendBack, { id, note: '应当正面答复' }, { as: story.reviewer });
    expect(back).toMatchObject({ status: 'open', clock: 'running' });
  });

  it('“published to the author, open to rating”: a bad one opens a rework as after any answer', async () => {
    const author = await app.given.person();
    const id = await declined(author);
    const rated = await app.api.ok(calls.rate, { id, level: 1 }, { as: author });
    expect(rated.rounds).toEqual([expect.objectContaining({ origin: 'rework' })]);
    const followUp = await app.api.call(calls.followUp, { id, text: QUESTION }, { as: author });
    expect(followUp.error.code).toBe('MESSAGE_STATE');
  });

  it('“to one objection (异议) that the office decides”: upheld it is handled anew on its own clock, the first result stands', async () => {
    const author = await app.given.person();
    const id = await declined(author);
    expect((await decide(id, true)).error.code).toBe('OBJECTION_NOT_OPEN');
    expect((await object(id, story.stranger)).status).toBe(404);
    app.clock.set('2026-03-05T09:00:00+08:00');
    expect((await object(id, author)).body).toMatchObject({ status: 'declined', objection: 'open' });
    expect((await object(id, author)).error.code).toBe('OBJECTION_EXISTS');
    expect((await decide(id, true, story.reviewer)).error.code).toBe('ROLE_REQUIRED');
    const { body } = await decide(id, true);
    expect(body).toMatchObject({
      status: 'declined',
      clock: 'onTime',
      objection: 'upheld',
      rounds: [{ origin: 'reopened', clock: 'running', dueOn: '2026-03-06' }],
    });
    expect((await decide(id, false)).error.code).toBe('OBJECTION_NOT_OPEN');
    const again = await seen(body.rounds[0]?.id ?? 0, story.handler);
    expect(again).toMatchObject({ text: QUESTION, unit: { id: story.unit.id }, parent: { id } });
  });

  it('rejected it stays declined and the author is told why', async () => {
    const author = await app.given.person();
    const id = await declined(author);
    await object(id, author);
    await decide(id, false);
    const told = await seen(id, author);
    expect(told).toMatchObject({ status: 'declined', objection: 'rejected', rounds: [] });
    expect(told.events.at(-1)).toMatchObject({ code: 'objectionRejected', note: '经核实道路权属' });
  });

  it('who drafted or approved it does not decide the objection', async () => {
    const author = await app.given.person();
    const { id } = await givenMessage(story, { by: author });
    await decline(id, story.office);
    await approve(id, story.secondOffice);
    await object(id, author);
    for (const as of [story.office, story.secondOffice]) {
      expect((await decide(id, false, as)).error.code).toBe('OBJECTION_OWN_DECISION');
    }
  });

  it('“counted apart in every figure”, and included in the total', async () => {
    const region = await app.given.region({ code: 'liuxi', name: '柳溪县' });
    const office = { region, role: 'office', unit: region.office } as const;
    const [one, two] = [await app.given.person(office), await app.given.person(office)];
    const { id } = await givenMessage(story, { by: app.given.person(), region: 'liuxi' });
    await decline(id, one);
    await approve(id, two);
    await givenMessage(story, { by: app.given.person(), region: 'liuxi' }).drafted(one).published(two);
    const stats = await app.api.ok(endpoints.oversight.replyStats, { region: 'liuxi' });
    expect(stats).toMatchObject({ total: 2, onTime: 2, declined: 1, share: 1, groups: [{ declined: 1 }] });
    const done = await app.api.ok(endpoints.oversight.inbox, { tab: 'done' }, { as: one });
    expect(done.items.map((item) => item.message?.status).sort()).toEqual(['answered', 'declined']);
  });
});
