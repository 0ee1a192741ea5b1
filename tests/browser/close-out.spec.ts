import { chromium, type Browser } from 'playwright-core';
import type { Me, Persona, TaskRow } from '@sunledger/shared-types';
import { chromiumOptions } from '../support/chromium';
import { Person } from '../support/person';
import { RunningServer } from '../support/server';

const REPORT = '全部事项已经公布，名单和办法在县政府网站可以查到。';

/** A task to its end as its people see it: the reviewer on a phone, the office at a desk. */
describe('a report is approved and its task closed out', () => {
  let server: RunningServer;
  let browser: Browser;
  let taskId = 0;
  let progressId = 0;

  beforeAll(async () => {
    server = await RunningServer.start({ demoNow: '2026-11-20T10:30:00+08:00' });
    browser = await chromium.launch(chromiumOptions());
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const call = async <T>(path: string, token: string | null, body?: object): Promise<T> => {
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const signIn = async (persona: Persona): Promise<string> =>
    (await call<{ accessToken: string }>('/auth/demo', null, { persona })).accessToken;

  it('the handler reports the end of an open task', async () => {
    const token = await signIn('handler');
    const { memberships } = await call<Me>('/me', token);
    const inbox = await call<{ items: { id: number; task: TaskRow }[] }>('/inbox?tab=task&limit=100', token);
    // One that names the handler's own unit: of a collective unit all members have to end.
    const own = new Set(memberships.map((each) => each.unitId));
    const named = inbox.items.find(({ task }) =>
      [...task.leadUnits, ...task.responsibleUnits].some((unit) => own.has(unit.id)),
    );
    taskId = named?.id ?? 0;
    const report = { text: REPORT, percent: 100, asksClose: true };
    progressId = (await call<{ id: number }>(`/tasks/${taskId}/progress`, token, report)).id;
  });

  it('the reviewer approves it on the phone', async () => {
    const reviewer = await Person.at(browser, server);
    await reviewer.signIn('reviewer');
    await reviewer.open(`/staff/progress-review/index?id=${progressId}`);
    await reviewer.see(REPORT);
    await reviewer.tap(/通过/);
    await reviewer.see('进展已公开');
    expect(reviewer.faults).toEqual([]);
    await reviewer.close();
  });

  it('the office finds it asked for, gives it a reason in writing and closes it out', async () => {
    const office = await Person.at(browser, server, { width: 1280, height: 800 });
    await office.signIn('office');
    await office.open(`/citizen/task/index?id=${taskId}`);
    await office.tap('核验销号');
    await office.see('佐证核验');
    await office.see(/完成日期将记为 2026年11月20日/);
    const done = office.page.getByRole('button', { name: '核验通过，销号' }).locator('visible=true');
    expect(await done.isDisabled()).toBe(true);
    await office.page.getByLabel('核验意见').fill('公开页面与报送内容一致');
    await done.click();
    await office.see('已销号');
    expect(office.faults).toEqual([]);
    await office.close();
  });

  it('a visitor sees the end and its day', async () => {
    const visitor = await Person.at(browser, server);
    await visitor.open(`/citizen/task/index?id=${taskId}`);
    await visitor.see(REPORT);
    await visitor.see(/首次报送完成的日期/);
    expect(visitor.faults).toEqual([]);
    await visitor.close();
  });
});
