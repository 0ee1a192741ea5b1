import { endpoints } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { messageStory, ANSWER, type MessageStory } from '../support/given/message.given';
import { asPerson, TEMPLATES, wechatWorld, type WechatWorld } from '../support/wechat/wechat-world';

/**
 * W2 as it runs inside WeChat: login by code, verified phone, content check after saving, consent by push,
 * one subscribe message for one tap, the report of its arrival, rating.
 */
describe('W2 through WeChat', () => {
  const OPENID = 'openid-wang-xiaoming';
  let world: WechatWorld;
  let story: MessageStory;
  let citizen: { accessToken: string };
  let id: number;

  beforeAll(async () => {
    world = await wechatWorld({ now: '2026-02-13T17:45:00+08:00' });
    story = await messageStory(world.app);
  });

  afterAll(() => world.stop());

  it('the citizen signs in with WeChat and lets the phone be verified', async () => {
    const { app, wechat } = world;
    citizen = asPerson(await world.signIn(OPENID));
    const me = await app.api.ok(
      endpoints.account.verifyPhone,
      { code: wechat.phoneCode('13900001111') },
      { as: citizen },
    );
    expect(me).toMatchObject({ name: '网友', phoneVerified: true });
  });

  it('the message is stored and promised at once; the check runs after it', async () => {
    const { app, wechat } = world;
    const message = await app.api.ok(
      endpoints.message.submit,
      { region: 'yunxi', kind: 'inquiry', text: '加装电梯的补贴存疑示例什么时候公布？', public: true },
      { as: citizen },
    );
    id = message.id;
    expect(message).toMatchObject({ number: 'YX20260213-0001', dueOn: '2026-02-14', status: 'open' });
    expect(wechat.callsOf('/wxa/msg_sec_check')).toHaveLength(0);
  });

  it('the tap at sending allows one message', async () => {
    await world.tapAllow(OPENID, 'answered');
    const { items } = await world.app.api.ok(endpoints.subscription.list, {}, { as: citizen });
    expect(items.map(({ use, remaining }) => [use, remaining])).toEqual([
      ['answered', 1],
      ['question', 0],
      ['staff', 0],
    ]);
  });

  it('WeChat doubts the text: it is handled as ever and only waits with being public', async () => {
    const { app, wechat } = world;
    await app.tick();
    const [check] = wechat.callsOf('/wxa/msg_sec_check');
    expect(check?.body).toMatchObject({ version: 2, openid: OPENID, scene: 2 });
    await app.api.ok(endpoints.message.assign, { id, unitId: story.unit.id }, { as: story.office });
    const { screening } = await app.api.ok(endpoints.screening.get, { id }, { as: story.handler });
    expect(screening).toMatchObject({ state: 'held', doubt: '内容存疑' });
    app.clock.set('2026-02-14T09:10:00+08:00');
    await app.api.ok(endpoints.message.reply, { id, text: ANSWER }, { as: story.handler });
    const refused = await app.api.call(
      endpoints.message.approve,
      { id, confirmed: true },
      { as: story.reviewer },
    );
    expect([refused.status, refused.error.code]).toEqual([409, 'SCREENING_OPEN']);
  });

  it('a person decides, and the answer is published with the question', async () => {
    const { app } = world;
    await app.api.ok(
      endpoints.screening.decide,
      { id, publish: true, note: '正常咨询' },
      { as: story.reviewer },
    );
    app.clock.set('2026-02-14T16:20:00+08:00');
    const message = await app.api.ok(
      endpoints.message.approve,
      { id, confirmed: true },
      { as: story.reviewer },
    );
    expect(message).toMatchObject({ status: 'answered', clock: 'onTime', public: true });
  });

  it('the one tap becomes the one WeChat message, in fields that WeChat takes', async () => {
    const { app, wechat } = world;
    await world.tellAll();
    expect(wechat.sentTo(OPENID)).toEqual([
      expect.objectContaining({
        template_id: TEMPLATES.answered.id,
        page: `citizen/message/index?id=${id}`,
        data: {
          character_string1: { value: 'YX20260213-0001' },
          thing2: { value: expect.stringMatching(/^您的留言/) },
          time3: { value: '2026年2月14日 16:20' },
        },
      }),
    ]);
    await world.tellAll();
    expect(wechat.sentTo(OPENID)).toHaveLength(1);
    const { items } = await app.api.ok(endpoints.notification.list, {}, { as: citizen });
    expect(items[0]).toMatchObject({ topic: 'messageAnswered', outside: 'delivered' });
    const left = await app.api.ok(endpoints.subscription.list, {}, { as: citizen });
    expect(left.items[0]).toMatchObject({ use: 'answered', remaining: 0 });
  });

  it('WeChat reports the arrival; the citizen opens the page and rates', async () => {
    const { app, wechat } = world;
    const sent = wechat.sentTo(OPENID)[0];
    const report = await wechat.push(`${app.url}/wechat/push`, {
      FromUserName: OPENID,
      CreateTime: 1_700_100_000,
      MsgType: 'event',
      Event: 'subscribe_msg_sent_event',
      List: { TemplateId: TEMPLATES.answered.id, MsgID: sent?.msgid, ErrorCode: '0', ErrorStatus: 'success' },
    });
    expect(await report.text()).toBe('success');
    const rated = await app.api.ok(endpoints.message.rate, { id, level: 5 }, { as: citizen });
    expect(rated).toMatchObject({ rating: { level: 5 } });
    const answers = await app.api.ok(endpoints.message.list, { region: 'yunxi', q: '加装电梯' });
    expect(answers.items).toEqual([expect.objectContaining({ id, authorName: '网友', public: true })]);
  });

  it('its chain verifies', async () => {
    const report = await world.app.get(ChainVerificationService).run(world.app.ctx());
    expect(report).toMatchObject({ messages: 1, faultCount: 0 });
  });
});
