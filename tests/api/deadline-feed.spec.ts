import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { deadlineFeed: calls } = endpoints;

/** The events of a calendar as their lines, unfolded. */
const eventsOf = (calendar: string): string[][] =>
  calendar
    .replace(/\r\n /g, '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) => event.split('\r\n'));

describe('calendars of deadlines', () => {
  let app: TestApp;
  let ledger: Ledger;
  let handler: GivenPerson;

  beforeAll(async () => {
    app = await startApp({
      now: '2026-03-02T10:00:00+08:00',
      environment: { PUBLIC_URL: 'https://ledger.example.gov.cn/' },
    });
    ledger = await givenLedger(app);
    await ledger.published();
    handler = await ledger.staff(ledger.units.education, 'handler');
  });

  afterAll(() => app.stop());

  const read = async (path: string) => {
    const response = await app.api.raw(`/api/v1${path}`);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  const ofUnit = (unit: number, code = 'yunxi') => read(`/regions/${code}/units/${unit}/deadlines.ics`);

  it('hold the dated tasks of a unit for everybody, the same id whatever becomes of them', async () => {
    const calendar = await ofUnit(ledger.units.education.id);
    expect(calendar).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
    const [event = [], ...others] = eventsOf(calendar.text);
    expect(others).toEqual([]);
    const task = await ledger.task(1, '2');
    const uid = `UID:task-${task.id}@yunxi.sunledger`;
    expect(event).toEqual(
      expect.arrayContaining([
        uid,
        'DTSTART;VALUE=DATE:20260630',
        'SUMMARY:○未开始 第2项 公开义务教育招生政策和学区划分',
        `URL:https://ledger.example.gov.cn/citizen/task/index?id=${task.id}`,
      ]),
    );
    expect((await ofUnit(ledger.units.education.id)).text).toBe(calendar.text);
    app.clock.set('2026-07-02T10:00:00+08:00');
    const [later = []] = eventsOf((await ofUnit(ledger.units.education.id)).text);
    expect(later).toEqual(expect.arrayContaining([uid, expect.stringContaining('▲逾期')]));
    app.clock.set('2026-03-02T10:00:00+08:00');
  });

  it('reach the members of collective units; a continuous task without a date is no event', async () => {
    const events = eventsOf((await ofUnit(ledger.units.townA.id)).text);
    const starts = events.map((event) => event.find((line) => line.startsWith('DTSTART')));
    expect(starts).toContain('DTSTART;VALUE=DATE:20260930');
    expect(starts).not.toContain(undefined);
  });

  it('are no calendar of another region', async () => {
    const elsewhere = await app.given.region({ code: 'binjiang', name: '滨江新区' });
    expect((await ofUnit(elsewhere.office.id)).status).toBe(404);
    expect((await ofUnit(ledger.units.education.id, 'binjiang')).status).toBe(404);
    expect((await ofUnit(999_999)).status).toBe(404);
    expect((await read('/regions/yunxi/units/x/deadlines.ics')).status).toBe(404);
  });

  describe('of one’s own', () => {
    const open = (as: GivenPerson | null, unit = ledger.units.education.id) =>
      app.api.call(calls.open, { unit }, { as });

    it('add the messages that wait, by number and never by text; a new address ends the old one', async () => {
      const citizen = await app.given.person({ name: '王小明' });
      const message = await app.api.ok(
        endpoints.message.submit,
        { region: 'yunxi', kind: 'complaint', text: '学区划分不合理，请说明依据。' },
        { as: citizen },
      );
      const assign = { id: message.id, unitId: ledger.units.education.id };
      await app.api.ok(endpoints.message.assign, assign, { as: ledger.office });
      const first = await open(handler);
      expect(first.status).toBe(201);
      const calendar = await read(first.body.path);
      expect(calendar.status).toBe(200);
      const events = eventsOf(calendar.text).map((event) => event.join('\n'));
      expect(events).toHaveLength(2);
      expect(events[1]).toContain(`SUMMARY:答复投诉 ${message.number}`);
      expect(calendar.text).not.toMatch(/学区划分不合理|王小明/);
      const second = await open(handler);
      expect((await read(first.body.path)).status).toBe(404);
      expect((await read(second.body.path)).status).toBe(200);
      const { items } = await app.api.ok(calls.mine, {}, { as: handler });
      expect(items).toMatchObject([{ unit: { name: '县教育局' }, regionCode: 'yunxi' }]);
      await app.api.ok(calls.close, { unit: ledger.units.education.id }, { as: handler });
      expect((await read(second.body.path)).status).toBe(404);
    });

    it('are for those who answer for the unit, and end with their membership', async () => {
      const other = await ledger.staff(ledger.units.health, 'handler');
      const region = await app.given.region({ code: 'other', name: '别处' });
      const stranger = await app.given.person({ region, role: 'office' });
      const citizen = await app.given.person();
      const refused = async (as: GivenPerson | null) => {
        const answer = await open(as);
        return [answer.status, answer.error.code];
      };
      expect(await refused(null)).toEqual([401, 'SIGN_IN_REQUIRED']);
      expect(await refused(citizen)).toEqual([403, 'ROLE_REQUIRED']);
      expect(await refused(other)).toEqual([403, 'OTHER_UNIT']);
      expect(await refused(stranger)).toEqual([422, 'UNIT_NOT_FOUND']);
      expect((await app.api.call(calls.mine, {})).error.code).toBe('SIGN_IN_REQUIRED');
      expect((await open(ledger.office)).status).toBe(201);
      const { body } = await open(handler);
      await app.database.dataSource.query('DELETE FROM membership WHERE account_id = ?', [
        handler.actor.accountId,
      ]);
      expect((await read(body.path)).status).toBe(404);
    });

    it('cannot be guessed: a wrong or a malformed secret is nothing', async () => {
      const wrong = `/calendar-feeds/${'A'.repeat(43)}.ics`;
      for (const path of [wrong, '/calendar-feeds/short.ics', '/calendar-feeds/1.ics']) {
        expect((await read(path)).status).toBe(404);
      }
    });
  });
});
