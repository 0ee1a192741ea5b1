import { endpoints } from '@sunledger/shared-types';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';
import { asPerson, TEMPLATES, wechatWorld, type WechatWorld } from '../support/wechat/wechat-world';

/**
 * Every table of the schema is named here, so that a new one cannot be forgotten (个人信息保护法 第四十五、四十七条).
 * `personal`: rows of the person, told by the export part of that name and gone after the erasure.
 */
const personal: Readonly<Record<string, string>> = {
  account_identity: 'account',
  session: 'sessions',
  refresh_token: 'sessions',
  scan_ticket: 'sessions',
  notification: 'notifications',
  delivery: 'notifications',
  subscription: 'subscriptions',
  calendar_feed: 'calendarFeeds',
  follow: 'follows',
  // Answers already given are no data of the export; they go with the account.
  idempotency_key: 'account',
};

/** Rows that stay, without the person in them: `column` leads to an account that names nobody any more. */
const emptied: Readonly<Record<string, string>> = {
  account: 'account',
  message: 'messages',
  message_note: 'messages',
  message_event: 'messages',
  reply: 'messages',
  rating: 'ratings',
  consent: 'consents',
  membership: 'account',
  invitation_use: 'account',
};

/** The levels stay in the figures, without person and words. */
const anonymous: Readonly<Record<string, string>> = { counter_rating: 'counterRatings' };

/** What somebody did in office: the record of the office, not of the person (第四十七条 末款). */
const official = [
  'attachment',
  'bulletin',
  'bulletin_event',
  'calendar_override',
  'calendar_version',
  'calendar_year',
  // Who registered a counter.
  'counter',
  'deputy',
  'due_move',
  'invitation',
  'light_setting_change',
  // Orders name accounts by number until they are done; who gave one another try is kept.
  'outbox',
  'plan_event',
  'plan_import',
  'progress_report',
  'screening',
  'supervision',
  'supervision_event',
  'task',
  'task_change',
  'task_event',
  'task_remark',
  'task_version',
  'urge',
  'work_plan',
];

/** No column of these leads to a person. */
const nobody = [
  'chain_anchor',
  'chain_anchor_head',
  'daily_counter',
  'guess_count',
  'job_lease',
  'light_month',
  'link_check',
  'message_mark',
  'message_stay',
  'region',
  'region_channel',
  'reminder_day',
  'reply_rule',
  'reply_template',
  'search_document',
  'search_gram',
  'task_light',
  'task_link',
  'task_reach',
  'task_reminder',
  'task_unit',
  'unit',
  'unit_alias',
  'unit_member',
  'wechat_push',
  'wechat_token',
  'work_point',
];

const NAME = '欧阳小测';
const PHONE = '13812345678';
const OPENID = 'openid-ouyang-xiaoce';
const DEVICE = 'OuyangPhone/9.9';
const PERSON = new RegExp([NAME, PHONE, OPENID, DEVICE, '梅花巷8号'].join('|'));
const LEADS_TO_A_PERSON =
  /(^|_)(account|author|actor|drafter|reviewer|checker|deputy)_id$|_by$|user_agent|phone|openid/;

