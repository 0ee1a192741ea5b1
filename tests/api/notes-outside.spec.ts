import { createHmac } from 'node:crypto';
import { endpoints } from '@sunledger/shared-types';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';
import { asPerson, popup, TEMPLATES, wechatWorld, type WechatWorld } from '../support/wechat/wechat-world';
import { Webhook } from '../support/webhook';

const SECRET = 'sms-secret-0123456789-0123456789-x';
const { channels, setChannels, tryChannel, report } = endpoints.subscription;

describe('notes on their way out of the app', () => {
  const OPENID = 'openid-li';
  let sms: Webhook;
  let robot: Webhook;
  let world: WechatWorld;
  let story: MessageStory;
  let citizen: { accessToken: string };

  beforeAll(async () => {
    [sms, robot] = [await Webhook.start(), await Webhook.start()];
    world = await wechatWorld(
      { now: '2026-03-02T09:00:00+08:00' },
      {
        SMS_WEBHOOK_URL: sms.url,
        SMS_WEBHOOK_SECRET: SECRET,
        ROBOT_HOSTS: `qyapi.weixin.qq.com,${robot.host}`,
      },
    );
    story = await messageStory(world.app);
    citizen = asPerson(await world.signIn(OPENID));
    const code = world.wechat.phoneCode('13912340000');
    await world.app.api.ok(endpoints.account.verifyPhone, { code }, { as: citizen });
  });

  afterAll(async () => {
    await world.stop();
    await Promise.all([sms.stop(), robot.stop()]);
  });

  beforeEach(() => {
    sms.posts.length = 0;
    robot.posts.length = 0;
    world.wechat.state.sent.length = 0;
  });

  const answered = async () => {
    const by = Promise.resolve({ ...story.citizen, ...citizen });
    const { id } = await givenMessage(story, { by }).answered();
    await world.tellAll();
    return id;
  };
  const outsideOf = async (id: number) => {
    const { items } = await world.app.api.ok(endpoints.notification.list, {}, { as: citizen });
    return items.find((item) => item.target.id === id && item.topic === 'messageAnswered')?.outside;
  };
  const states = async () => {
    const rows = await world.app.database.read('SELECT channel, state, code FROM delivery ORDER BY id', []);
    return rows.map((row) => `${String(row.channel)} ${String(row.state)} ${String(row.code)}`);
  };
  const later = async (milliseconds: number) => {
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + milliseconds);
    try {
      await world.tellAll();
    } finally {
      clock.mockRestore();
    }
  };

  it('without a consent the SMS goes out, signed, with a link and a key of its own', async () => {
    const id = await answered();
    expect(await outsideOf(id)).toBe('delivered');
    expect(world.wechat.sentTo(OPENID)).toEqual([]);
    const [post] = sms.posts;
    expect(JSON.parse(post?.body ?? '')).toMatchObject({
      phone: '13912340000',
      text: expect.stringMatching(/^【云溪县阳光台账】您的留言 YX.* 已答复，请查看 https:\/\/wxaurl\.cn\//),
    });
    expect(post?.headers['x-signature']).toBe(
      createHmac('sha256', SECRET)
        .update(post?.body ?? '')
        .digest('hex'),
    );
    expect(post?.headers['idempotency-key']).toMatch(/^note-\d+$/);
  });

  it('with a consent WeChat has it, and no SMS goes out besides', async () => {
    await world.tapAllow(OPENID, 'answered');
    const id = await answered();
    expect(world.wechat.sentTo(OPENID)).toHaveLength(1);
    expect([sms.posts.length, await outsideOf(id)]).toEqual([0, 'delivered']);
  });

  it('43101 is an outcome: the ledger is emptied, the next channel has its turn', async () => {
    await world.tapAllow(OPENID, 'answered');
    world.wechat.state.user(OPENID).consents.clear();
    const id = await answered();
    expect([sms.posts.length, await outsideOf(id)]).toEqual([1, 'delivered']);
    expect((await states()).slice(-2)).toEqual([
      'wechat notReached WECHAT_NO_CONSENT_LEFT',
      'sms delivered null',
    ]);
    const { items } = await world.app.api.ok(endpoints.subscription.list, {}, { as: citizen });
    expect(items[0]?.remaining).toBe(0);
  });

  it('an unknown outcome is shown in the app, sent neither again nor another way', async () => {
    await world.tapAllow(OPENID, 'answered');
    world.wechat.trouble('/cgi-bin/message/subscribe/send', { hangUp: true });
    const id = await answered();
    await later(3600_000);
    expect(await outsideOf(id)).toBe('unknown');
    expect([world.wechat.sentTo(OPENID).length, sms.posts.length]).toEqual([0, 0]);
  });

  it('a server that died between attempt and outcome does not send again', async () => {
    await world.tapAllow(OPENID, 'answered');
    const id = await answered();
    const { database } = world.app;
    const { manager } = database.dataSource;
    await manager.query(
      "UPDATE delivery SET state = 'attempted' WHERE id = (SELECT m FROM (SELECT MAX(id) AS m FROM delivery) x)",
    );
    await manager.query(
      "UPDATE outbox SET state = 'open' WHERE id = (SELECT m FROM (SELECT MAX(id) AS m FROM outbox WHERE topic = 'deliver') x)",
    );
    await later(120_000);
    expect(world.wechat.sentTo(OPENID)).toHaveLength(1);
    expect(await outsideOf(id)).toBe('unknown');
  });

  it('a gateway that is down gets it later, under the same key', async () => {
    world.wechat.state.user(OPENID).consents.clear();
    const left = await world.app.api.ok(endpoints.subscription.list, {}, { as: citizen });
    expect(left.items[0]?.remaining ?? 0).toBeLessThan(2);
    await drainConsent();
    sms.answers.push(503, 'hang');
    const id = await answered();
    expect(await outsideOf(id)).toBeNull();
    await later(60_000);
    await later(240_000);
    expect(await outsideOf(id)).toBe('delivered');
    expect(new Set(sms.posts.map((post) => post.headers['idempotency-key'])).size).toBe(1);
  });

  it('what WeChat reports as not arrived goes the next way, once', async () => {
    await world.tapAllow(OPENID, 'answered');
    await answered();
    const sent = world.wechat.sentTo(OPENID)[0];
    const event = {
      FromUserName: OPENID,
      CreateTime: 1_800_000_000,
      MsgType: 'event',
      Event: 'subscribe_msg_sent_event',
      List: { TemplateId: TEMPLATES.answered.id, MsgID: sent?.msgid, ErrorCode: '1', ErrorStatus: 'failed' },
    };
    for (let time = 0; time < 2; time++) await world.wechat.push(`${world.app.url}/wechat/push`, event);
    await world.app.tick();
    expect([world.wechat.sentTo(OPENID).length, sms.posts.length]).toEqual([1, 1]);
  });

  it('a region tells its staff through the robot of their group, one sentence for all', async () => {
    const { api } = world.app;
    const address = `http://${robot.host}/cgi-bin/webhook/send?key=abc`;
    const set = await api.ok(
      setChannels,
      { code: 'yunxi', citizen: ['wechat', 'sms'], staff: ['wechat', 'wecom'], wecomUrl: address },
      { as: story.office },
    );
    expect(set).toMatchObject({
      citizen: ['wechat', 'sms'],
      staff: ['wechat', 'wecom'],
      robots: ['wecom'],
      sms: 'server',
      wechat: true,
    });
    expect(set.templates[0]).toEqual({
      use: 'answered',
      templateId: TEMPLATES.answered.id,
      fields: [
        { key: 'character_string1', source: 'number' },
        { key: 'thing2', source: 'text' },
        { key: 'time3', source: 'time' },
      ],
    });
    expect(JSON.stringify(await api.ok(channels, { code: 'yunxi' }, { as: story.office }))).not.toContain(
      'abc',
    );
    await givenMessage(story);
    await world.tellAll();
    expect(robot.posts).toHaveLength(1);
    expect(robot.posts[0]?.body).toContain('收到留言');
    expect(robot.posts[0]?.body).not.toContain('电梯');
    const stored = await world.app.database.read('SELECT address_enc FROM region_channel', []);
    expect(JSON.stringify(stored)).not.toContain('webhook');
  });

  it('what is told to the author goes the ways of citizens, also where the topic is one of staff too', async () => {
    const by = Promise.resolve({ ...story.citizen, ...citizen });
    const help = await givenMessage(story, { by, kind: 'help' }).assigned();
    await givenMessage(story, { by }).assigned();
    const asked = { id: help.id, workingDays: 2, note: '需要现场核实' };
    await world.app.api.ok(endpoints.message.extend, asked, { as: story.handler });
    await world.app.api.ok(endpoints.message.approveExtension, { id: help.id }, { as: story.office });
    world.app.clock.set('2026-03-04T09:00:00+08:00');
    await world.app.tick();
    await world.tellAll();
    const texts = sms.posts.map((post) => String((JSON.parse(post.body) as { text: string }).text));
    for (const words of ['很抱歉，您的留言', '您的留言']) {
      expect(texts.find((text) => text.includes(words))).toMatch(/^【云溪县阳光台账】/);
    }
    expect(texts.filter((text) => text.includes('您的'))).toHaveLength(2);
    expect(robot.posts.filter(({ body }) => body.includes('您的留言'))).toEqual([]);
    expect(robot.posts.length).toBeGreaterThan(0);
  });

  it('a robot that did not answer is not spoken to twice', async () => {
    robot.answers.push('hang');
    await givenMessage(story);
    await world.tellAll();
    await later(3600_000);
    expect(robot.posts).toHaveLength(1);
  });

  it('“send me one” says at once how it went, and leaves no note', async () => {
    const { api, given } = world.app;
    const tried = (channel: 'wechat' | 'sms' | 'wecom' | 'dingtalk', as: { accessToken: string }) =>
      api.ok(tryChannel, { code: 'yunxi', channel }, { as });
    expect(await tried('wecom', story.office)).toEqual({ state: 'delivered', code: null });
    expect(robot.posts.at(-1)?.body).toContain('试发');
    expect(await tried('dingtalk', story.office)).toEqual({ state: 'notReached', code: 'NO_ADDRESS' });
    expect(await tried('sms', story.office)).toEqual({ state: 'notReached', code: 'NO_PHONE' });
    expect(await tried('wechat', story.office)).toEqual({ state: 'notReached', code: 'NO_OPENID' });
    robot.answers.push('hang');
    expect(await tried('wecom', story.office)).toEqual({ state: 'unknown', code: 'ROBOT_SILENT' });
    const again = await api.call(tryChannel, { code: 'yunxi', channel: 'wecom' }, { as: story.office });
    expect([again.status, again.error.code]).toEqual([429, 'RATE_LIMITED']);

    // A colleague of the office who came in through WeChat has both a phone and a consent.
    const mine = asPerson(await world.signIn('openid-office'));
    const { secret } = await api.ok(
      endpoints.invitation.create,
      { code: 'yunxi', unitId: story.region.office.id, role: 'office' },
      { as: await given.person({ role: 'admin' }) },
    );
    await api.ok(endpoints.invitation.accept, { code: secret, name: '公开办丙' }, { as: mine });
    await api.ok(
      endpoints.account.verifyPhone,
      { code: world.wechat.phoneCode('13912349999') },
      { as: mine },
    );
    expect(await tried('sms', mine)).toEqual({ state: 'delivered', code: null });
    expect(JSON.parse(sms.posts.at(-1)?.body ?? '{}')).toMatchObject({ phone: '13912349999' });
    expect(await tried('wechat', mine)).toEqual({ state: 'notReached', code: 'NO_CONSENT_LEFT' });
    await world.tapAllow('openid-office', 'staff');
    expect(await tried('wechat', mine)).toEqual({ state: 'delivered', code: null });
    expect(world.wechat.sentTo('openid-office')).toHaveLength(1);
    expect((await api.ok(endpoints.notification.list, {}, { as: mine })).items).toEqual([]);
    for (const [as, status] of [
      [undefined, 401],
      [story.handler, 403],
      [story.officeElsewhere, 404],
    ] as const) {
      const refused = await api.call(tryChannel, { code: 'yunxi', channel: 'sms' }, as ? { as } : {});
      expect(refused.status).toBe(status);
    }
    const odd = await api.call(tryChannel, { code: 'yunxi', channel: 'fax' as 'sms' }, { as: mine });
    expect(odd.status).toBe(422);
  });

  it('a region may have an SMS gateway of its own, with a secret of its own', async () => {
    const { api } = world.app;
    const own = await Webhook.start();
    try {
      const base = { code: 'yunxi', citizen: ['wechat', 'sms'] as ('wechat' | 'sms')[], staff: [] };
      const smsUrl = `http://${robot.host}/send`;
      const without = await api.call(setChannels, { ...base, smsUrl }, { as: story.office });
      expect([without.status, without.error.code]).toEqual([422, 'CHANNEL_SECRET']);
      const smsSecret = 'another-secret-0123456789-0123456789';
      const foreign = { ...base, smsUrl: own.url, smsSecret };
      expect((await api.call(setChannels, foreign, { as: story.office })).error.code).toBe('CHANNEL_ADDRESS');
      const set = await api.ok(setChannels, { ...base, smsUrl, smsSecret }, { as: story.office });
      expect(set.sms).toBe('own');
      expect(JSON.stringify(set)).not.toMatch(/another-secret|\/send/);
      await drainConsent();
      await answered();
      expect([sms.posts.length, robot.posts.length]).toEqual([0, 1]);
      const [post] = robot.posts;
      expect(post?.headers['x-signature']).toBe(
        createHmac('sha256', smsSecret)
          .update(post?.body ?? '')
          .digest('hex'),
      );
      const stored = JSON.stringify(
        await world.app.database.read('SELECT address_enc FROM region_channel', []),
      );
      expect(stored).not.toMatch(/another-secret|send/);
      expect(await api.ok(setChannels, { ...base, smsUrl: '' }, { as: story.office })).toMatchObject({
        sms: 'server',
      });
    } finally {
      await own.stop();
    }
  });

  it('addresses are https and on the list; settings belong to the office and to the administrator', async () => {
    const { api } = world.app;
    const admin = await world.app.given.person({ role: 'admin' });
    const base = { code: 'yunxi', citizen: ['wechat' as const], staff: ['wecom' as const] };
    for (const wecomUrl of ['http://qyapi.weixin.qq.com/x', 'https://169.254.169.254/', 'nonsense']) {
      const answer = await api.call(setChannels, { ...base, wecomUrl }, { as: story.office });
      expect([answer.status, answer.error.code]).toEqual([422, 'CHANNEL_ADDRESS']);
    }
    const missing = await api.call(setChannels, { ...base, wecomUrl: '' }, { as: admin });
    expect(missing.error.code).toBe('CHANNEL_ADDRESS');
    expect((await api.call(channels, { code: 'yunxi' }, { as: admin })).status).toBe(200);
    expect((await api.call(channels, { code: 'yunxi' })).status).toBe(401);
    expect((await api.call(channels, { code: 'yunxi' }, { as: story.handler })).status).toBe(403);
    expect((await api.call(setChannels, base, { as: story.officeElsewhere })).status).toBe(404);
    const odd = await api.call(setChannels, { ...base, staff: ['fax' as 'sms'] }, { as: story.office });
    expect(odd.status).toBe(422);
  });

  it('where WeChat pushes the taps, the word of the phone counts nothing', async () => {
    await drainConsent();
    const choices = [{ use: 'answered' as const, accepted: true }];
    const told = await world.app.api.ok(report, { choices }, { as: citizen });
    expect(told.items[0]).toMatchObject({ use: 'answered', templateId: TEMPLATES.answered.id, remaining: 0 });
    expect((await world.app.api.call(report, { choices })).status).toBe(401);
    expect((await world.app.api.call(report, { choices: [] }, { as: citizen })).status).toBe(422);
  });

  /** The person switches the template off in WeChat's settings. */
  async function drainConsent(): Promise<void> {
    world.wechat.state.user(OPENID).consents.clear();
    const change = { ...popup(OPENID, TEMPLATES.answered.id, 'reject'), Event: 'subscribe_msg_change_event' };
    await world.wechat.push(`${world.app.url}/wechat/push`, change);
  }
});

