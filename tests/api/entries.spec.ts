import { ENTRY_PAGE, endpoints, sceneOf } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { WechatStandIn } from '../support/wechat/wechat-stand-in';

describe('codes on notices', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ now: '2026-02-13T17:45:00+08:00' });
  });
  afterAll(() => app.stop());

  it('lead to their region', async () => {
    const region = await app.given.region({ code: 'yunxi', name: '云溪县' });
    const place = await app.api.ok(endpoints.entry.look, { scene: sceneOf({ to: 'write', id: region.id }) });
    expect(place).toEqual({ code: 'yunxi', name: '云溪县' });
  });

  it('without WeChat there is a place and no picture', async () => {
    const region = await app.given.region({ code: 'binjiang', name: '滨江新区' });
    const scene = sceneOf({ to: 'write', id: region.id });
    expect(await app.api.ok(endpoints.entry.picture, { scene })).toEqual({ image: null });
  });

  it.each(['u12', 'w999999', 'm1', 'x1', 'abc', 'a1b2c3d4e5f6a1b2c3d4e5f6'])(
    '“%s” is nobody’s: no place and no picture, and nothing is told of a message',
    async (scene) => {
      const look = await app.api.call(endpoints.entry.look, { scene });
      const picture = await app.api.call(endpoints.entry.picture, { scene });
      expect([look.status, look.error.code, picture.status]).toEqual([
        404,
        scene.startsWith('w') ? 'REGION_NOT_FOUND' : 'ENTRY_NOT_FOUND',
        404,
      ]);
    },
  );

  it('a scene longer than WeChat’s is no address', async () => {
    const answer = await app.api.call(endpoints.entry.look, { scene: `w${'1'.repeat(40)}` });
    expect([answer.status, answer.error.code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('with WeChat', () => {
  let wechat: WechatStandIn;
  let app: TestApp;
  beforeAll(async () => {
    wechat = await WechatStandIn.start();
    app = await startApp({ environment: wechat.environment() });
  });
  afterAll(async () => {
    await app.stop();
    await wechat.stop();
  });

  it('the picture opens the page for codes, and WeChat draws it once', async () => {
    const region = await app.given.region({ code: 'yunxi', name: '云溪县' });
    const scene = sceneOf({ to: 'write', id: region.id });
    const first = await app.api.ok(endpoints.entry.picture, { scene });
    expect(first.image).toMatch(/^data:image\/png;base64,/);
    expect(await app.api.ok(endpoints.entry.picture, { scene })).toEqual(first);
    expect(wechat.state.codes).toEqual([{ scene, page: ENTRY_PAGE }]);
  });

  it('staff show the code of a message to its author; a stranger has none drawn', async () => {
    const region = await app.given.region({ code: 'binjiang', name: '滨江新区' });
    const handler = await app.given.person({
      region,
      role: 'handler',
      unit: await app.given.unit(region, '县教育局'),
    });
    const before = wechat.state.codes.length;
    const scene = sceneOf({ to: 'message', id: 7 });
    expect((await app.api.call(endpoints.entry.picture, { scene })).status).toBe(404);
    const citizen = await app.given.person({});
    expect((await app.api.call(endpoints.entry.picture, { scene }, { as: citizen })).status).toBe(404);
    expect(wechat.state.codes).toHaveLength(before);
    expect((await app.api.ok(endpoints.entry.picture, { scene }, { as: handler })).image).not.toBeNull();
  });

  it('a WeChat that gives none leaves the page without a picture, and is asked again', async () => {
    const region = await app.given.region({ code: 'qingshan', name: '青山区' });
    const scene = sceneOf({ to: 'write', id: region.id });
    wechat.trouble('/wxa/getwxacodeunlimit', { errcode: 45009 });
    expect((await app.api.ok(endpoints.entry.picture, { scene })).image).toBeNull();
    expect((await app.api.ok(endpoints.entry.picture, { scene })).image).not.toBeNull();
  });
});
