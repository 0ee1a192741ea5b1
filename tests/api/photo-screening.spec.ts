import { endpoints, type Attachment } from '@sunledger/shared-types';
import type { GivenPerson } from '../support/given';
import { givenEvidence, type Evidence } from '../support/given/evidence.given';
import { asPerson, wechatWorld, type WechatWorld } from '../support/wechat/wechat-world';

const { list, decidePhoto } = endpoints.screening;
const OPENID = 'openid-reporter';

describe('photos on their way into public', () => {
  let world: WechatWorld;
  let evidence: Evidence;
  let handler: GivenPerson;

  beforeAll(async () => {
    world = await wechatWorld({}, { PUBLIC_URL: 'https://ledger.example.gov.cn' });
    evidence = await givenEvidence(world.app);
    const { api } = world.app;
    const session = asPerson(await world.signIn(OPENID));
    const unitId = evidence.handler.actor.memberships[0]?.unitId ?? 0;
    const { secret } = await api.ok(
      endpoints.invitation.create,
      { code: 'yunxi', unitId, role: 'handler' },
      { as: evidence.ledger.office },
    );
    await api.ok(endpoints.invitation.accept, { code: secret, name: '张报送' }, { as: session });
    handler = { ...evidence.handler, ...session };
  });

  afterAll(() => world.stop());

  const shown = async (as: GivenPerson | null = null): Promise<Attachment[]> =>
    (await world.app.api.ok(endpoints.task.get, { id: evidence.task.id }, as ? { as } : {})).progress.flatMap(
      (entry) => entry.attachments,
    );
  /** A report with one photo, approved; its check is ordered. */
  const reported = async (): Promise<{ photo: number; traceId: string; url: string }> => {
    const photo = await evidence.sent('公示栏.jpg', handler);
    const report = await evidence.report([photo.id], handler);
    await evidence.ledger.approveProgress(report.body, evidence.reviewer);
    await world.app.tick();
    const { traceId = '', url = '' } = world.wechat.state.mediaOrders.at(-1) ?? {};
    return { photo: photo.id, traceId, url };
  };
  let pushes = 0;
  const verdict = (traceId: string, suggest: string, label: number) => {
    pushes += 1;
    return world.wechat.push(`${world.app.url}/wechat/push`, {
      ToUserName: 'gh_1',
      FromUserName: OPENID,
      CreateTime: 1_700_200_000 + pushes,
      MsgType: 'event',
      Event: 'wxa_media_check',
      trace_id: traceId,
      result: { suggest, label },
      detail: [],
    });
  };
  const waiting = async () =>
    (await world.app.api.ok(list, { code: 'yunxi' }, { as: evidence.reviewer })).items;

  it('are ordered at WeChat with an address that it can open, and hidden until it answers', async () => {
    const { photo, traceId, url } = await reported();
    expect(url).toContain('https://ledger.example.gov.cn/api/v1/attachments/');
    const picture = await world.app.api.raw(url.replace('https://ledger.example.gov.cn', ''));
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await shown()).map((file) => file.id)).not.toContain(photo);
    expect((await shown(handler)).find((file) => file.id === photo)?.check).toBe('checking');
    expect(await (await verdict(traceId, 'pass', 100)).text()).toBe('success');
    const [seen] = (await shown()).filter((file) => file.id === photo);
    expect(seen).toBeDefined();
    expect(seen?.check).toBeUndefined();
  });

  it('a doubt goes to a person, who says yes', async () => {
    const { photo, traceId } = await reported();
    await verdict(traceId, 'review', 10001);
    const [item] = await waiting();
    expect(item).toMatchObject({
      kind: 'photo',
      doubt: '疑似广告',
      photo: { attachment: { id: photo, name: '公示栏.jpg' }, taskId: evidence.task.id },
    });
    expect((await shown()).map((file) => file.id)).not.toContain(photo);
    await world.app.api.ok(
      decidePhoto,
      { id: photo, publish: true, note: '是公示栏，没有广告' },
      { as: evidence.reviewer },
    );
    expect((await shown()).map((file) => file.id)).toContain(photo);
    expect(await waiting()).toEqual([]);
  });

  it('a no is a no, for its copies too', async () => {
    const { photo, traceId } = await reported();
    await verdict(traceId, 'risky', 20002);
    const no = { id: photo, publish: false, note: '照片里有居民面孔' };
    await world.app.api.ok(decidePhoto, no, { as: evidence.ledger.office });
    expect((await shown()).map((file) => file.id)).not.toContain(photo);
    const again = await evidence.report([photo], handler);
    expect(again.body.attachments.map((file) => file.check)).toEqual(['withheld']);
    const orders = world.wechat.state.mediaOrders.length;
    await world.app.tick();
    expect(world.wechat.state.mediaOrders).toHaveLength(orders);
  });

  it('a late, a doubled and an unknown verdict change nothing', async () => {
    const { photo, traceId } = await reported();
    await world.app.api.ok(
      endpoints.screening.decidePhoto,
      { id: photo, publish: false, note: '照片模糊' },
      { as: evidence.reviewer },
    );
    expect(await (await verdict(traceId, 'pass', 100)).text()).toBe('success');
    expect((await shown()).map((file) => file.id)).not.toContain(photo);
    const next = await reported();
    await verdict(next.traceId, 'pass', 100);
    await verdict(next.traceId, 'risky', 20002);
    expect((await shown()).map((file) => file.id)).toContain(next.photo);
    expect(await (await verdict('media-of-nobody', 'risky', 20002)).text()).toBe('success');
  });

  it('WeChat silent for two hours: a person decides, and its word still counts until then', async () => {
    const { photo, traceId } = await reported();
    world.app.clock.advance(2 * 3600_000 + 60_000);
    await world.app.tick();
    expect((await waiting()).map((item) => [item.photo?.attachment.id, item.doubt])).toEqual([
      [photo, '微信没有及时给出结果'],
    ]);
    await verdict(traceId, 'pass', 100);
    expect(await waiting()).toEqual([]);
  });

  it('whose sender is not in WeChat is looked at by a person; WeChat down is asked again', async () => {
    const sent = await evidence.sent('窗口.jpg');
    await evidence.report([sent.id]);
    await world.app.tick();
    expect((await waiting()).map((item) => item.photo?.attachment.id)).toEqual([sent.id]);
    const troubles = [{ status: 502 }, { status: 502 }, { status: 502 }] as const;
    world.wechat.trouble('/wxa/media_check_async', ...troubles);
    const photo = await evidence.sent('公示栏.jpg', handler);
    await evidence.report([photo.id], handler);
    const orders = world.wechat.state.mediaOrders.length;
    await world.app.tick();
    expect(world.wechat.state.mediaOrders).toHaveLength(orders);
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 60_000);
    try {
      await world.app.tick();
    } finally {
      clock.mockRestore();
    }
    expect(world.wechat.state.mediaOrders).toHaveLength(orders + 1);
  });

  it('nobody decides about a photo of one’s own, of another unit or region, or without a role', async () => {
    const [item] = await waiting();
    const id = item?.photo?.attachment.id ?? 0;
    const input = { id, publish: true, note: '可以公开' };
    const { api } = world.app;
    const statusAs = async (as?: GivenPerson) =>
      (await api.call(decidePhoto, input, as ? { as } : {})).status;
    expect(await statusAs()).toBe(401);
    expect(await statusAs(handler)).toBe(403);
    const elsewhere = await world.app.given.region({ code: 'binjiang', name: '滨江新区' });
    const stranger = await world.app.given.person({
      region: elsewhere,
      role: 'office',
      unit: elsewhere.office,
    });
    expect(await statusAs(stranger)).toBe(404);
    const other = await evidence.ledger.staff(evidence.ledger.units.health, 'reviewer');
    expect(await statusAs(other)).toBe(403);
    const bad = await api.call(decidePhoto, { ...input, note: '' }, { as: evidence.reviewer });
    expect(bad.error.details?.[0]?.field).toBe('note');
    const none = await api.call(decidePhoto, { ...input, id: 99_999 }, { as: evidence.reviewer });
    expect(none.status).toBe(404);
    const own = await evidence.sent('自报.jpg', evidence.reviewer);
    await evidence.report([own.id], evidence.reviewer);
    await world.app.tick();
    const mine = await api.call(decidePhoto, { ...input, id: own.id }, { as: evidence.reviewer });
    expect([mine.status, mine.error.code]).toEqual([403, 'SCREENING_OWN']);
  });
});