describe('the push callback', () => {
  let world: WechatWorld;
  const callback = () => `${world.app.url}/wechat/push`;

  beforeAll(async () => {
    world = await wechatWorld();
  });

  afterAll(() => world.stop());

  const remaining = async (openid: string) => {
    const session = await world.signIn(openid);
    const { items } = await world.app.api.ok(endpoints.subscription.list, {}, { as: asPerson(session) });
    return items[0]?.remaining;
  };

  it('answers the check of the console with its echo, to WeChat only', async () => {
    const good = await world.wechat.verifyCallback(callback());
    expect([good.status, await good.text()]).toEqual([200, '4375120948345356249']);
    expect((await world.wechat.verifyCallback(callback(), 'WrongToken')).status).toBe(403);
  });

  it('takes a push once, however often it comes, as JSON or XML', async () => {
    await world.signIn('o-1');
    const event = popup('o-1', TEMPLATES.answered.id, 'accept');
    for (let time = 0; time < 3; time++)
      expect((await world.wechat.push(callback(), event)).status).toBe(200);
    expect(await remaining('o-1')).toBe(1);
    const xml =
      `<xml><FromUserName><![CDATA[o-1]]></FromUserName><CreateTime>1900000001</CreateTime><MsgType><![CDATA[event]]></MsgType>` +
      `<Event><![CDATA[subscribe_msg_popup_event]]></Event><SubscribeMsgPopupEvent><List><TemplateId><![CDATA[${TEMPLATES.answered.id}]]></TemplateId>` +
      `<SubscribeStatusString><![CDATA[accept]]></SubscribeStatusString></List></SubscribeMsgPopupEvent></xml>`;
    expect(await (await world.wechat.push(callback(), xml)).text()).toBe('success');
    expect(await remaining('o-1')).toBe(2);
  });

  it('three at once are one', async () => {
    await world.signIn('o-2');
    const event = popup('o-2', TEMPLATES.answered.id, 'accept');
    await Promise.all([1, 2, 3].map(() => world.wechat.push(callback(), event)));
    expect(await remaining('o-2')).toBe(1);
  });

  it('a refusal in the popup takes nothing away that was allowed before', async () => {
    await world.signIn('o-3');
    await world.wechat.push(callback(), popup('o-3', TEMPLATES.answered.id, 'accept'));
    await world.wechat.push(callback(), popup('o-3', TEMPLATES.answered.id, 'reject'));
    expect(await remaining('o-3')).toBe(1);
  });

  it('believes no wrong signature, no other app, no old push, nothing unsealed', async () => {
    await world.signIn('o-4');
    const event = popup('o-4', TEMPLATES.answered.id, 'accept');
    expect((await world.wechat.push(callback(), event, { signature: true })).status).toBe(403);
    expect((await world.wechat.push(callback(), event, { appId: 'wxother' })).status).toBe(403);
    expect((await world.wechat.push(callback(), event, { age: 3600 })).status).toBe(403);
    const headers = { 'content-type': 'application/json', 'x-wx-source': 'wx_client' };
    const plain = await fetch(callback(), { method: 'POST', headers, body: JSON.stringify(event) });
    expect(plain.status).toBe(403);
    expect((await fetch(callback(), { method: 'POST', body: 'x'.repeat(80_000) })).status).toBe(413);
    expect(await remaining('o-4')).toBe(0);
  });
});

