import { endpoints } from '@sunledger/shared-types';
import { runFound } from '../../backend/src/commands/found-command';
import { startApp, type TestApp } from '../support/app';
import { WechatStandIn } from '../support/wechat/wechat-stand-in';

const { invitation, region: calls, unit: units, account } = endpoints;

/** What the command said and how it ended. */
async function found(app: TestApp, ...args: string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io = { stdout: (text: string) => void (out += text), stderr: (text: string) => void (err += text) };
  const status = await runFound(args, io, app.nest);
  return { status, out, err };
}

interface Answer {
  office: { secret: string };
  admin: { secret: string } | null;
}

describe('from nothing to a working region, in production', () => {
  let wechat: WechatStandIn;
  let app: TestApp;
  let office: { accessToken: string };
  let admin: { accessToken: string };

  beforeAll(async () => {
    wechat = await WechatStandIn.start();
    app = await startApp({
      environment: wechat.environment({
        NODE_ENV: 'production',
        DEMO: '0',
        SESSION_SECRET: 'a production secret of the test 0001',
        FIELD_KEY: 'a production field key of the test 1',
        CHAIN_KEY: 'a production chain key of the test 1',
      }),
    });
  });

  afterAll(async () => {
    await app.stop();
    await wechat.stop();
  });

  const signIn = async (openid: string): Promise<{ accessToken: string }> => ({
    accessToken: (await app.api.ok(account.signInWechat, { code: wechat.loginCode(openid) })).accessToken,
  });
  const refusal = async (call: Promise<{ status: number; error: { code: string } }>) => {
    const { status, error } = await call;
    return [status, error.code];
  };

  it('an empty database has no region, no demo and no way in but the command', async () => {
    expect((await app.api.ok(calls.list, {})).items).toEqual([]);
    expect((await app.api.call(account.signInDemo, { persona: 'office' })).status).toBe(404);
    const citizen = await signIn('openid-nobody');
    expect(await refusal(app.api.call(calls.found, { code: 'lingxi', name: '灵溪县' }))).toEqual([
      401,
      'SIGN_IN_REQUIRED',
    ]);
    const asked = app.api.call(calls.found, { code: 'lingxi', name: '灵溪县' }, { as: citizen });
    expect(await refusal(asked)).toEqual([403, 'ROLE_REQUIRED']);
  });

  it('the command wants a code and a name, and says how', async () => {
    for (const args of [[], ['--region', 'Lingxi', '--name', '灵溪县'], ['--region', 'lingxi'], ['--what']]) {
      const { status, out, err } = await found(app, ...args);
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain('npm run found');
    }
    expect((await app.api.ok(calls.list, {})).items).toEqual([]);
  });

  it('founds the region with its office, and tells two codes once', async () => {
    const { status, out } = await found(app, '--region', 'lingxi', '--name', '灵溪县', '--json');
    expect(status).toBe(0);
    const answer = JSON.parse(out) as Answer;
    const stored = JSON.stringify(await app.database.read('SELECT * FROM invitation', []));
    expect(stored).not.toContain(answer.office.secret);

    office = await signIn('openid-first-office');
    const seen = await app.api.ok(invitation.look, { code: answer.office.secret }, { as: office });
    expect(seen).toEqual({ regionName: '灵溪县', unitName: '灵溪县政务公开办', role: 'office' });
    const me = await app.api.ok(
      invitation.accept,
      { code: answer.office.secret, name: '周主任' },
      { as: office },
    );
    expect(me).toMatchObject({ name: '周主任', memberships: [{ role: 'office', regionCode: 'lingxi' }] });
    expect((await app.api.call(endpoints.oversight.inbox, {}, { as: office })).status).toBe(200);

    admin = await signIn('openid-first-admin');
    const other = await app.api.ok(
      invitation.accept,
      { code: answer.admin?.secret ?? '', name: '吴管理' },
      { as: admin },
    );
    expect(other.memberships).toEqual([expect.objectContaining({ role: 'admin', unitId: null })]);
  });

  it('refuses what exists, and a new first code once somebody is there', async () => {
    const again = await found(app, '--region', 'lingxi', '--name', '灵溪县');
    expect([again.status, again.out]).toEqual([1, '']);
    expect(again.err).toContain('lingxi');
    const renewed = await found(app, '--region', 'lingxi', '--new-code');
    expect([renewed.status, renewed.out]).toEqual([1, '']);
    expect((await found(app, '--region', 'nowhere', '--new-code')).status).toBe(2);
    const second = await found(app, '--region', 'heyang', '--name', '禾阳区', '--kind', '区');
    expect(second.status).toBe(0);
    expect(second.out).not.toContain('系统管理员');
    const lost = await found(app, '--region', 'heyang', '--new-code', '--json');
    expect((JSON.parse(lost.out) as Answer).office.secret).toMatch(/^[2-9A-Z]{12}$/);
  });

  it('the administrator founds the next one in the app', async () => {
    const made = await app.api.ok(
      calls.found,
      { code: 'donggang', name: '东港市', kind: '市', filingNumber: '浙网备〔2026〕7号' },
      { as: admin },
    );
    expect(made).toMatchObject({ code: 'donggang', office: { name: '东港市政务公开办' } });
    const { items } = await app.api.ok(calls.list, {});
    expect(items.map((region) => region.code)).toEqual(['lingxi', 'heyang', 'donggang']);
    const newcomer = await signIn('openid-donggang');
    await app.api.ok(invitation.accept, { code: made.secret, name: '郑东港' }, { as: newcomer });
    const twice = app.api.call(calls.found, { code: 'donggang', name: '东港市' }, { as: admin });
    expect(await refusal(twice)).toEqual([409, 'REGION_EXISTS']);
    const bad = await app.api.call(calls.found, { code: 'X', name: '东' }, { as: admin });
    expect(bad.error.details?.map((detail) => detail.field).sort()).toEqual(['code', 'name']);
    expect(await refusal(app.api.call(calls.found, { code: 'x-x', name: '某县' }, { as: office }))).toEqual([
      403,
      'ROLE_REQUIRED',
    ]);
  });

  it('the office names its units, and colleagues come by invitation', async () => {
    const bureau = await app.api.ok(
      units.create,
      { code: 'lingxi', name: '县住房和城乡建设局', kind: 'department', aliases: ['县住建局', '县住建局'] },
      { as: office },
    );
    expect(bureau).toMatchObject({ aliases: ['县住建局'], members: [] });
    const { secret } = await app.api.ok(
      invitation.create,
      { code: 'lingxi', unitId: bureau.id, role: 'handler' },
      { as: office },
    );
    const handler = await signIn('openid-first-handler');
    await app.api.ok(invitation.accept, { code: secret, name: '李经办' }, { as: handler });

    const group = await app.api.ok(
      units.create,
      { code: 'lingxi', name: '县属有关单位', kind: 'collective', memberIds: [bureau.id] },
      { as: office },
    );
    expect(group.members).toEqual([{ id: bureau.id, name: '县住房和城乡建设局' }]);
    const renamed = await app.api.ok(
      units.change,
      { code: 'lingxi', id: bureau.id, name: '县住建和城管局', aliases: ['县住建局', '县城管局'] },
      { as: office },
    );
    expect(renamed).toMatchObject({ kind: 'department', aliases: ['县住建局', '县城管局'] });
    const { items } = await app.api.ok(units.list, { code: 'lingxi' });
    expect(items.map((unit) => unit.name)).toEqual(['灵溪县政务公开办', '县住建和城管局', '县属有关单位']);
  });

  it('refuses names that lead elsewhere, foreign members, and whoever is not the office', async () => {
    const written = { code: 'lingxi', name: '县城管局', kind: 'department' } as const;
    expect(await refusal(app.api.call(units.create, written, { as: office }))).toEqual([409, 'UNIT_EXISTS']);
    const { items } = await app.api.ok(units.list, { code: 'lingxi' });
    const [own, bureau] = items;
    const alias = { code: 'lingxi', id: bureau?.id ?? 0, name: '县住建局', aliases: ['灵溪县政务公开办'] };
    expect(await refusal(app.api.call(units.change, alias, { as: office }))).toEqual([409, 'UNIT_EXISTS']);
    const kind = { code: 'lingxi', id: own?.id ?? 0, name: '灵溪县政务公开办', kind: 'park' } as const;
    expect(await refusal(app.api.call(units.change, kind, { as: office }))).toEqual([409, 'UNIT_KIND_FIXED']);
    const elsewhere = (await app.api.ok(units.list, { code: 'donggang' })).items[0]?.id ?? 0;
    const foreign = { code: 'lingxi', name: '别家的', kind: 'collective' as const, memberIds: [elsewhere] };
    const refused = await app.api.call(units.create, foreign, { as: office });
    expect([refused.status, refused.error.details?.[0]?.field]).toEqual([422, 'memberIds']);
    const moved = { code: 'lingxi', id: elsewhere, name: '别家的' };
    expect(await refusal(app.api.call(units.change, moved, { as: office }))).toEqual([422, 'UNIT_NOT_FOUND']);
    const free = { ...written, name: '县交通局' };
    expect(await refusal(app.api.call(units.create, free))).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await refusal(app.api.call(units.create, free, { as: admin }))).toEqual([403, 'ROLE_REQUIRED']);
    const stranger = await signIn('openid-donggang');
    expect(await refusal(app.api.call(units.create, free, { as: stranger }))).toEqual([
      404,
      'REGION_NOT_FOUND',
    ]);
    const bad = await app.api.call(units.create, { ...written, name: '局' }, { as: office });
    expect(bad.error.details?.[0]?.field).toBe('name');
  });

  it('the settings: a filing number that everybody sees, the phone, messages in a day', async () => {
    const wanted = { filingNumber: '浙网备〔2026〕3号', requireVerifiedPhone: true, messagesPerDay: 2 };
    expect(await app.api.ok(calls.options, { code: 'lingxi' }, { as: office })).toEqual({
      filingNumber: null,
      requireVerifiedPhone: true,
      messagesPerDay: 10,
    });
    expect(await app.api.ok(calls.setOptions, { code: 'lingxi', ...wanted }, { as: office })).toEqual(wanted);
    expect(await app.api.ok(calls.options, { code: 'lingxi' }, { as: admin })).toEqual(wanted);
    expect((await app.api.ok(calls.get, { code: 'lingxi' })).filingNumber).toBe('浙网备〔2026〕3号');
    const citizen = await signIn('openid-writes');
    const message = { region: 'lingxi', kind: 'inquiry' as const, text: '请问图书馆几点开门？' };
    expect(await refusal(app.api.call(endpoints.message.submit, message, { as: citizen }))).toEqual([
      403,
      'PHONE_REQUIRED',
    ]);
    await app.api.ok(account.verifyPhone, { code: wechat.phoneCode('13900002222') }, { as: citizen });
    for (const text of ['请问图书馆几点开门？', '请问体育馆几点开门？'])
      await app.api.ok(endpoints.message.submit, { ...message, text }, { as: citizen });
    expect(await refusal(app.api.call(endpoints.message.submit, message, { as: citizen }))).toEqual([
      429,
      'MESSAGE_LIMIT',
    ]);
    expect(await refusal(app.api.call(calls.options, { code: 'lingxi' }))).toEqual([401, 'SIGN_IN_REQUIRED']);
    const handler = await signIn('openid-first-handler');
    expect(await refusal(app.api.call(calls.options, { code: 'lingxi' }, { as: handler }))).toEqual([
      403,
      'ROLE_REQUIRED',
    ]);
    const stranger = await signIn('openid-donggang');
    const foreign = app.api.call(calls.setOptions, { code: 'lingxi', ...wanted }, { as: stranger });
    expect(await refusal(foreign)).toEqual([404, 'REGION_NOT_FOUND']);
    const bad = { code: 'lingxi', ...wanted, messagesPerDay: 0 };
    expect((await app.api.call(calls.setOptions, bad, { as: office })).status).toBe(422);
  });
});
