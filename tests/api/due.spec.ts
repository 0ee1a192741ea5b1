import { readFileSync } from 'node:fs';
import { endpoints } from '@sunledger/shared-types';
import { CreateRegionService } from '../../backend/src/features/region/create-region.service';
import { defaultReplyRule } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls } = endpoints;

interface Case {
  receivedAt: string;
  workingDays: number;
  dueOn: string;
}
/** The repository's own copy of the worked cases. */
const cases = (
  JSON.parse(readFileSync(`${__dirname}/../deadline/deadline-cases.json`, 'utf8')) as Case[]
).filter(({ workingDays }) => workingDays === 1);

describe('the promise of a message and its reason', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2020-01-01T00:00:00+08:00' });
    story = await messageStory(app);
  });

  afterAll(() => app.stop());

  it.each(cases)('an inquiry of $receivedAt is due on $dueOn', async ({ receivedAt, dueOn }) => {
    app.clock.set(receivedAt);
    const preview = await app.api.ok(calls.duePreview, { region: 'yunxi', kind: 'inquiry' });
    const message = await givenMessage(story, { by: app.given.person() });
    expect([preview.dueOn, message.dueOn]).toEqual([dueOn, dueOn]);
  });

  it('“Citizens and staff see that list from the date”: the author and who is in charge, and nobody else', async () => {
    app.clock.set('2026-09-30T18:00:00+08:00');
    const author = await app.given.person();
    const message = await givenMessage(story, { by: author, kind: 'correction' }).assigned();
    for (const as of [author, story.handler, story.office, story.official]) {
      const due = await app.api.ok(calls.due, { id: message.id }, { as });
      expect(due).toMatchObject({ dueOn: '2026-10-10', workingDays: 3, receivedOn: '2026-09-30' });
      expect(due.days.at(-1)).toMatchObject({ date: '2026-10-10', counted: 3, reason: '周六 调休上班' });
    }
    expect((await app.api.call(calls.due, { id: message.id }, { as: story.stranger })).status).toBe(404);
    expect((await app.api.call(calls.due, { id: message.id })).status).toBe(401);
  });

  it('an answered public message explains its day to nobody but author and staff', async () => {
    app.clock.set('2026-03-02T10:00:00+08:00');
    const { id } = await givenMessage(story, { by: app.given.person(), public: true }).answered();
    expect((await app.api.call(calls.get, { id }, { as: story.stranger })).status).toBe(200);
    expect((await app.api.call(calls.due, { id }, { as: story.stranger })).status).toBe(404);
  });

  it('refuses a year that cannot be known, naming it', async () => {
    app.clock.set('2030-12-31T10:00:00+08:00');
    const answer = await app.api.call(calls.duePreview, { region: 'yunxi', kind: 'inquiry' });
    expect([answer.status, answer.error.code]).toEqual([422, 'CALENDAR_YEAR_UNKNOWN']);
    expect(answer.error.message).toContain('2031');
    const sent = await app.api.call(
      calls.submit,
      { region: 'yunxi', kind: 'inquiry', text: '跨年的问题怎么办理？' },
      { as: story.citizen },
    );
    expect(sent.error.code).toBe('CALENDAR_YEAR_UNKNOWN');
  });

  it('a message is judged by the rule and the calendar of its day', async () => {
    app.clock.set('2026-04-07T10:00:00+08:00');
    const before = await givenMessage(story, { by: app.given.person(), kind: 'complaint' });
    const regions = app.get(CreateRegionService);
    const days = { ...defaultReplyRule.days, complaint: 7 };
    await regions.addReplyRule(app.ctx(), story.region.id, {
      rule: { ...defaultReplyRule, days, promisedIn: '云政公开〔2026〕3号' },
      source: '云政公开〔2026〕3号',
      effectiveFrom: '2026-04-08',
    });
    app.clock.set('2026-04-08T10:00:00+08:00');
    const after = await givenMessage(story, { by: app.given.person(), kind: 'complaint' });
    expect(await app.api.ok(calls.due, { id: before.id }, { as: story.office })).toMatchObject({
      workingDays: 15,
    });
    expect(await app.api.ok(calls.due, { id: after.id }, { as: story.office })).toMatchObject({
      workingDays: 7,
      dueOn: '2026-04-17',
      rule: { promisedIn: '云政公开〔2026〕3号' },
    });
    await regions.addCalendarOverride(app.ctx(), story.region.id, {
      day: '2026-04-16',
      working: false,
      decision: '云溪县人民政府关于传统节日放假的通知',
    });
    const moved = await givenMessage(story, { by: app.given.person(), kind: 'complaint' });
    expect(moved.dueOn).toBe('2026-04-20');
    const elsewhere = await givenMessage(story, {
      by: app.given.person(),
      kind: 'complaint',
      region: 'binjiang',
    });
    expect(elsewhere.dueOn).toBe('2026-04-29');
  });
});
