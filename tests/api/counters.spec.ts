import { endpoints } from '@sunledger/shared-types';
import type { GivenPerson } from '../support/given';
import { messageStory, type MessageStory } from '../support/given/message.given';
import { startApp } from '../support/app';
import { asPerson, wechatWorld, type WechatWorld } from '../support/wechat/wechat-world';

const { counter: calls, message } = endpoints;

describe('counters and their codes', () => {
  let world: WechatWorld;
  let story: MessageStory;
  let visitor: { accessToken: string };

  beforeAll(async () => {
    world = await wechatWorld(
      { now: '2026-03-02T09:00:00+08:00' },
      { PUBLIC_URL: 'https://ledger.example.gov.cn/' },
    );
    story = await messageStory(world.app);
    visitor = asPerson(await world.signIn('openid-visitor'));
  });

  afterAll(() => world.stop());

  let counters = 0;
  const made = async (name = `二楼${++counters}号窗口`) =>
    world.app.api.ok(calls.create, { code: 'yunxi', unitId: story.unit.id, name }, { as: story.office });
  const refusal = async (call: Promise<{ status: number; error: { code: string } }>) => {
    const { status, error } = await call;
    return [status, error.code];
  };

  it('a counter gets a mini-program code whose scene leads to it', async () => {
    const { id, key, unit } = await made();
    expect(unit.name).toBe('县住房和城乡建设局');
    const { image, address } = await world.app.api.ok(
      calls.picture,
      { code: 'yunxi', id },
      { as: story.office },
    );
    expect(image).toMatch(/^data:image\/png;base64,iVBOR/);
    expect(address).toBe(`https://ledger.example.gov.cn/citizen/counter/index?scene=${key}`);
    expect(world.wechat.state.codes.at(-1)).toEqual({ scene: key, page: 'citizen/counter/index' });
    expect(await world.app.api.ok(calls.look, { key })).toEqual({
      key,
      name: '二楼1号窗口',
      unit,
      regionCode: 'yunxi',
      regionName: '云溪县',
    });
  });

  it('is rated once a day by everybody who was there, and the office sees how it goes', async () => {
    const { api, clock } = world.app;
    const { id, key } = await made();
    const rate = (as: { accessToken: string }, level: number, text?: string) =>
      api.call(calls.rate, { key, level, ...(text ? { text } : {}) }, { as });
    expect((await rate(visitor, 5)).status).toBe(201);
    expect(await refusal(rate(visitor, 1))).toEqual([409, 'COUNTER_RATED']);
    expect((await rate(story.citizen, 1, '排了一个小时')).status).toBe(201);
    clock.set('2026-03-03T09:00:00+08:00');
    expect((await rate(visitor, 4)).status).toBe(201);
    const { items } = await api.ok(calls.list, { code: 'yunxi' }, { as: story.office });
    expect(items.find((item) => item.id === id)?.ratings).toEqual({ total: 3, satisfied: 2, low: 1 });
    const words = await api.ok(calls.ratings, { code: 'yunxi', id }, { as: story.office });
    expect(words.items.map(({ level, text }) => [level, text])).toEqual([
      [4, null],
      [1, '排了一个小时'],
      [5, null],
    ]);
    expect(JSON.stringify(words)).not.toContain('王小明');
  });

  it('a message written there goes to its unit at once, on the usual clock', async () => {
    const { key } = await made();
    const sent = { region: 'yunxi', kind: 'complaint' as const, text: '窗口中午没有人，白跑一趟。' };
    const { unit, dueOn } = await world.app.api.ok(
      message.submit,
      { ...sent, counter: key },
      { as: visitor },
    );
    expect([unit.id, dueOn]).toEqual([story.unit.id, '2026-03-24']);
    const elsewhere = world.app.api.call(
      message.submit,
      { ...sent, region: 'binjiang', counter: key },
      { as: visitor },
    );
    expect(await refusal(elsewhere)).toEqual([404, 'COUNTER_NOT_FOUND']);
  });

  it('out of use, its code leads nowhere and its ratings stay', async () => {
    const { api } = world.app;
    const { id, key } = await made();
    await api.ok(calls.rate, { key, level: 3 }, { as: visitor });
    expect((await api.ok(calls.close, { code: 'yunxi', id }, { as: story.office })).closed).toBe(true);
    expect(await refusal(api.call(calls.look, { key }))).toEqual([404, 'COUNTER_NOT_FOUND']);
    expect(await refusal(api.call(calls.rate, { key, level: 3 }, { as: story.citizen }))).toEqual([
      404,
      'COUNTER_NOT_FOUND',
    ]);
    const { items } = await api.ok(calls.ratings, { code: 'yunxi', id }, { as: story.office });
    expect(items).toHaveLength(1);
  });

  it('belongs to the office of its region; bad input is told', async () => {
    const { api } = world.app;
    const { id, name } = await made();
    const twice = { code: 'yunxi', unitId: story.unit.id, name };
    expect(await refusal(api.call(calls.create, twice, { as: story.office }))).toEqual([
      409,
      'COUNTER_EXISTS',
    ]);
    const people: [GivenPerson | undefined, number][] = [
      [undefined, 401],
      [story.handler, 403],
      [story.officeElsewhere, 404],
    ];
    for (const [as, status] of people) {
      const by = as ? { as } : {};
      expect((await api.call(calls.list, { code: 'yunxi' }, by)).status).toBe(status);
      expect((await api.call(calls.create, { ...twice, name: '别的' }, by)).status).toBe(status);
      for (const endpoint of [calls.close, calls.picture, calls.ratings])
        expect((await api.call(endpoint, { code: 'yunxi', id }, by)).status).toBe(status);
    }
    const other = api.call(calls.picture, { code: 'binjiang', id }, { as: story.officeElsewhere });
    expect(await refusal(other)).toEqual([404, 'COUNTER_NOT_FOUND']);
    const foreign = { code: 'binjiang', unitId: story.unit.id, name: '别家窗口' };
    expect((await api.call(calls.create, foreign, { as: story.officeElsewhere })).error.code).toBe(
      'UNIT_NOT_FOUND',
    );
    expect((await api.call(calls.create, { ...twice, name: '' }, { as: story.office })).status).toBe(422);
    expect((await api.call(calls.look, { key: 'abc' })).status).toBe(404);
    expect((await api.call(calls.rate, { key: 'ABCDEFGHJK', level: 3 })).status).toBe(401);
    const { key } = await made();
    expect((await api.call(calls.rate, { key, level: 6 }, { as: visitor })).status).toBe(422);
  });

  it('an invitation is a mini-program code too', async () => {
    const { secret, image } = await world.app.api.ok(
      endpoints.invitation.create,
      { code: 'yunxi', unitId: story.unit.id, role: 'handler' },
      { as: story.office },
    );
    expect(image).toMatch(/^data:image\/png/);
    expect(world.wechat.state.codes.at(-1)).toEqual({ scene: secret, page: 'citizen/join/index' });
    world.wechat.trouble('/wxa/getwxacodeunlimit', { errcode: 41030 });
    const plain = await world.app.api.ok(
      endpoints.invitation.create,
      { code: 'yunxi', unitId: story.unit.id, role: 'handler' },
      { as: story.office },
    );
    expect([plain.image, plain.secret.length]).toEqual([null, 12]);
  });
});

describe('without WeChat', () => {
  it('there is no picture, and the address for a plain code', async () => {
    const app = await startApp();
    try {
      const story = await messageStory(app);
      const { id, key } = await app.api.ok(
        calls.create,
        { code: 'yunxi', unitId: story.unit.id, name: '一楼大厅' },
        { as: story.office },
      );
      expect(await app.api.ok(calls.picture, { code: 'yunxi', id }, { as: story.office })).toEqual({
        image: null,
        address: `/citizen/counter/index?scene=${key}`,
      });
    } finally {
      await app.stop();
    }
  });
});
