import { endpoints } from '@sunledger/shared-types';
import { startApp } from '../support/app';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';
import { asPerson, wechatWorld, type WechatWorld } from '../support/wechat/wechat-world';

const { get, list, decide } = endpoints.screening;

describe('content checks', () => {
  let world: WechatWorld;
  let story: MessageStory;
  let citizen: { accessToken: string };

  beforeAll(async () => {
    world = await wechatWorld({ now: '2026-03-02T09:00:00+08:00' });
    story = await messageStory(world.app);
    citizen = asPerson(await world.signIn('openid-1'));
  });

  afterAll(() => world.stop());

  const send = async (text: string) => {
    const message = { region: 'yunxi', kind: 'inquiry' as const, text, public: true };
    const { id } = await world.app.api.ok(endpoints.message.submit, message, { as: citizen });
    await world.app.tick();
    await world.app.api.ok(endpoints.message.assign, { id, unitId: story.unit.id }, { as: story.office });
    return id;
  };
  const stateOf = async (id: number) =>
    (await world.app.api.ok(get, { id }, { as: story.reviewer })).screening?.state ?? null;
  const approve = async (id: number, makePublic = true) => {
    const { api } = world.app;
    await api.ok(
      endpoints.message.reply,
      { id, text: '请到便民服务中心二楼窗口办理。' },
      { as: story.handler },
    );
    return api.call(endpoints.message.approve, { id, confirmed: true, makePublic }, { as: story.reviewer });
  };

  it('a text without doubt goes its way and nobody is asked', async () => {
    const id = await send('社保卡在哪里补办？');
    expect(await stateOf(id)).toBe('pass');
    expect((await approve(id)).body).toMatchObject({ status: 'answered', public: true });
    const late = await world.app.api.call(
      decide,
      { id, publish: false, note: '改主意' },
      { as: story.reviewer },
    );
    expect([late.status, late.error.code]).toEqual([409, 'SCREENING_NONE']);
  });

  it('a risky text is kept, handled and answered; only its publication waits', async () => {
    const id = await send('这里有违规示例，请问怎么办？');
    expect(await stateOf(id)).toBe('held');
    const { screening } = await world.app.api.ok(get, { id }, { as: story.office });
    expect(screening?.doubt).toBe('疑似涉政内容');
    expect((await world.app.api.ok(endpoints.message.get, { id }, { as: citizen })).text).toContain(
      '违规示例',
    );
    expect((await approve(id)).error.code).toBe('SCREENING_OPEN');
    // The clock is stopped by the answer, not by the check.
    const answered = await world.app.api.call(
      endpoints.message.approve,
      { id, confirmed: true, makePublic: false },
      { as: story.reviewer },
    );
    expect(answered.body).toMatchObject({ status: 'answered', clock: 'onTime', public: false });
  });

  it('a person’s no is a no, and a yes a yes', async () => {
    const id = await send('违规示例：请问几点开门？');
    const { api } = world.app;
    await api.ok(decide, { id, publish: false, note: '用语不当' }, { as: story.reviewer });
    expect((await approve(id)).error.code).toBe('SCREENING_REFUSED');
    await api.ok(decide, { id, publish: true, note: '复核后可以公开' }, { as: story.office });
    const done = await api.call(endpoints.message.approve, { id, confirmed: true }, { as: story.reviewer });
    expect(done.body).toMatchObject({ public: true });
  });

  it('the author is told honestly, the public nothing', async () => {
    const { api } = world.app;
    const id = await send('存疑示例：老年卡在哪里换？');
    const seen = async (as?: { accessToken: string }) =>
      (await api.ok(endpoints.message.get, { id }, as ? { as } : {})).publication;
    expect(await seen(citizen)).toEqual({ state: 'checking', reason: null });
    await api.ok(decide, { id, publish: false, note: '含有他人姓名' }, { as: story.reviewer });
    expect(await seen(citizen)).toEqual({ state: 'withheld', reason: '含有他人姓名' });
    await api.ok(decide, { id, publish: true, note: '已征得同意' }, { as: story.office });
    expect(await seen(citizen)).toBeNull();
    await approve(id);
    expect(await seen()).toBeNull();
  });

  it('what nobody wants public, or is answered already, asks nobody', async () => {
    const { api } = world.app;
    const ids = async () =>
      (await api.ok(list, { code: 'yunxi', limit: 100 }, { as: story.office })).items.map(
        (item) => item.message?.id,
      );
    const hushed = await api.ok(
      endpoints.message.submit,
      { region: 'yunxi', kind: 'inquiry', text: '违规示例，请不要公开。' },
      { as: citizen },
    );
    const id = await send('违规示例，答复以后呢？');
    expect(await ids()).toContain(id);
    expect(await ids()).not.toContain(hushed.id);
    await approve(id, false);
    expect(await ids()).not.toContain(id);
  });

  it('while WeChat is down the message waits as pending, and is checked when it is back', async () => {
    const { wechat, app } = world;
    wechat.trouble('/wxa/msg_sec_check', { status: 502 }, { status: 502 }, { status: 502 });
    const id = await send('图书馆周末开门吗？');
    expect(await stateOf(id)).toBe('pending');
    expect((await approve(id)).error.code).toBe('SCREENING_OPEN');
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 60_000);
    try {
      await app.tick();
    } finally {
      clock.mockRestore();
    }
    expect(await stateOf(id)).toBe('pass');
  });

  it('who has not been in WeChat for two hours, or is not there at all, is judged by a person', async () => {
    world.wechat.state.user('openid-1').seenAt = Date.now() - 3 * 3600_000;
    expect(await stateOf(await send('公交首班车几点？'))).toBe('held');
    world.wechat.state.user('openid-1').seenAt = Date.now();
    const { id } = await givenMessage(story, { public: true }).assigned();
    await world.app.tick();
    const { screening } = await world.app.api.ok(get, { id }, { as: story.office });
    expect(screening).toMatchObject({ state: 'held', doubt: '不是从微信小程序提交，没有检测' });
  });

  it('who decides sees what waits with its count, the unit its own, the office all; nobody else', async () => {
    const { api } = world.app;
    const { items, waiting } = await api.ok(list, { code: 'yunxi', limit: 2 }, { as: story.office });
    expect(items).toHaveLength(2);
    expect(waiting).toBeGreaterThanOrEqual(2);
    expect(items[0]).toMatchObject({ kind: 'message', unit: { name: '县住房和城乡建设局' }, photo: null });
    const own = await api.ok(list, { code: 'yunxi' }, { as: story.reviewer });
    expect(own.waiting).toBe(waiting);
    expect(own.items.map((item) => item.message?.text)).toContain('公交首班车几点？');
    expect(await api.ok(list, { code: 'yunxi' }, { as: story.otherReviewer })).toMatchObject({
      items: [],
      waiting: 0,
    });
    expect((await api.call(list, { code: 'yunxi' })).status).toBe(401);
    expect((await api.call(list, { code: 'yunxi' }, { as: story.handler })).status).toBe(403);
    expect((await api.call(list, { code: 'yunxi' }, { as: story.officeElsewhere })).status).toBe(404);
    const [first] = items;
    const id = first?.message?.id ?? 0;
    expect((await api.call(get, { id }, { as: citizen })).status).toBe(403);
    expect((await api.call(get, { id }, { as: story.otherHandler })).status).toBe(404);
    expect((await api.call(decide, { id, publish: true, note: '可以' }, { as: story.handler })).status).toBe(
      403,
    );
    const elsewhere = api.call(decide, { id, publish: true, note: '可以' }, { as: story.officeElsewhere });
    expect((await elsewhere).status).toBe(404);
    const bad = await api.call(decide, { id, publish: true, note: '' }, { as: story.office });
    expect(bad.error.details?.[0]?.field).toBe('note');
  });

  it('what WeChat never answers goes to a person after two hours', async () => {
    const { wechat, app } = world;
    wechat.trouble('/wxa/msg_sec_check', { status: 502 }, { status: 502 }, { status: 502 });
    const id = await send('游泳馆周末开门吗？');
    expect(await stateOf(id)).toBe('pending');
    app.clock.advance(2 * 3600_000 + 60_000);
    await app.tick();
    const { screening } = await app.api.ok(get, { id }, { as: story.office });
    expect(screening).toMatchObject({ state: 'held', doubt: '微信没有及时给出结果' });
  });
});

describe('without WeChat', () => {
  it('staff review alone publishes, as before', async () => {
    const app = await startApp();
    try {
      const story = await messageStory(app);
      const { id } = await givenMessage(story, { public: true }).answered();
      expect(await app.api.ok(get, { id }, { as: story.office })).toEqual({ screening: null });
      expect(await app.api.ok(endpoints.message.get, { id })).toMatchObject({ public: true });
    } finally {
      await app.stop();
    }
  });
});
