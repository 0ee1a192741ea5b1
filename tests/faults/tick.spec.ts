import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const SECRET = 'a secret of the platform’s timer, long enough';
const deploy = resolve(__dirname, '../../backend/deploy');

describe('the tick of a platform’s timer', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00', environment: { TICK_SECRET: SECRET } });
    story = await messageStory(app);
  });

  afterAll(() => app.stop());

  const knock = (header?: string) =>
    app.api.raw('/tick', { method: 'POST', headers: header ? { 'x-sunledger-tick': header } : {} });
  const signed = (seconds: number, secret = SECRET): string =>
    `t=${seconds},v1=${createHmac('sha256', secret).update(`tick ${seconds}`).digest('hex')}`;
  const now = (): number => Math.floor(Date.now() / 1000);
  const marks = async (id: number): Promise<number> => {
    const seen = await app.api.ok(endpoints.message.get, { id }, { as: story.office });
    return seen.events.filter((event) => event.code === 'overdue').length;
  };

  it('alone makes the sweep right: a day missed while nothing ran is marked once, however often it knocks', async () => {
    const message = await givenMessage(story).assigned();
    app.clock.set('2026-03-09T10:00:00+08:00');
    expect(await marks(message.id)).toBe(0);
    const answers = await Promise.all([1, 2, 3].map(() => knock(signed(now()))));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(await marks(message.id)).toBe(1);
    expect((await knock(signed(now()))).status).toBe(200);
    expect(await marks(message.id)).toBe(1);
    const { items } = await app.api.ok(endpoints.notification.list, {}, { as: story.handler });
    expect(items.length).toBeGreaterThan(0);
  });

  it('is heard from the script of the deployment', async () => {
    const run = promisify(execFile)(process.execPath, [`${deploy}/tick.mjs`], {
      env: { ...process.env, TICK_URL: `${app.url}/tick`, TICK_SECRET: SECRET },
    });
    expect((await run).stdout).toContain('200');
  });

  it('is refused unsigned, signed by another key, or old', async () => {
    const refused = [
      undefined,
      'nonsense',
      signed(now(), 'another key that is long enough, too'),
      signed(now() - 400),
      signed(now() + 400),
      signed(now()).replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    ];
    for (const header of refused) expect((await knock(header)).status).toBe(401);
  });

  it('is no door where no secret is set', async () => {
    const plain = await startApp({}, '_plain');
    const answer = await plain.api.raw('/tick', {
      method: 'POST',
      headers: { 'x-sunledger-tick': signed(now()) },
    });
    await plain.stop();
    expect(answer.status).toBe(404);
  });
});
