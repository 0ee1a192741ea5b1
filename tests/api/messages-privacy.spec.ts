import { endpoints, type Endpoint } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls } = endpoints;

describe('a private message is not there for others', () => {
  let app: TestApp;
  let story: MessageStory;
  let id: number;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    id = (await givenMessage(story, { contactName: '王小明' }).assigned()).id;
  });

  afterAll(() => app.stop());

  const everyCall: [string, Endpoint, Record<string, unknown>][] = [
    ['GET', calls.get, {}],
    ['GET due', calls.due, {}],
    ['withdraw', calls.withdraw, {}],
    ['rating', calls.rate, { level: 1 }],
    ['assign', calls.assign, { unitId: 1 }],
    ['transfer', calls.transfer, { unitId: 1, note: '请转办' }],
    ['return', calls.return, { note: '请退回' }],
    ['reply', calls.reply, { text: '补贴名单3月20日公布。' }],
    ['approve', calls.approve, { confirmed: true }],
    ['send-back', calls.sendBack, { note: '请修改' }],
  ];
  const open = (roles: Endpoint['permission']): boolean => roles === 'public' || roles === 'account';

  it.each(everyCall)('%s answers 404 to the office of another region', async (_, endpoint, input) => {
    const answer = await app.api.call(endpoint, { id, ...input }, { as: story.officeElsewhere });
    // 转办 back and 退回 want another role than office before anything is looked at.
    const expected = endpoint === calls.return ? [403, 'ROLE_REQUIRED'] : [404, 'MESSAGE_NOT_FOUND'];
    expect([answer.status, answer.error.code]).toEqual(expected);
  });

  it.each(everyCall)('%s answers a stranger as if it were not there', async (_, endpoint, input) => {
    const answer = await app.api.call(endpoint, { id, ...input }, { as: story.stranger });
    const missing = await app.api.call(endpoint, { id: 999_999, ...input }, { as: story.stranger });
    expect([answer.status, answer.error.code]).toEqual(
      open(endpoint.permission) ? [404, 'MESSAGE_NOT_FOUND'] : [403, 'ROLE_REQUIRED'],
    );
    expect([missing.status, missing.error.code]).toEqual([answer.status, answer.error.code]);
  });

  it('another unit of the region and an administrator find nothing either', async () => {
    const admin = await app.given.person({ role: 'admin' });
    for (const as of [story.otherHandler, story.otherReviewer, admin]) {
      const answer = await app.api.call(calls.get, { id }, { as });
      expect([answer.status, answer.error.code]).toEqual([404, 'MESSAGE_NOT_FOUND']);
    }
  });

  it('is in no public list, no list of others and not in the search', async () => {
    const seen = async (input: Record<string, unknown>, as?: MessageStory['office']) =>
      (await app.api.ok(calls.list, { region: 'yunxi', ...input }, { as: as ?? null })).items.map(
        (each) => each.id,
      );
    expect(await seen({})).toEqual([]);
    expect(await seen({ q: '电梯' })).toEqual([]);
    expect(await seen({ scope: 'mine' }, story.stranger)).toEqual([]);
    expect(await seen({ scope: 'staff' }, story.otherHandler)).toEqual([]);
    expect(await seen({ scope: 'staff' }, story.handler)).toEqual([id]);
    expect(await seen({ scope: 'staff' }, story.office)).toEqual([id]);
    const elsewhere = await app.api.call(
      calls.list,
      { region: 'yunxi', scope: 'staff' },
      { as: story.officeElsewhere },
    );
    expect([elsewhere.status, elsewhere.error.code]).toEqual([403, 'ROLE_REQUIRED']);
  });

  it('an official reads it without contact data', async () => {
    const message = await givenMessage(story, {
      contactName: '王小明',
      contactPhone: '13812345678',
      text: '我是王小明，电话13812345678，楼道灯坏了没人修',
    });
    const seen = await app.api.ok(calls.get, { id: message.id }, { as: story.official });
    expect(seen).toMatchObject({ authorName: '王*', contactPhone: null, moves: [] });
    expect(JSON.stringify(seen)).not.toMatch(/王小明|13812345678/);
  });

  it('stays private when its author wanted that, though the approver would show it', async () => {
    const { id: other } = await givenMessage(story, { public: false }).answered();
    const answer = await app.api.call(calls.get, { id: other });
    expect([answer.status, answer.error.code]).toEqual([404, 'MESSAGE_NOT_FOUND']);
  });

  it('is shown with every personal datum taken out when both agree', async () => {
    const { id: shown } = await givenMessage(story, {
      public: true,
      contactName: '王小明',
      text: '我叫王小明，住建设路12号3幢201室，电话13812345678，车浙E12345，怎么办居住证？',
    }).answered();
    const detail = await app.api.ok(calls.get, { id: shown });
    expect(detail.text).toBe(
      '我叫王*，住建设路【门牌已隐去】，电话【电话已隐去】，车【车牌已隐去】，怎么办居住证？',
    );
    const list = await app.api.ok(calls.list, { region: 'yunxi' });
    expect(JSON.stringify([detail, list])).not.toMatch(/小明|13812345678|E12345|201室/);
    expect(list.items.map((each) => each.id)).toEqual([shown]);
  });

  it('an answer that the approver keeps back stays with its author', async () => {
    const { id: kept } = await givenMessage(story, { public: true })
      .assigned()
      .drafted()
      .published(story.reviewer, false);
    expect((await app.api.call(calls.get, { id: kept })).status).toBe(404);
    expect((await app.api.ok(calls.get, { id: kept }, { as: story.citizen })).replyText).not.toBeNull();
  });
});
