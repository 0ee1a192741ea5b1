import { endpoints, type MessageDetail } from '@sunledger/shared-types';
import { notice2027 } from '../../backend/src/features/deadline/invented-notice.fixture';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const calls = endpoints.calendar;

/**
 * W6 The calendar changes: a made-up notice for 2027 is imported. Provisional dates become final, a later
 * date is applied, an earlier one waits for the office, people are told, closed items stay as they are.
 */
describe('W6 the calendar changes', () => {
  let app: TestApp;
  let story: MessageStory;
  let admin: GivenPerson;
  /** Due on the same day by both calendars, later, earlier, and answered before the notice. */
  let same: MessageDetail;
  let later: MessageDetail;
  let earlier: MessageDetail;
  let closed: MessageDetail;

  const shown = (message: MessageDetail): Promise<MessageDetail> =>
    app.api.ok(endpoints.message.get, { id: message.id }, { as: story.citizen });
  const datesOf = async (...messages: MessageDetail[]): Promise<[string, boolean][]> => {
    const now = await Promise.all(messages.map(shown));
    return now.map((message) => [message.dueOn, message.provisional]);
  };
  /** Everything that a second run could have changed. */
  const state = async (): Promise<unknown> => ({
    messages: await Promise.all([same, later, earlier, closed].map(shown)),
    told: [await notes(story.citizen), await notes(story.handler), await notes(story.office)],
    proposals: await app.api.ok(calls.proposals, { code: 'yunxi' }, { as: story.office }),
  });
  const notes = async (as: GivenPerson): Promise<string[]> =>
    (await app.api.ok(endpoints.notification.list, { limit: 100 }, { as })).items.map((note) => note.text);

  beforeAll(async () => {
    app = await startApp({ now: '2026-10-30T10:00:00+08:00' });
    story = await messageStory(app);
    admin = await app.given.person({ name: '系统管理员', role: 'admin' });
  });

  afterAll(() => app.stop());

  it('a deadline that needs an unknown year is provisional and says so', async () => {
    const page = await app.api.ok(calls.page, { code: 'yunxi', year: 2027 });
    expect(page).toMatchObject({
      published: false,
      source: null,
      provisionalNote: '暂定，以国务院办公厅通知为准',
      missingYear: null,
    });
    expect(page.marks.filter((mark) => mark.basis === 'statutory')).toHaveLength(13);
  });

  it('from 1 November the office is warned, once a day, until the calendar is there', async () => {
    await app.tick();
    const warnings = async (): Promise<string[]> =>
      (await notes(story.office)).filter((text) => text.includes('2027年放假安排还没有导入'));
    expect(await warnings()).toEqual([]);
    app.clock.set('2026-11-01T09:00:00+08:00');
    await app.tick();
    await app.tick();
    expect(await warnings()).toHaveLength(1);
    app.clock.set('2026-11-02T09:00:00+08:00');
    await app.tick();
    expect(await warnings()).toHaveLength(2);
    expect(await notes(story.handler)).toEqual([]);
  });

  it('citizens write; the promises reach into 2027', async () => {
    app.clock.set('2026-12-31T10:00:00+08:00');
    closed = await givenMessage(story, { kind: 'suggestion' }).answered();
    app.clock.set('2027-01-20T10:00:00+08:00');
    same = await givenMessage(story, { kind: 'suggestion' }).assigned();
    later = await givenMessage(story, { kind: 'complaint' }).assigned();
    app.clock.set('2027-01-28T10:00:00+08:00');
    earlier = await givenMessage(story, { kind: 'help' }).assigned();
    expect([closed, same, later, earlier].map((each) => [each.dueOn, each.provisional])).toEqual([
      ['2027-01-12', true],
      ['2027-01-29', true],
      ['2027-02-12', true],
      ['2027-02-04', true],
    ]);
    app.clock.set('2027-01-29T10:00:00+08:00');
    await app.tick();
  });

  it('the admin pastes the notice and sees the calendar page and what would move', async () => {
    const preview = await app.api.ok(calls.previewYears, { text: notice2027 }, { as: admin });
    expect(preview.years).toEqual([
      expect.objectContaining({ year: 2027, source: '国办发明电〔2099〕1号', state: 'new', warnings: [] }),
    ]);
    expect(preview.years[0]?.workWeekends).toContain('2027-01-31');
    expect(preview.moves).toEqual({ later: 1, earlier: 1, settled: 1, examined: 3, complete: true });
    expect((await shown(later)).dueOn).toBe('2027-02-12');
  });

  it('provisional dates turn final: a later one is applied, an earlier one is not', async () => {
    const imported = await app.api.ok(calls.importYears, { text: notice2027 }, { as: admin });
    expect(imported.years).toEqual([
      { year: 2027, source: '国办发明电〔2099〕1号', version: 1, changed: true },
    ]);
    await app.tick();
    expect(await datesOf(same, later, earlier)).toEqual([
      ['2027-01-29', false],
      ['2027-02-17', false],
      ['2027-02-04', false],
    ]);
    const due = await app.api.ok(endpoints.message.due, { id: later.id }, { as: story.citizen });
    expect(due).toMatchObject({ dueOn: '2027-02-17', provisionalNote: null });
    expect(due.days).toContainEqual(
      expect.objectContaining({ date: '2027-01-31', counted: 8, reason: '周日 调休上班' }),
    );
  });

  it('old and new dates are in the chain, and the people are told', async () => {
    const { events } = await shown(later);
    expect(events.map((event) => [event.code, event.dueOn])).toEqual([
      ['received', '2027-02-12'],
      ['assigned', undefined],
      ['dueMoved', '2027-02-17'],
    ]);
    expect(await notes(story.citizen)).toEqual(
      expect.arrayContaining([
        `您的留言 ${later.number}：放假安排已公布，最迟答复日由2月12日（周五）改为2月17日（周三）`,
        `您的留言 ${same.number}：放假安排已公布，最迟1月29日（周五）答复，不再是暂定`,
      ]),
    );
    expect(await notes(story.office)).toContain('有答复期限按新日历应提前，请确认');
  });

  it('the office confirms the earlier date', async () => {
    app.clock.set('2027-02-01T09:00:00+08:00');
    const proposals = await app.api.ok(calls.proposals, { code: 'yunxi' }, { as: story.office });
    expect(proposals.items).toEqual([
      expect.objectContaining({
        message: { id: earlier.id, number: earlier.number, unitName: '县住房和城乡建设局' },
        dueOn: '2027-02-04',
        proposedDueOn: '2027-02-03',
        ifConfirmedDueOn: '2027-02-03',
      }),
    ]);
    const ids = proposals.items.map((item) => item.id);
    const done = await app.api.ok(calls.confirmProposals, { code: 'yunxi', ids }, { as: story.office });
    expect(done).toEqual({ confirmed: 1, dropped: 0 });
    expect(await datesOf(earlier)).toEqual([['2027-02-03', false]]);
    await app.tick();
    expect(await notes(story.citizen)).toContain(
      `您的留言 ${earlier.number}：放假安排已公布，最迟答复日由2月4日（周四）改为2月3日（周三）`,
    );
  });

  it('run twice it changes nothing', async () => {
    const before = await state();
    await app.tick();
    await app.tick();
    const again = await app.api.ok(calls.importYears, { text: notice2027 }, { as: admin });
    expect(again.years).toEqual([expect.objectContaining({ version: 1, changed: false })]);
    await app.tick();
    expect(await state()).toEqual(before);
    const { changes } = await app.api.ok(calls.page, { code: 'yunxi', year: 2027 });
    expect(changes).toEqual([
      expect.objectContaining({
        cause: 'year',
        year: 2027,
        moves: { later: 1, earlier: 1, settled: 2 },
        finished: true,
      }),
    ]);
  });

  it('the answered one keeps the calendar that it was judged by', async () => {
    const message = await shown(closed);
    expect(message).toMatchObject({ dueOn: '2027-01-12', provisional: true, clock: 'onTime' });
    expect(message.events.map((event) => event.code)).toEqual([
      'received',
      'assigned',
      'drafted',
      'replyPublished',
      'archived',
    ]);
    const due = await app.api.ok(endpoints.message.due, { id: closed.id }, { as: story.citizen });
    expect(due).toMatchObject({ dueOn: '2027-01-12', provisional: true });
    expect(due.days).toContainEqual(
      expect.objectContaining({ date: '2027-01-01', reason: '元旦放假（暂定）' }),
    );
  });

  it('what is promised from now on is final, the page names its notice, the warning is over', async () => {
    const due = await app.api.ok(endpoints.message.duePreview, { region: 'yunxi', kind: 'inquiry' });
    expect(due).toMatchObject({ dueOn: '2027-02-02', provisional: false });
    const page = await app.api.ok(calls.page, { code: 'yunxi', year: 2027 });
    expect(page).toMatchObject({ published: true, source: '国办发明电〔2099〕1号', missingYear: null });
  });

  it('every chain verifies', async () => {
    const report = await app.get(ChainVerificationService).run(app.ctx());
    expect(report).toMatchObject({ messages: 4, faultCount: 0, firstFault: null });
  });
});
