import { endpoints, type MessageDetail } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls } = endpoints;
const MONDAY = '2026-03-02T10:00:00+08:00';

/** Ways to make a late answer look on time: each is refused, or it is there for all to see. */
describe('nobody bends the clock unseen', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: MONDAY });
    story = await messageStory(app);
  });

  afterAll(async () => {
    expect(await app.get(ChainVerificationService).run(app.ctx())).toMatchObject({ faultCount: 0 });
    await app.stop();
  });
  beforeEach(() => app.clock.set(MONDAY));

  const fresh = (kind: MessageDetail['kind'] = 'inquiry', by = app.given.person()) =>
    givenMessage(story, { by, kind }).assigned();
  const seen = (id: number) => app.api.ok(calls.get, { id }, { as: story.office });
  const approve = (id: number, as: GivenPerson = story.reviewer) =>
    app.api.call(calls.approve, { id, confirmed: true }, { as });

  it('handed on at 23:50 of the last day: only by the office, and the miss stays with the unit that had it at 24:00', async () => {
    const { id } = await fresh();
    app.clock.set('2026-03-03T23:50:00+08:00');
    const transfer = { id, unitId: story.otherUnit.id, note: '请教育局办理' };
    expect((await app.api.call(calls.transfer, transfer, { as: story.handler })).error.code).toBe(
      'TRANSFER_DUE_TODAY',
    );
    app.clock.set('2026-03-04T08:00:00+08:00');
    await app.api.ok(calls.transfer, transfer, { as: story.office });
    const stats = await app.api.ok(endpoints.oversight.replyStats, {
      region: 'yunxi',
      from: '2026-03-03',
      to: '2026-03-03',
    });
    expect(stats.groups.find((group) => group.name === story.unit.name)?.openOverdue).toBeGreaterThan(0);
    expect(stats.groups.find((group) => group.name === story.otherUnit.name)?.total ?? 0).toBe(0);
  });

  it('returned to the office at 23:50 of the last day: the clock goes on there', async () => {
    const { id } = await fresh();
    app.clock.set('2026-03-03T23:50:00+08:00');
    await app.api.ok(calls.return, { id, note: '不属于本单位' }, { as: story.handler });
    app.clock.set('2026-03-04T00:00:00+08:00');
    expect(await seen(id)).toMatchObject({ clock: 'overdue', dueOn: '2026-03-03' });
  });

  it('a draft at 23:59 stops nothing, whatever it says', async () => {
    const { id } = await fresh();
    app.clock.set('2026-03-03T23:59:59.999+08:00');
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    app.clock.set('2026-03-04T00:00:00+08:00');
    expect((await approve(id)).body.clock).toBe('late');
  });

  it('a holding answer with a reason is an answer that the citizen rates, and the rework has its clock', async () => {
    const author = await app.given.person();
    const { id } = await fresh('inquiry', Promise.resolve(author));
    const holding = { id, text: '您的来信已收到，正在办理。' };
    expect((await app.api.call(calls.reply, holding, { as: story.handler })).error.code).toBe(
      'REPLY_HOLDING_PHRASE',
    );
    await app.api.ok(calls.reply, { ...holding, holdingReason: '先行告知' }, { as: story.handler });
    await approve(id);
    const rated = await app.api.ok(calls.rate, { id, level: 1 }, { as: author });
    expect(rated.rounds).toEqual([expect.objectContaining({ origin: 'rework', dueOn: '2026-03-09' })]);
  });

  it('sent back and drafted again, asked, extended, handed on: receipt and promise are as the chain says', async () => {
    const { id, receivedAt } = await fresh('help');
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    await app.api.ok(calls.sendBack, { id, note: '再写清楚' }, { as: story.reviewer });
    await app.api.ok(
      calls.transfer,
      { id, unitId: story.otherUnit.id, note: '请教育局办理' },
      { as: story.handler },
    );
    expect(await seen(id)).toMatchObject({ receivedAt, dueOn: '2026-03-09' });
  });

  it('a simple inquiry made another kind at 23:50, asked, extended: once each, all told, all in the figures', async () => {
    const author = await app.given.person();
    const { id } = await fresh('inquiry', Promise.resolve(author));
    app.clock.set('2026-03-03T23:50:00+08:00');
    const to = { id, kind: 'help', reason: 'wrongKind', text: '属于求助事项' } as const;
    await app.api.ok(calls.reclassify, to, { as: story.reviewer });
    await app.api.ok(calls.extend, { id, workingDays: 2, note: '需要论证' }, { as: story.office });
    await app.api.ok(calls.askMore, { id, question: '请问是哪一幢楼？' }, { as: story.handler });
    const steps = (await app.api.ok(calls.get, { id }, { as: author })).events.map((event) => event.code);
    expect(steps).toEqual(['received', 'assigned', 'reclassified', 'extended', 'askedMore']);
    await app.tick();
    const notes = await app.api.ok(endpoints.notification.list, {}, { as: author });
    expect(notes.items.map((note) => note.topic).sort()).toEqual(['dueMoved', 'dueMoved', 'questionAsked']);
    const stats = await app.api.ok(endpoints.oversight.replyStats, { region: 'yunxi' });
    expect(stats.simple.reclassified).toBeGreaterThan(0);
  });

  it('asked on the last day and extended while it waits: a paused message takes no other move of its clock', async () => {
    const { id } = await fresh('help');
    await app.api.ok(calls.askMore, { id, question: '请问是哪一幢楼？' }, { as: story.handler });
    for (const [call, input, as] of [
      [calls.extend, { workingDays: 5, note: '再宽限几天' }, story.office],
      [calls.reclassify, { kind: 'complaint', reason: 'other', text: '改成投诉办理' }, story.office],
      [calls.askMore, { question: '还要什么材料呢？' }, story.handler],
    ] as const) {
      const answer = await app.api.call(call as never, { id, ...input } as never, { as });
      expect(answer.error.code).toBe('MESSAGE_STATE');
    }
  });

  it('an extension asked for a help message is not granted once it is a simple inquiry', async () => {
    const { id } = await fresh('help');
    await app.api.ok(calls.extend, { id, workingDays: 5, note: '需要论证' }, { as: story.handler });
    const to = { id, kind: 'inquiry', simple: true, reason: 'wrongKind', text: '可以直接答复' } as const;
    await app.api.ok(calls.reclassify, to, { as: story.reviewer });
    const granted = await app.api.call(calls.approveExtension, { id }, { as: story.office });
    expect(granted.error.code).toBe('EXTEND_SIMPLE');
    expect((await seen(id)).dueOn).toBe('2026-03-03');
  });

  it('two lengthenings at the same moment are one', async () => {
    const { id } = await fresh();
    const lengthen = (kind: 'help' | 'complaint', as: GivenPerson) =>
      app.api.call(calls.reclassify, { id, kind, reason: 'wrongKind', text: '类型不符，改类办理' }, { as });
    const answers = await Promise.all([
      lengthen('help', story.reviewer),
      lengthen('complaint', story.office),
    ]);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect((await seen(id)).events.filter((event) => event.code === 'reclassified')).toHaveLength(1);
  });

  it('the author withdraws for the staff’s sake: shown apart, out of the share', async () => {
    const author = await app.given.person();
    const { id } = await fresh('inquiry', Promise.resolve(author));
    const figures = () => app.api.ok(endpoints.oversight.replyStats, { region: 'yunxi' });
    const before = await figures();
    await app.api.ok(calls.withdraw, { id }, { as: author });
    const after = await figures();
    expect([after.withdrawn - before.withdrawn, after.total - before.total]).toEqual([1, -1]);
  });

  it('revised after the day: the late result stands', async () => {
    const { id } = await fresh();
    app.clock.set('2026-03-05T09:00:00+08:00');
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    await approve(id);
    await app.api.ok(calls.revise, { id, text: `${ANSWER}（更正）` }, { as: story.handler });
    const revised = await app.api.ok(calls.approveRevision, { id, confirmed: true }, { as: story.reviewer });
    expect(revised).toMatchObject({ clock: 'late', dueOn: '2026-03-03' });
  });

  it('declined at 23:59: “drafted by one, approved by another”, and “counted apart in every figure”', async () => {
    const { id } = await fresh();
    const figures = () =>
      app.api.ok(endpoints.oversight.replyStats, { region: 'yunxi', from: '2026-03-03', to: '2026-03-03' });
    const before = await figures();
    app.clock.set('2026-03-03T23:59:00+08:00');
    const decline = { id, reason: 'other', text: '不属于受理范围', goTo: '拨打 12345' } as const;
    await app.api.ok(calls.decline, decline, { as: story.reviewer });
    expect((await approve(id)).error.code).toBe('REPLY_OWN_APPROVAL');
    app.clock.set('2026-03-04T00:00:00+08:00');
    // “Only a published reply stops the clock”: the draft of 23:59 stopped nothing
    expect((await approve(id, story.office)).body).toMatchObject({ status: 'declined', clock: 'late' });
    const after = await figures();
    expect([after.declined - before.declined, after.late - before.late]).toEqual([1, 1]);
  });

  it('an off day declared for tomorrow: “takes effect tomorrow at the earliest”, “every due date that it moved is counted in the figures”', async () => {
    const region = await app.given.region({ code: 'qingtan', name: '青滩县' });
    const unit = await app.given.unit(region, '县水利局');
    const office = await app.given.person({ region, role: 'office', unit: region.office });
    const author = await app.given.person();
    const input = { region: 'qingtan', kind: 'inquiry', text: '水库什么时候放水灌溉？' } as const;
    const { id } = await app.api.ok(calls.submit, input, { as: author });
    await app.api.ok(calls.assign, { id, unitId: unit.id }, { as: office });
    const off = (date: string) =>
      app.api.call(
        endpoints.calendar.addOverride,
        { code: 'qingtan', date, working: false, decision: '青政发〔2026〕1号' },
        { as: office },
      );
    expect((await off('2026-03-02')).error.code).toBe('OVERRIDE_TOO_LATE');
    app.clock.set('2026-03-02T23:50:00+08:00');
    expect((await off('2026-03-03')).status).toBe(201);
    await app.tick();
    const moved = await app.api.ok(calls.get, { id }, { as: author });
    expect(moved.dueOn).toBe('2026-03-04');
    expect(moved.events.at(-1)).toMatchObject({ code: 'dueMoved', dueOn: '2026-03-04' });
    const page = await app.api.ok(endpoints.calendar.page, { code: 'qingtan', year: 2026 });
    expect(page.overrides).toEqual([
      expect.objectContaining({ decision: '青政发〔2026〕1号', movedLater: 1 }),
    ]);
    const period = { from: '2026-03-01', to: '2026-03-31' };
    const stats = await app.api.ok(endpoints.oversight.replyStats, { region: 'qingtan', ...period });
    expect(stats.movedByOverride).toBe(1);
    app.clock.set('2026-03-03T00:00:00+08:00');
    expect((await off('2026-03-03')).error.code).toBe('OVERRIDE_TOO_LATE');
  });

  it('merged to hide a missed day: “each merged message keeps its own receipt and due date”', async () => {
    const late = await fresh('inquiry');
    const leader = await fresh('complaint');
    app.clock.set('2026-03-04T08:00:00+08:00');
    await app.tick();
    await app.api.ok(calls.merge, { id: late.id, into: leader.id, note: '同一件事' }, { as: story.handler });
    expect(await seen(late.id)).toMatchObject({ clock: 'overdue', dueOn: '2026-03-03', merged: true });
    await app.api.ok(calls.reply, { id: leader.id, text: ANSWER }, { as: story.handler });
    const answer = { id: leader.id, confirmed: true, deliverTo: [late.id] };
    expect((await app.api.ok(calls.approve, answer, { as: story.reviewer })).clock).toBe('onTime');
    expect((await seen(late.id)).clock).toBe('late');
    const again = app.api.call(calls.unmerge, { id: late.id, note: '改回去' }, { as: story.handler });
    expect((await again).error.code).toBe('MESSAGE_STATE');
  });

  it('merged and never delivered: “closed only by a reply delivered to its own author”', async () => {
    const merged = await fresh('inquiry');
    const leader = await fresh('inquiry');
    await app.api.ok(
      calls.merge,
      { id: merged.id, into: leader.id, note: '同一件事' },
      { as: story.handler },
    );
    await app.api.ok(calls.reply, { id: leader.id, text: ANSWER }, { as: story.handler });
    await approve(leader.id);
    app.clock.set('2026-03-04T00:00:00+08:00');
    await app.tick();
    expect(await seen(merged.id)).toMatchObject({ status: 'open', clock: 'overdue' });
  });

  it('kind changed back and forth: “Lengthening, by whatever route: once”, “Shortening … never later than the date already promised”', async () => {
    const { id } = await fresh('inquiry');
    const change = (kind: MessageDetail['kind'], simple = false) =>
      app.api.call(
        calls.reclassify,
        { id, kind, simple, reason: 'wrongKind', text: '类型不符，改类办理' },
        { as: story.reviewer },
      );
    expect((await change('help')).body.dueOn).toBe('2026-03-09');
    app.clock.set('2026-03-03T10:00:00+08:00');
    expect((await change('inquiry', true)).body.dueOn).toBe('2026-03-04');
    expect((await change('complaint')).error.code).toBe('RECLASSIFY_TWICE');
    expect((await change('inquiry')).error.code).toBe('RECLASSIFY_TWICE');
    const { dueOn, reclassified } = await seen(id);
    expect([dueOn, reclassified]).toEqual(['2026-03-04', true]);
  });

  it('claimed and put down, or edited by the reviewer on the last evening: no clock moves, no own draft is published', async () => {
    const { id, dueOn } = await fresh('inquiry');
    await app.api.ok(calls.claim, { id }, { as: story.handler });
    await app.api.ok(calls.release, { id }, { as: story.handler });
    app.clock.set('2026-03-03T23:58:00+08:00');
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    await app.api.ok(calls.edit, { id, text: `${ANSWER}请带身份证。` }, { as: story.reviewer });
    expect((await approve(id)).error.code).toBe('REPLY_OWN_APPROVAL');
    app.clock.set('2026-03-04T00:00:00+08:00');
    expect(await seen(id)).toMatchObject({ clock: 'overdue', dueOn });
  });

  it('the clock of the server turned back: refused, and what is marked late stays late', async () => {
    const { id } = await fresh();
    app.clock.set('2026-03-04T08:00:00+08:00');
    await app.tick();
    app.clock.set('2026-03-03T12:00:00+08:00');
    const drafted = await app.api.call(calls.reply, { id, text: ANSWER }, { as: story.handler });
    expect([drafted.status, drafted.error.code]).toEqual([409, 'CLOCK_TURNED_BACK']);
    app.clock.set('2026-03-04T09:00:00+08:00');
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    expect((await approve(id)).body.clock).toBe('late');
  });
});
