import { endpoints, type ErrorCode, type MessageDetail } from '@sunledger/shared-types';
import { notice2027 } from '../../backend/src/features/deadline/invented-notice.fixture';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { RecomputeDuesService } from '../../backend/src/features/calendar/recompute-dues.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const calls = endpoints.calendar;

/** A calendar change is a new calendar version: open items are recomputed in one pass. */
describe('open items under a new calendar', () => {
  let app: TestApp;
  let story: MessageStory;
  let admin: GivenPerson;

  beforeEach(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    admin = await app.given.person({ role: 'admin' });
  });

  afterEach(async () => {
    const report = await app.get(ChainVerificationService).run(app.ctx());
    await app.stop();
    expect(report.firstFault).toBeNull();
  });

  const shown = (id: number, as: GivenPerson = story.citizen): Promise<MessageDetail> =>
    app.api.ok(endpoints.message.get, { id }, { as });
  const override = (date: string, working: boolean, as: GivenPerson = story.office) =>
    app.api.ok(calls.addOverride, { code: 'yunxi', date, working, decision: '云政发〔2026〕8号' }, { as });
  const proposals = async () =>
    (await app.api.ok(calls.proposals, { code: 'yunxi' }, { as: story.office })).items;
  const refused = (answer: { status: number; error: { code: ErrorCode } }): [number, ErrorCode] => [
    answer.status,
    answer.error.code,
  ];

  it('an off day declared for tomorrow moves what it lies in, and the figures count it', async () => {
    const inside = await givenMessage(story).assigned();
    const elsewhere = await givenMessage(story, { region: 'binjiang' });
    const counts = await app.api.ok(
      calls.previewOverride,
      { code: 'yunxi', date: '2026-03-03', working: 'false' },
      { as: story.office },
    );
    expect(counts).toEqual({ later: 1, earlier: 0, settled: 0, examined: 1, complete: true });
    await override('2026-03-03', false);
    await app.tick();
    expect(await shown(inside.id)).toMatchObject({ dueOn: '2026-03-04', provisional: false });
    expect((await shown(elsewhere.id)).dueOn).toBe('2026-03-03');
    const stats = { region: 'yunxi', from: '2026-03-01', to: '2026-03-31' };
    expect((await app.api.ok(endpoints.oversight.replyStats, stats)).movedByOverride).toBe(1);
    const page = await app.api.ok(calls.page, { code: 'yunxi' });
    expect(page.overrides).toEqual([expect.objectContaining({ movedLater: 1, movedEarlier: 0 })]);
    await app.tick();
    expect((await app.api.ok(calls.page, { code: 'yunxi' })).changes[0]?.finished).toBe(true);
  });

  it('an earlier date is never before the next working day after the office’s word', async () => {
    const message = await givenMessage(story, { kind: 'suggestion' });
    expect(message.dueOn).toBe('2026-03-11');
    await override('2026-03-07', true);
    await override('2026-03-08', true);
    await app.tick();
    await app.tick();
    expect((await shown(message.id)).dueOn).toBe('2026-03-11');
    expect(await proposals()).toEqual([
      expect.objectContaining({ dueOn: '2026-03-11', proposedDueOn: '2026-03-09' }),
    ]);
    app.clock.set('2026-03-09T15:00:00+08:00');
    const [proposal] = await proposals();
    expect(proposal?.ifConfirmedDueOn).toBe('2026-03-10');
    const ids = [proposal?.id ?? 0];
    await app.api.ok(calls.confirmProposals, { code: 'yunxi', ids }, { as: story.office });
    expect((await shown(message.id)).dueOn).toBe('2026-03-10');
    const due = await app.api.ok(endpoints.message.due, { id: message.id }, { as: story.citizen });
    expect(due).toMatchObject({ dueOn: '2026-03-10', dueAt: '2026-03-11T00:00:00+08:00' });
    expect(due.days.at(-1)?.date).toBe('2026-03-10');
    const again = await app.api.call(calls.confirmProposals, { code: 'yunxi', ids }, { as: story.office });
    expect(refused(again)).toEqual([409, 'PROPOSAL_STATE']);
    await override('2026-03-21', true);
    await app.tick();
    expect(await proposals()).toEqual([]);
  });

  it('the office may keep the promised date; it is not asked again', async () => {
    await givenMessage(story, { kind: 'suggestion' });
    await override('2026-03-07', true);
    await app.tick();
    const ids = (await proposals()).map((each) => each.id);
    const kept = await app.api.ok(calls.keepProposals, { code: 'yunxi', ids }, { as: story.office });
    expect(kept).toEqual({ kept: 1 });
    await override('2026-03-21', true);
    await app.tick();
    expect(await proposals()).toEqual([]);
  });

  it('proposals are the office’s own, and gone when the answer came first', async () => {
    const message = await givenMessage(story, { kind: 'suggestion' }).assigned().drafted();
    await override('2026-03-07', true);
    await app.tick();
    const ids = (await proposals()).map((each) => each.id);
    const confirm = (as: GivenPerson, of = ids) =>
      app.api.call(calls.confirmProposals, { code: 'yunxi', ids: of }, { as });
    expect(refused(await confirm(story.handler))).toEqual([403, 'ROLE_REQUIRED']);
    expect(refused(await confirm(story.officeElsewhere))).toEqual([404, 'REGION_NOT_FOUND']);
    expect(refused(await confirm(story.office, [...ids, 999]))).toEqual([404, 'PROPOSAL_NOT_FOUND']);
    const elsewhere = await app.api.call(
      calls.confirmProposals,
      { code: 'binjiang', ids },
      { as: story.officeElsewhere },
    );
    expect(refused(elsewhere)).toEqual([404, 'PROPOSAL_NOT_FOUND']);
    const approve = { id: message.id, confirmed: true };
    await app.api.ok(endpoints.message.approve, approve, { as: story.reviewer });
    expect(await proposals()).toEqual([]);
    expect((await confirm(story.office)).body).toEqual({ confirmed: 0, dropped: 1 });
    expect((await shown(message.id)).dueOn).toBe('2026-03-11');
  });

  it('a mark on a final date stays for ever; an override made in time is applied before marking', async () => {
    const marked = await givenMessage(story).assigned();
    app.clock.set('2026-03-04T09:00:00+08:00');
    await app.tick();
    const open = await givenMessage(story, { kind: 'suggestion' });
    expect((await shown(marked.id)).clock).toBe('overdue');
    await override('2026-03-13', false);
    // nothing ran for days: the day that is off now must not be marked when the server comes back
    app.clock.set('2026-03-14T00:30:00+08:00');
    await app.tick();
    expect(await shown(marked.id)).toMatchObject({ clock: 'overdue', dueOn: '2026-03-03' });
    expect(await shown(open.id)).toMatchObject({ clock: 'running', dueOn: '2026-03-16' });
    app.clock.set('2026-03-17T00:30:00+08:00');
    await app.tick();
    expect(await shown(open.id)).toMatchObject({ clock: 'overdue', dueOn: '2026-03-16' });
  });

  it('“a mark made on a provisional date is judged again once by the final calendar, with an event”', async () => {
    app.clock.set('2027-01-28T10:00:00+08:00');
    const lifted = await givenMessage(story, { kind: 'suggestion' });
    app.clock.set('2027-01-25T10:00:00+08:00');
    const stands = await givenMessage(story, { kind: 'help' });
    expect([lifted.dueOn, stands.dueOn]).toEqual(['2027-02-10', '2027-02-01']);
    app.clock.set('2027-02-11T09:00:00+08:00');
    await app.tick();
    expect((await shown(lifted.id)).clock).toBe('overdue');
    await app.api.ok(calls.importYears, { text: notice2027 }, { as: admin });
    await app.tick();
    const judged = await shown(lifted.id);
    expect(judged).toMatchObject({ clock: 'running', dueOn: '2027-02-15', provisional: false });
    expect(judged.events.map((event) => event.code)).toEqual(['received', 'overdue', 'overdueJudged']);
    expect(await shown(stands.id)).toMatchObject({
      clock: 'overdue',
      dueOn: '2027-02-01',
      provisional: false,
    });
    app.clock.set('2027-02-16T00:30:00+08:00');
    await app.tick();
    const late = await shown(lifted.id);
    expect(late).toMatchObject({ clock: 'overdue', dueOn: '2027-02-15' });
    expect(late.events.filter((event) => event.code === 'overdue')).toHaveLength(2);
  });

  it('“Open items are recomputed in one pass, old and new dates logged”: in batches, a second server doubles nothing', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 120; i += 1) {
      const by = i % 8 === 0 ? app.given.person() : undefined;
      ids.push((await givenMessage(story, { by: by ?? app.given.person() })).id);
    }
    await override('2026-03-03', false);
    const recompute = app.get(RecomputeDuesService);
    await Promise.allSettled([recompute.run(app.ctx()), recompute.run(app.ctx())]);
    await app.tick();
    await app.tick();
    const list = await app.api.ok(
      endpoints.message.list,
      { region: 'yunxi', scope: 'staff', limit: 100 },
      { as: story.office },
    );
    expect(new Set(list.items.map((item) => item.dueOn))).toEqual(new Set(['2026-03-04']));
    const moved = await app.database.dataSource.query<{ n: number }[]>(
      "SELECT COUNT(*) AS n FROM message_event WHERE code = 'dueMoved'",
    );
    expect(Number(moved[0]?.n)).toBe(ids.length);
    const logged = await app.database.dataSource.query<{ facts: string }[]>(
      "SELECT facts FROM message_event WHERE code = 'dueMoved'",
    );
    for (const { facts } of logged)
      expect(JSON.parse(facts)).toMatchObject({ fromDueOn: '2026-03-03', dueOn: '2026-03-04' });
    const page = await app.api.ok(calls.page, { code: 'yunxi' });
    expect(page.changes[0]).toMatchObject({ moves: { later: 120, earlier: 0, settled: 0 }, finished: true });
  });
});
