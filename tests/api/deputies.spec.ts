import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls, deputy } = endpoints;

describe('AB角', () => {
  let app: TestApp;
  let story: MessageStory;
  let colleague: GivenPerson;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    const { region, unit } = story;
    colleague = await app.given.person({ name: '经办丙', region, role: 'handler', unit });
  });
  afterAll(() => app.stop());

  const input = (more: object = {}) => ({
    unitId: story.unit.id,
    deputyId: colleague.actor.accountId,
    from: '2026-03-03',
    until: '2026-03-06',
    ...more,
  });
  const name = (more: object = {}, as: GivenPerson | null = story.handler) =>
    app.api.call(deputy.name, input(more), as ? { as } : {});
  const refusal = async (more: object, as?: GivenPerson | null) => {
    const { status, error } = await name(more, as);
    return [status, error.code];
  };
  const topics = async (as: GivenPerson) => {
    await app.tick();
    return (await app.api.ok(endpoints.notification.list, {}, { as })).items.map((note) => note.topic);
  };

  it('offers the colleagues of the own unit', async () => {
    const { units } = await app.api.ok(deputy.choices, {}, { as: story.handler });
    expect(units).toEqual([
      {
        unit: { id: story.unit.id, name: story.unit.name },
        colleagues: [
          { id: story.reviewer.actor.accountId, name: '审核甲' },
          { id: colleague.actor.accountId, name: '经办丙' },
        ],
      },
    ]);
  });

  it('is named for dates that lie ahead, once for each day, in the own unit only', async () => {
    expect(await refusal({ deputyId: story.handler.actor.accountId })).toEqual([422, 'DEPUTY_SELF']);
    expect(await refusal({ deputyId: story.otherHandler.actor.accountId })).toEqual([
      422,
      'DEPUTY_OTHER_UNIT',
    ]);
    expect(await refusal({ unitId: story.otherUnit.id })).toEqual([403, 'OTHER_UNIT']);
    for (const dates of [
      { from: '2026-03-01' },
      { until: '2026-03-02' },
      { until: '2026-06-01' },
      { from: '2026-02-30', until: '2026-03-06' },
    ]) {
      expect(await refusal(dates)).toEqual([422, 'DEPUTY_DATES']);
    }
    expect(await refusal({ from: 'x' })).toEqual([422, 'INVALID_INPUT']);
    expect(await refusal({}, null)).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await refusal({}, story.citizen)).toEqual([403, 'ROLE_REQUIRED']);
    expect(await refusal({}, story.office)).toEqual([403, 'ROLE_REQUIRED']);
    const named = await name();
    expect([named.status, named.body.state]).toEqual([201, 'coming']);
    expect(await refusal({ from: '2026-03-06', until: '2026-03-08' })).toEqual([409, 'DEPUTY_OVERLAP']);
    expect(await topics(colleague)).toEqual(['deputyNamed']);
  });

  it('within the dates, notes of the one reach the other, and a claim may be taken over at once', async () => {
    const { id } = await givenMessage(story, { by: app.given.person(), kind: 'help' }).assigned();
    await app.api.ok(calls.claim, { id }, { as: story.handler });
    const take = () => app.api.call(calls.claim, { id }, { as: colleague });
    expect((await take()).error.code).toBe('CLAIM_TAKEN');
    app.clock.set('2026-03-03T09:00:00+08:00');
    expect((await take()).body.claim).toMatchObject({ name: '经办丙', mine: true });
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    await app.api.ok(calls.sendBack, { id, note: '再写清楚' }, { as: story.reviewer });
    expect(await topics(colleague)).toContain('replySentBack');
    const inbox = await app.api.ok(endpoints.oversight.inbox, {}, { as: colleague });
    expect(inbox.items.map((item) => item.id)).toContain(id);
  });

  it('“a deputy still never approves the own draft”', async () => {
    const { region, unit } = story;
    const standIn = await app.given.person({ name: '审核丁', region, role: 'reviewer', unit });
    app.clock.set('2026-03-09T09:00:00+08:00');
    await name({ deputyId: standIn.actor.accountId, from: '2026-03-09', until: '2026-03-10' });
    const { id } = await givenMessage(story, { by: app.given.person(), kind: 'help' })
      .assigned()
      .drafted(standIn);
    const approve = (as: GivenPerson) => app.api.call(calls.approve, { id, confirmed: true }, { as });
    expect((await approve(standIn)).error.code).toBe('REPLY_OWN_APPROVAL');
    expect((await approve(story.reviewer)).status).toBe(200);
  });

  it('ends early, keeps its history, and is nobody else’s to end', async () => {
    const { items } = await app.api.ok(deputy.list, {}, { as: story.handler });
    expect(items.map((item) => item.state)).toEqual(['now', 'past']);
    const id = items[0]?.id ?? 0;
    const end = (as: GivenPerson, which = id) => app.api.call(deputy.end, { id: which }, { as });
    expect((await end(colleague)).error.code).toBe('DEPUTY_NOT_FOUND');
    expect((await end(story.handler, items[1]?.id)).error.code).toBe('DEPUTY_OVER');
    expect((await end(story.handler)).body.state).toBe('ended');
    expect((await end(story.handler)).error.code).toBe('DEPUTY_OVER');
    const mine = await app.api.ok(deputy.list, { side: 'standIn' }, { as: colleague });
    expect(mine.items.map((item) => [item.account.name, item.state])).toEqual([['经办甲', 'past']]);
  });
});
