import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { create, list, revoke, look, accept, staff, colleagues, leave } = endpoints.invitation;

describe('staff by invitation', () => {
  let app: TestApp;
  let story: MessageStory;
  let admin: GivenPerson;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T09:00:00+08:00' });
    story = await messageStory(app);
    admin = await app.given.person({ name: '管理员', role: 'admin' });
  });

  afterAll(() => app.stop());

  const refusal = async (call: Promise<{ status: number; error: { code: string } | null }>) => {
    const { status, error } = await call;
    return [status, error?.code];
  };
  const invite = async (more: { mostUses?: number; days?: number; role?: 'handler' | 'reviewer' } = {}) => {
    const { role = 'handler', ...limits } = more;
    const input = { code: 'yunxi', unitId: story.unit.id, role, ...limits };
    return app.api.ok(create, input, { as: story.office });
  };
  const memberOf = async (person: GivenPerson, unitId = story.unit.id) => {
    const { memberships } = await app.api.ok(endpoints.account.me, {}, { as: person });
    return memberships.find((membership) => membership.unitId === unitId);
  };
  const later = async <T>(milliseconds: number, work: () => Promise<T>): Promise<T> => {
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + milliseconds);
    try {
      return await work();
    } finally {
      clock.mockRestore();
    }
  };

  it('a code for a unit and a role makes a citizen a colleague under a real name', async () => {
    const { secret, invitation, image } = await invite();
    expect(image).toBeNull();
    expect(secret).toMatch(/^[2-9A-Z]{12}$/);
    expect(invitation).toMatchObject({
      role: 'handler',
      uses: 0,
      mostUses: 1,
      state: 'open',
      unit: { id: story.unit.id },
    });
    const person = await app.given.person({ name: '网友' });
    expect(await app.api.ok(look, { code: secret }, { as: person })).toEqual({
      regionName: '云溪县',
      unitName: '县住房和城乡建设局',
      role: 'handler',
    });
    // As one writes it down: small letters, with a dash.
    const typed = `${secret.slice(0, 6)}-${secret.slice(6)}`.toLowerCase();
    const me = await app.api.ok(accept, { code: typed, name: '李新来' }, { as: person });
    expect(me).toMatchObject({ name: '李新来', memberships: [{ role: 'handler', unitId: story.unit.id }] });
    expect((await app.api.call(endpoints.oversight.inbox, {}, { as: person })).status).toBe(200);
    const { items } = await app.api.ok(list, { code: 'yunxi' }, { as: story.office });
    expect(items[0]).toMatchObject({ id: invitation.id, uses: 1, state: 'full' });
  });

  it('ends with its uses, its days, or its withdrawal; nobody uses one twice', async () => {
    const [first, second, third] = [
      await app.given.person(),
      await app.given.person(),
      await app.given.person(),
    ];
    const { secret } = await invite({ mostUses: 2 });
    await app.api.ok(accept, { code: secret, name: '甲一' }, { as: first });
    expect(await refusal(app.api.call(accept, { code: secret, name: '甲一' }, { as: first }))).toEqual([
      409,
      'MEMBERSHIP_EXISTS',
    ]);
    await app.api.ok(accept, { code: secret, name: '乙二' }, { as: second });
    const full = app.api.call(accept, { code: secret, name: '丙三' }, { as: third });
    expect(await refusal(full)).toEqual([404, 'INVITATION_INVALID']);
    const old = await invite({ days: 1 });
    await later(25 * 3600_000, async () => {
      const session = await app.given.person();
      const late = app.api.call(accept, { code: old.secret, name: '丙三' }, { as: session });
      expect(await refusal(late)).toEqual([404, 'INVITATION_INVALID']);
    });
    const withdrawn = await invite();
    const { state } = await app.api.ok(
      revoke,
      { code: 'yunxi', id: withdrawn.invitation.id },
      { as: story.office },
    );
    expect(state).toBe('revoked');
    const gone = app.api.call(accept, { code: withdrawn.secret, name: '丙三' }, { as: third });
    expect(await refusal(gone)).toEqual([404, 'INVITATION_INVALID']);
  });

  it('the last use goes to one of two who come at once', async () => {
    const people = [await app.given.person(), await app.given.person()];
    const { secret } = await invite({ role: 'reviewer' });
    const answers = await Promise.all(
      people.map((as) => app.api.call(accept, { code: secret, name: '赵同时' }, { as })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404]);
  });

  it('guessed codes are limited per account', async () => {
    const guesser = await app.given.person();
    const codes: unknown[] = [];
    for (let guess = 0; guess < 12; guess++) {
      codes.push((await refusal(app.api.call(look, { code: `ABCDEFGH${guess}` }, { as: guesser })))[1]);
    }
    expect([codes[0], codes.at(-1)]).toEqual(['INVITATION_INVALID', 'RATE_LIMITED']);
    const { secret } = await invite();
    expect((await refusal(app.api.call(look, { code: secret }, { as: guesser })))[1]).toBe('RATE_LIMITED');
  });

  it('the office invites to every role but its own, the administrator to the office, and only there', async () => {
    const officeRole = { code: 'yunxi', unitId: story.region.office.id, role: 'office' as const };
    expect(await refusal(app.api.call(create, officeRole, { as: story.office }))).toEqual([
      403,
      'INVITATION_ROLE',
    ]);
    expect((await app.api.ok(create, officeRole, { as: admin })).invitation.role).toBe('office');
    const handlerRole = { code: 'yunxi', unitId: story.unit.id, role: 'handler' as const };
    expect(await refusal(app.api.call(create, handlerRole, { as: admin }))).toEqual([403, 'INVITATION_ROLE']);
    expect((await app.api.call(create, handlerRole)).status).toBe(401);
    expect((await app.api.call(create, handlerRole, { as: story.handler })).status).toBe(403);
    expect((await app.api.call(create, handlerRole, { as: story.officeElsewhere })).status).toBe(404);
    const foreign = { ...handlerRole, code: 'binjiang' };
    expect((await refusal(app.api.call(create, foreign, { as: story.officeElsewhere })))[1]).toBe(
      'UNIT_NOT_FOUND',
    );
    const bad = await app.api.call(create, { ...handlerRole, mostUses: 51, days: 31 }, { as: story.office });
    expect(bad.error.details?.map((detail) => detail.field).sort()).toEqual(['days', 'mostUses']);
    const { id } = (await invite()).invitation;
    expect((await app.api.call(revoke, { code: 'binjiang', id }, { as: story.officeElsewhere })).status).toBe(
      404,
    );
    for (const endpoint of [list, staff]) {
      expect((await app.api.call(endpoint, { code: 'yunxi' })).status).toBe(401);
      expect((await app.api.call(endpoint, { code: 'yunxi' }, { as: story.handler })).status).toBe(403);
      expect((await app.api.call(endpoint, { code: 'yunxi' }, { as: story.officeElsewhere })).status).toBe(
        404,
      );
    }
    const stored = JSON.stringify(await app.database.read('SELECT * FROM invitation', []));
    expect(stored).not.toContain((await invite()).secret);
  });

  it('lists who is on duty, by unit when asked, page by page', async () => {
    const page = await app.api.ok(staff, { code: 'yunxi', limit: 3 }, { as: story.office });
    expect(page.items).toHaveLength(3);
    expect(page.nextCursor).not.toBeNull();
    const ofUnit = await app.api.ok(staff, { code: 'yunxi', unit: story.otherUnit.id }, { as: story.office });
    expect(ofUnit.items.map((item) => item.name)).toEqual(['经办乙', '审核乙']);
  });

  it('leaving hands the open items over in the same step', async () => {
    const leaver = await app.given.person({
      name: '老张',
      region: story.region,
      role: 'handler',
      unit: story.unit,
    });
    const heir = await app.given.person({
      name: '小陈',
      region: story.region,
      role: 'handler',
      unit: story.unit,
    });
    const { id } = await givenMessage(story).assigned().drafted(leaver);
    const claimed = await givenMessage(story).assigned();
    await app.api.ok(endpoints.message.claim, { id: claimed.id }, { as: leaver });
    const mine = await memberOf(leaver);
    const { items, open, name } = await app.api.ok(colleagues, { id: mine?.id ?? 0 }, { as: leaver });
    expect([name, open]).toEqual(['老张', { drafts: 1, claims: 1, reports: 0 }]);
    // Nothing of it may be left to nobody.
    expect(await refusal(app.api.call(leave, { id: mine?.id ?? 0 }, { as: story.office }))).toEqual([
      409,
      'SUCCESSOR_NEEDED',
    ]);
    const successor = items.find((item) => item.name === '小陈');
    const done = await app.api.ok(
      leave,
      { id: mine?.id ?? 0, successorId: successor?.id ?? 0 },
      { as: leaver },
    );
    expect(done.handedOver).toMatchObject({ drafts: 1, claims: 1, reports: 0 });
    expect(await memberOf(leaver)).toBeUndefined();
    expect((await app.api.call(endpoints.message.get, { id }, { as: leaver })).status).toBe(404);
    const detail = await app.api.ok(endpoints.message.get, { id }, { as: heir });
    expect(detail.replies[0]).toMatchObject({ draftedByMe: true, drafterName: '小陈' });
    // What was sent back reaches somebody who is there.
    await app.api.ok(endpoints.message.sendBack, { id, note: '请写明窗口' }, { as: story.reviewer });
    await app.tick();
    const notes = await app.api.ok(endpoints.notification.list, {}, { as: heir });
    expect(notes.items[0]).toMatchObject({ topic: 'replySentBack', target: { id } });
  });

  it('asks again, refuses a stranger as heir and an empty desk', async () => {
    const unit = await app.given.unit(story.region, '县文旅局');
    const lone = await app.given.person({ name: '独苗', region: story.region, role: 'handler', unit });
    const id = (await memberOf(lone, unit.id))?.id ?? 0;
    expect(await refusal(app.api.call(leave, { id }, { as: lone }))).toEqual([409, 'UNIT_LEFT_EMPTY']);
    await app.given.person({ name: '同事', region: story.region, role: 'reviewer', unit });
    const other = await app.api.ok(staff, { code: 'yunxi', unit: story.otherUnit.id }, { as: story.office });
    const stranger = app.api.call(leave, { id, successorId: other.items[0]?.id ?? 0 }, { as: lone });
    expect(await refusal(stranger)).toEqual([422, 'SUCCESSOR_INVALID']);
    await later(11 * 60_000, async () => {
      expect(await refusal(app.api.call(leave, { id }, { as: lone }))).toEqual([403, 'CONFIRM_REQUIRED']);
    });
    expect((await app.api.call(leave, { id })).status).toBe(401);
    expect((await app.api.call(leave, { id }, { as: story.citizen })).status).toBe(404);
    expect((await app.api.call(leave, { id }, { as: story.officeElsewhere })).status).toBe(404);
    expect((await app.api.call(colleagues, { id }, { as: story.citizen })).status).toBe(404);
    // The office may do it for somebody who is gone already.
    expect(await app.api.ok(leave, { id }, { as: story.office })).toMatchObject({ done: true });
    expect((await app.api.call(endpoints.oversight.inbox, {}, { as: lone })).status).toBe(403);
    const officeMember = await memberOf(story.secondOffice, story.region.office.id);
    const fired = app.api.call(leave, { id: officeMember?.id ?? 0 }, { as: story.office });
    expect(await refusal(fired)).toEqual([404, 'MEMBERSHIP_NOT_FOUND']);
    // Nor by way of another role that ends with it.
    const { region } = story;
    const desk = { regionId: region.id, unitId: region.office.id };
    const both = await app.given.account([
      { role: 'reviewer', ...desk },
      { role: 'office', ...desk },
    ]);
    for (const { id } of both.actor.memberships) {
      expect(await refusal(app.api.call(leave, { id }, { as: story.office }))).toEqual([
        404,
        'MEMBERSHIP_NOT_FOUND',
      ]);
    }
  });
});