describe('the push callback on cloud hosting', () => {
  it('is vouched for by the gateway’s header and passes the console’s check of the path', async () => {
    const world = await wechatWorld({}, { WECHAT_CLOUD: '1' });
    try {
      const post = (body: object, headers: Record<string, string>) =>
        fetch(`${world.app.url}/wechat/push`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        });
      const source = { 'x-wx-source': 'wx_client' };
      const check = await post({ action: 'CheckContainerPath' }, source);
      expect([check.status, await check.text()]).toEqual([200, 'success']);
      const headers = { ...source, 'x-wx-openid': 'o-cloud' };
      const session = await world.app.api.ok(endpoints.account.signInWechat, {}, { headers });
      await post(popup('o-cloud', TEMPLATES.staff.id, 'accept'), source);
      expect((await post(popup('o-cloud', TEMPLATES.staff.id, 'accept'), {})).status).toBe(403);
      const { items } = await world.app.api.ok(endpoints.subscription.list, {}, { as: asPerson(session) });
      expect(items.find((item) => item.use === 'staff')?.remaining).toBe(1);
    } finally {
      await world.stop();
    }
  });
});

describe('without a configured push', () => {
  it('the word of the phone is the ledger, one for each accepted tap', async () => {
    const world = await wechatWorld({}, { WECHAT_PUSH_TOKEN: '', WECHAT_PUSH_KEY: '' });
    try {
      const as = asPerson(await world.signIn('o-5'));
      const choices = [
        { use: 'answered' as const, accepted: true },
        { use: 'question' as const, accepted: false },
      ];
      await world.app.api.ok(report, { choices }, { as });
      const { items } = await world.app.api.ok(report, { choices }, { as });
      expect(items.map((item) => item.remaining)).toEqual([2, 0, 0]);
      expect((await fetch(`${world.app.url}/wechat/push`, { method: 'POST' })).status).toBe(404);
    } finally {
      await world.stop();
    }
  });
});
