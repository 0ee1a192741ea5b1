import { consentTexts, endpoints } from '@sunledger/shared-types';
import { CreateAccountService } from '../../backend/src/features/account/create-account.service';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';
import type { GivenPerson } from '../support/given';

const { privacy, message: calls, account } = endpoints;
const PRIVATE = /王小明|13812345678|幸福小区|楼道的灯/;

describe('one’s own data', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
  });

  afterAll(() => app.stop());

  const verify = () => app.get(ChainVerificationService).run(app.ctx());
  const sql = (text: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> =>
    app.database.dataSource.query(text, parameters);

  /** A citizen with an open message, a private answer that names her, and a public one that was rated. */
  async function busyCitizen(): Promise<{ who: GivenPerson; open: number; told: number; shown: number }> {
    const who = await app.given.person({ name: '王小明' });
    const text = '我是王小明，电话13812345678，幸福小区3幢楼道的灯坏了，什么时候修？';
    const contact = { contactName: '王小明', contactPhone: '13812345678' };
    const open = (await givenMessage(story, { by: who, kind: 'help', text, ...contact }).assigned()).id;
    const told = (
      await givenMessage(story, { by: who, text, ...contact })
        .assigned()
        .drafted(story.handler, '王小明您好，灯已在3月1日修好，我们会打13812345678回访。')
        .published()
    ).id;
    const shown = (await givenMessage(story, { by: who, text, ...contact, public: true }).answered()).id;
    await app.api.ok(calls.rate, { id: shown, level: 4, text: '王小明很满意' }, { as: who });
    const asked = { id: open, question: '请问是几单元？联系人王小明吗？' };
    await app.api.ok(calls.askMore, asked, { as: story.handler });
    await app.api.ok(calls.supplement, { id: open, text: '2单元，王小明' }, { as: who });
    await app.tick();
    return { who, open, told, shown };
  }

  it('comes whole in one file: account, messages with steps and answers, ratings, notes, sessions, consents', async () => {
    const { who, open, shown } = await busyCitizen();
    const answer = await app.api.call(privacy.exportMine, {}, { as: who });
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(answer.body).toMatchObject({
      exportedAt: '2026-03-02T10:00:00.000+08:00',
      account: { name: '王小明', signsInBy: ['test'], memberships: [] },
      messages: [
        { id: open, contactPhone: '13812345678', events: expect.arrayContaining([]) as unknown },
        { replies: [{ text: expect.stringContaining('王小明您好') as string }] },
        { id: shown, rating: { level: 4, text: '王小明很满意' } },
      ],
      ratings: [{ level: 4, text: '王小明很满意' }],
      consents: [{ messageId: shown, purpose: 'publication', text: consentTexts.publication.text }],
      sessions: [{ endedAt: null }],
    });
    const { notifications } = answer.body as { notifications: { topic: string }[] };
    expect(notifications.map((note) => note.topic)).toContain('messageAnswered');
  });

  it('holds nothing of anybody else', async () => {
    const other = await app.given.person({ name: '李四' });
    const own = await givenMessage(story, { by: other, text: '请问图书馆几点开门？' });
    const file = JSON.stringify(await app.api.ok(privacy.exportMine, {}, { as: other }));
    expect(file).toContain(own.number ?? '—');
    expect(file).not.toMatch(PRIVATE);
  });

  it('wants a signed-in person', async () => {
    for (const endpoint of [privacy.exportMine, privacy.previewErasure, privacy.erase]) {
      const answer = await app.api.call(endpoint, {});
      expect([answer.status, answer.error.code]).toEqual([401, 'SIGN_IN_REQUIRED']);
    }
  });

  it('is told beforehand what goes and what stays', async () => {
    const { who } = await busyCitizen();
    expect(await app.api.ok(privacy.previewErasure, {}, { as: who })).toEqual({
      messages: 3,
      openMessages: 1,
      publicAnswers: 1,
      ratings: 1,
      notifications: expect.any(Number) as number,
      sessions: 1,
      duties: [],
    });
  });

  it('“erasing a person’s data removes text and salt and appends `erased`, which verification reports as erased, not as a fault”; the public answer stays', async () => {
    const { who, open, told, shown } = await busyCitizen();
    const before = await app.api.ok(calls.get, { id: shown });
    await sql(
      `INSERT INTO delivery (notification_id, channel, state, attempted_at)
      SELECT MIN(id), 'wechat', 'delivered', created_at FROM notification WHERE account_id = ? GROUP BY created_at`,
      [who.actor.accountId],
    );
    await sql(
      "INSERT INTO subscription (account_id, template, remaining, accepted, sent, changed_at) SELECT id, 'answered', 1, 1, 0, created_at FROM account WHERE id = ?",
      [who.actor.accountId],
    );
    await app.api.ok(privacy.erase, {}, { as: who });

    const after = await app.api.ok(calls.get, { id: shown });
    expect(after).toMatchObject({ replyText: before.replyText, text: before.text });
    expect(after.replyText).not.toBeNull();
    const gone = await app.api.ok(calls.get, { id: open }, { as: story.handler });
    expect(gone).toMatchObject({ status: 'withdrawn', authorName: '网友', contactPhone: null });
    expect(gone.text).toBe('（内容已按本人要求删除）');
    expect(gone.events.map((event) => event.code).slice(-2)).toEqual(['withdrawn', 'erased']);
    const answered = await app.api.ok(calls.get, { id: told }, { as: story.handler });
    expect(answered.replies[0]?.text).toContain('灯已在3月1日修好');

    const { accountId } = who.actor;
    const left = await Promise.all([
      sql('SELECT * FROM account WHERE id = ?', [accountId]),
      sql('SELECT * FROM message WHERE author_id = ?', [accountId]),
      sql('SELECT n.* FROM message_note n JOIN message m ON m.id = n.message_id WHERE m.author_id = ?', [
        accountId,
      ]),
      sql('SELECT r.* FROM reply r JOIN message m ON m.id = r.message_id WHERE m.author_id = ?', [accountId]),
      sql('SELECT r.* FROM rating r JOIN message m ON m.id = r.message_id WHERE m.author_id = ?', [
        accountId,
      ]),
      sql('SELECT * FROM notification WHERE account_id = ?', [accountId]),
      sql('SELECT * FROM idempotency_key WHERE account_id = ?', [accountId]),
      sql('SELECT * FROM search_document'),
    ]);
    expect(JSON.stringify(left)).not.toMatch(/王小明|13812345678/);
    for (const table of ['session', 'account_identity', 'notification', 'subscription'])
      expect(await sql(`SELECT id FROM ${table} WHERE account_id = ?`, [accountId])).toEqual([]);

    const report = await verify();
    expect(report).toMatchObject({ faultCount: 0, firstFault: null });
    expect(report.erased).toBeGreaterThanOrEqual(7);
  });

  it('lets those who went with one of its messages go on alone', async () => {
    const { who, open } = await busyCitizen();
    const follower = await givenMessage(story).assigned();
    await app.api.ok(calls.merge, { id: follower.id, into: open, note: '同一件事' }, { as: story.handler });
    await app.api.ok(privacy.erase, {}, { as: who });
    const now = await app.api.ok(calls.get, { id: follower.id }, { as: story.handler });
    expect(now.moves).toContain('reply');
    expect(now.events.map((event) => event.code)).toContain('unmerged');
    await app.tick();
    const { items } = await app.api.ok(endpoints.notification.list, {}, { as: story.handler });
    expect(items[0]?.text).toContain(`${follower.number} 的主单没有答复可送达`);
    expect((await verify()).faultCount).toBe(0);
  });

  it('the tokens of an erased account open nothing, and the person starts anew', async () => {
    const who = await app.given.person();
    await app.api.ok(privacy.erase, {}, { as: who, idempotencyKey: 'erase-me-once-1' });
    const again = await app.api.call(account.me, {}, { as: who });
    expect([again.status, again.error.code]).toEqual([401, 'TOKEN_EXPIRED']);
    const renewed = await app.api.call(account.refresh, { refreshToken: who.refreshToken });
    expect([renewed.status, renewed.error.code]).toEqual([401, 'REFRESH_INVALID']);
    for (const subject of ['admin', 'citizen2'])
      await app
        .get(CreateAccountService)
        .run(app.ctx(), { name: subject, identity: { provider: 'demo', subject } });
    const demo = await app.api.ok(account.signInDemo, { persona: 'citizen2' });
    await app.api.ok(privacy.erase, {}, { as: demo });
    const anew = await app.api.ok(account.signInDemo, { persona: 'citizen2' });
    expect(anew.me.id).not.toBe(demo.me.id);
  });

  it('an account with a post is refused until it is handed over, and nothing changes', async () => {
    const own = await givenMessage(story, { by: story.handler, text: '我自己的留言，请问怎么办？' });
    const refused = await app.api.call(privacy.erase, {}, { as: story.handler });
    expect([refused.status, refused.error.code]).toEqual([409, 'ERASE_ON_DUTY']);
    expect(refused.error.message).toContain('县住房和城乡建设局经办人');
    expect(await app.api.ok(calls.get, { id: own.id }, { as: story.handler })).toMatchObject({
      text: own.text,
    });
    const preview = await app.api.ok(privacy.previewErasure, {}, { as: story.handler });
    expect(preview.duties).toEqual([{ role: '经办人', unitName: '县住房和城乡建设局' }]);
  });

  it('a text taken out of an erased message by somebody else, or put back, is found', async () => {
    const { who, told } = await busyCitizen();
    await app.api.ok(privacy.erase, {}, { as: who });
    expect((await verify()).faultCount).toBe(0);
    await sql("UPDATE message SET text = '改回来', text_salt = 'abc' WHERE id = ?", [told]);
    expect((await verify()).firstFault?.what).toContain('却又出现');
    await sql('UPDATE message SET text = NULL, text_salt = NULL WHERE id = ?', [told]);
    const [reply] = await sql('SELECT id, text FROM reply WHERE message_id = ?', [told]);
    await sql("UPDATE reply SET text = '另一个答复' WHERE id = ?", [reply?.id]);
    expect((await verify()).firstFault?.what).toContain('留下的文字被改动');
    await sql('UPDATE reply SET text = ? WHERE id = ?', [reply?.text, reply?.id]);
    expect((await verify()).faultCount).toBe(0);
  });

  it('the privacy guide tells what is kept and how long, by the days of the region', async () => {
    const guide = await app.api.ok(privacy.guide, { code: 'yunxi' });
    expect(guide.processor).toBe('云溪县政务公开办公室');
    expect(guide.items.length).toBeGreaterThanOrEqual(8);
    expect(JSON.stringify(guide.items)).toContain('办结 180 天后自动删除');
    expect((await app.api.call(privacy.guide, { code: 'nowhere' })).status).toBe(404);
  });

  it('a child’s message is sent by a guardian, with that kept, and never public', async () => {
    const parent = await app.given.person();
    const input = { region: 'yunxi', kind: 'help', text: '孩子上学路上没有斑马线', guardian: true } as const;
    const refused = await app.api.call(calls.submit, { ...input, public: true }, { as: parent });
    expect([refused.status, refused.error.code]).toEqual([422, 'MINOR_NOT_PUBLIC']);
    const sent = await app.api.ok(calls.submit, input, { as: parent });
    const rows = await sql('SELECT purpose, text FROM consent WHERE message_id = ?', [sent.id]);
    expect(rows).toEqual([{ purpose: 'guardian', text: consentTexts.guardian.text }]);
  });

  it('the consent to publication is taken back: out of public view at once, for good, answered as before', async () => {
    const author = await app.given.person();
    const { id } = await givenMessage(story, {
      by: author,
      public: true,
      text: '请问石桥路的公厕何时开放？',
    }).answered();
    expect((await app.api.call(calls.get, { id })).status).toBe(200);
    for (const as of [story.stranger, story.office, story.handler])
      expect((await app.api.call(calls.withdrawConsent, { id }, { as })).error.code).toBe(
        'MESSAGE_NOT_FOUND',
      );
    expect((await app.api.call(calls.withdrawConsent, { id })).status).toBe(401);
    const after = await app.api.ok(calls.withdrawConsent, { id }, { as: author });
    expect(after).toMatchObject({ public: false, publicWanted: false, status: 'answered' });
    expect(after.events.at(-1)?.code).toBe('consentWithdrawn');
    expect((await app.api.call(calls.get, { id })).status).toBe(404);
    const found = await app.api.ok(endpoints.search.search, { region: 'yunxi', q: '石桥路' });
    expect(JSON.stringify(found)).not.toContain('公厕');
    expect((await app.api.call(calls.withdrawConsent, { id }, { as: author })).error.code).toBe(
      'CONSENT_NOT_GIVEN',
    );
    const [row] = await sql('SELECT given_at, withdrawn_at FROM consent WHERE message_id = ?', [id]);
    expect(row?.withdrawn_at).not.toBeNull();
    expect((await verify()).faultCount).toBe(0);
  });

  it('an answer that was hidden before does not come back after the consent was taken back', async () => {
    const author = await app.given.person();
    const { id } = await givenMessage(story, { by: author, public: true }).answered();
    await app.api.ok(calls.hide, { id, note: '核对内容' }, { as: story.reviewer });
    await app.api.ok(calls.withdrawConsent, { id }, { as: author });
    const back = await app.api.call(calls.undoHide, { id, note: '核对无误' }, { as: story.office });
    expect(back.error.code).toBe('CONSENT_WITHDRAWN');
  });
});