describe('every table that knows people', () => {
  let world: WechatWorld;
  let story: MessageStory;

  beforeAll(async () => {
    world = await wechatWorld({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(world.app);
  });

  afterAll(() => world.stop());

  const tables = () =>
    world.app.database.dataSource.entityMetadatas.map((entity) => ({
      name: entity.tableName,
      columns: entity.columns.map((column) => column.databaseName),
    }));
  const rowsOf = async (table: string): Promise<Record<string, unknown>[]> =>
    world.app.database.read(`SELECT * FROM ${table}`, []) as Promise<Record<string, unknown>[]>;

  it('is known to this test, and so is every other', () => {
    const people = { ...personal, ...emptied, ...anonymous };
    const known = [...Object.keys(people), ...official, ...nobody];
    expect(known.sort()).toEqual(
      tables()
        .map((table) => table.name)
        .sort(),
    );
    expect(new Set(known).size).toBe(known.length);
    for (const { name, columns } of tables().filter((table) => nobody.includes(table.name)))
      expect([name, columns.filter((column) => LEADS_TO_A_PERSON.test(column))]).toEqual([name, []]);
  });

  it('is told by the export and let go of by the erasure', async () => {
    const { app, wechat } = world;
    const headers = { 'user-agent': DEVICE };
    const session = await app.api.ok(
      endpoints.account.signInWechat,
      { code: wechat.loginCode(OPENID) },
      { headers },
    );
    const as = asPerson(session);
    const accountId = session.me.id;
    await app.api.ok(endpoints.account.verifyPhone, { code: wechat.phoneCode(PHONE) }, { as });

    // In office for a while: joined by invitation, with a calendar on the phone, and gone again.
    const { secret } = await app.api.ok(
      endpoints.invitation.create,
      { code: 'yunxi', unitId: story.unit.id, role: 'handler' },
      { as: story.office },
    );
    const me = await app.api.ok(endpoints.invitation.accept, { code: secret, name: NAME }, { as });
    await app.api.ok(endpoints.deadlineFeed.open, { unit: story.unit.id }, { as });
    const own = me.memberships[0]?.id ?? 0;
    await app.api.ok(endpoints.invitation.leave, { id: own }, { as });

    // A citizen all the time.
    await app.api.ok(endpoints.follow.followUnit, { id: story.unit.id }, { as });
    await world.tapAllow(OPENID, 'answered');
    await world.tapAllow(OPENID, 'question');
    const by = { ...story.citizen, accessToken: session.accessToken };
    const text = `我是${NAME}，电话${PHONE}，梅花巷8号门口的路灯坏了，请问谁来修？`;
    const contact = { contactName: NAME, contactPhone: PHONE };
    const asked = await givenMessage(story, { by, kind: 'help', text, ...contact }).assigned();
    await app.api.ok(
      endpoints.message.askMore,
      { id: asked.id, question: `${NAME}您好，是哪一盏灯？` },
      { as: story.handler },
    );
    await app.api.ok(endpoints.message.supplement, { id: asked.id, text: `梅花巷8号，${NAME}` }, { as });
    const shown = await givenMessage(story, { by, text, ...contact, public: true })
      .assigned()
      .drafted(story.handler, `${NAME}您好，灯已修好，我们会打${PHONE}回访。`);
    await app.tick();
    await app.api.ok(endpoints.message.approve, { id: shown.id, confirmed: true }, { as: story.reviewer });
    await app.api.ok(
      endpoints.message.rate,
      { id: shown.id, level: 4, text: `${NAME}满意` },
      { as, idempotencyKey: 'ouyang-rates-once-1' },
    );
    const counter = await app.api.ok(
      endpoints.counter.create,
      { code: 'yunxi', unitId: story.unit.id, name: '二楼3号窗口' },
      { as: story.office },
    );
    await app.api.ok(
      endpoints.counter.rate,
      { key: counter.key, level: 2, text: `${NAME}等了一个小时` },
      { as },
    );
    const { code } = await app.api.ok(endpoints.session.openScan, { purpose: 'signIn' }, { headers });
    await app.api.ok(endpoints.session.lookScan, { code }, { as });
    await world.tellAll();
    expect(wechat.sentTo(OPENID).map((sent) => sent.template_id)).toContain(TEMPLATES.answered.id);

    const file = (await app.api.ok(endpoints.privacy.exportMine, {}, { as })) as Record<string, unknown>;
    const owned = await counts(accountId);
    for (const [table, part] of Object.entries({ ...personal, ...emptied, ...anonymous })) {
      // Each stood there before: a test with an empty table would prove nothing.
      expect([table, owned.get(table) ?? 0]).toEqual([table, expect.any(Number)]);
      expect([table, (owned.get(table) ?? 0) > 0]).toEqual([table, true]);
      const told = file[part];
      expect([table, Array.isArray(told) ? told.length > 0 : Boolean(told)]).toEqual([table, true]);
    }

    await app.api.ok(endpoints.privacy.erase, {}, { as });
    const left = await counts(accountId);
    for (const table of Object.keys({ ...personal, ...anonymous }))
      expect([table, left.get(table) ?? 0]).toEqual([table, 0]);
    for (const { name } of tables()) {
      const found = PERSON.exec(JSON.stringify(await rowsOf(name)));
      expect([name, found?.[0] ?? null]).toEqual([name, null]);
    }
  });

  /** Rows of each table that lead to the account, directly or by the thing that they belong to. */
  async function counts(accountId: number): Promise<Map<string, number>> {
    const all = new Map<string, Record<string, unknown>[]>();
    for (const { name } of tables()) all.set(name, await rowsOf(name));
    const of = (table: string) => all.get(table) ?? [];
    const owned = new Map<string, number>();
    for (const { name, columns } of tables()) {
      const refs = columns.filter((column) => LEADS_TO_A_PERSON.test(column));
      const mine = of(name).filter((row) => refs.some((column) => Number(row[column]) === accountId));
      owned.set(name, mine.length);
    }
    owned.set('account', of('account').filter((row) => Number(row.id) === accountId).length);
    const within = (table: string, column: string, parent: string, of_: string): void => {
      const ids = new Set(
        of(parent)
          .filter((row) => Number(row[of_]) === accountId)
          .map((row) => Number(row.id)),
      );
      owned.set(table, of(table).filter((row) => ids.has(Number(row[column]))).length);
    };
    for (const table of ['message_note', 'message_event', 'reply', 'rating'])
      within(table, 'message_id', 'message', 'author_id');
    within('refresh_token', 'session_id', 'session', 'account_id');
    within('delivery', 'notification_id', 'notification', 'account_id');
    return owned;
  }
});
