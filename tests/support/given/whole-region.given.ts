import { defaultReplyRule, endpoints, type CallOf } from '@sunledger/shared-types';
import type { TestApp } from '../app';
import type { GivenPerson } from '../given';
import { photo } from '../evidence-files';
import { paperOf } from './paper';
import { givenLedger, type Ledger } from './plan.given';

/** Stands in everything that the region has not published; an answer to a stranger that holds it is a leak. */
export const SECRET = '此句未公开';

/** A region in which one of everything stands that has an address, and the people who made it. */
export interface WholeRegion {
  readonly ledger: Ledger;
  readonly author: GivenPerson;
  readonly handler: GivenPerson;
  readonly reviewer: GivenPerson;
  readonly official: GivenPerson;
  /** What the input of a call names, by the field's name. */
  readonly named: Record<string, unknown>;
  /** What `:id` is in a path, by the path's first words. */
  readonly ids: Record<string, number>;
}

export async function givenWholeRegion(app: TestApp): Promise<WholeRegion> {
  const ledger = await givenLedger(app);
  const { region, units } = ledger;
  const people = {
    author: await app.given.person({ name: '王留言' }),
    handler: await ledger.staff(units.education, 'handler'),
    reviewer: await ledger.staff(units.education, 'reviewer'),
    official: await app.given.person({ region, role: 'official' }),
  };
  const story = { app, ledger, ...people };
  const plan = await ledger.published();
  const task = await ledger.task(plan.id, '2');
  const ids = {
    '/plans': await ledger.draft(paperOf({ title: `2027年云溪县政务公开工作要点（${SECRET}）` })),
    '/imports': (await ledger.uploaded()).id,
    '/tasks': task.id,
    '/units': units.education.id,
    ...(await givenWork(story, task.id)),
    ...(await givenMessages(story)),
    ...(await givenPapers(story)),
  };
  const named = {
    region: region.code,
    code: region.code,
    plan: plan.id,
    tasks: [task.id, (await ledger.task(plan.id, '3')).id],
    unit: units.education.id,
    unitId: units.education.id,
    deputyId: people.reviewer.actor.accountId,
    ids: [ids['/messages']],
    into: ids['/messages'] - 1,
    day: '2026-03-03',
    file: 'messages.json',
    q: SECRET,
    workingHours: defaultReplyRule.workingHours,
  };
  return { ledger, ...people, named, ids };
}

interface Story {
  readonly app: TestApp;
  readonly ledger: Ledger;
  readonly author: GivenPerson;
  readonly handler: GivenPerson;
  readonly reviewer: GivenPerson;
  readonly official: GivenPerson;
}

/** A report that waits, its photo, a change that waits, an order of an official. */
async function givenWork({ app: { api }, ledger, handler, official }: Story, id: number) {
  const file = { name: `${SECRET}.jpg`, bytes: await photo() };
  const attached = await api.ok(endpoints.task.attach, { id }, { as: handler, file });
  const report = await ledger.report({ id }, handler, { text: `招生方案报审。${SECRET}` });
  const amend = { id, text: `公开学区划分（${SECRET}）`, reason: SECRET };
  const change = await api.ok(endpoints.ledger.amend, amend, { as: ledger.office });
  const order = { id, instruction: `请说明进度。${SECRET}`, days: 3 };
  const supervision = await api.ok(endpoints.supervision.superviseTask, order, { as: official });
  return {
    '/attachments': attached.id,
    '/progress': report.id,
    '/task-changes': change.id,
    '/supervisions': supervision.id,
  };
}

/** A private message with a drafted answer, a template and what its people were told. */
async function givenMessages({ app, ledger, author, handler, reviewer }: Story) {
  const { api } = app;
  const { units, office, region } = ledger;
  const question: CallOf<typeof endpoints.message.submit> = {
    region: region.code,
    kind: 'inquiry',
    text: `孩子的学籍什么时候能转？${SECRET}`,
    contactName: SECRET,
    public: true,
  };
  await api.ok(endpoints.message.submit, question, { as: author });
  const { id } = await api.ok(endpoints.message.submit, question, { as: author });
  await api.ok(endpoints.message.assign, { id, unitId: units.education.id, note: SECRET }, { as: office });
  await api.ok(endpoints.message.reply, { id, text: `九月一日起办理。${SECRET}` }, { as: handler });
  const words = { title: SECRET, text: `您好！${SECRET}`, kind: null };
  const template = { region: region.code, unitId: units.education.id, ...words };
  const { id: templateId } = await api.ok(endpoints.message.addTemplate, template, { as: reviewer });
  // An anchor holds the day that has ended, and notes go out.
  app.clock.set('2026-03-03T09:00:00+08:00');
  await app.tick();
  const { items } = await api.ok(endpoints.notification.list, {}, { as: handler });
  const [session] = (await api.ok(endpoints.session.list, {}, { as: author })).items;
  const [membership] = handler.actor.memberships;
  if (!items[0] || !session || !membership) throw new Error('nobody was told');
  return {
    '/messages': id,
    '/reply-templates': templateId,
    '/me/notifications': items[0].id,
    '/me/sessions': session.id,
    '/memberships': membership.id,
  };
}

/** An open invitation, a bulletin that is a draft, somebody's deputy. */
async function givenPapers({ app: { api }, ledger, handler, reviewer }: Story) {
  const { region, units, office } = ledger;
  const code = region.code;
  const invitation = { code, unitId: units.education.id, role: 'handler' as const };
  const invited = await api.ok(endpoints.invitation.create, invitation, { as: office });
  const place = { code, unitId: units.education.id, name: '招生窗口' };
  const counter = await api.ok(endpoints.counter.create, place, { as: office });
  const ownDay = { code, date: '2026-12-07', working: false, decision: '云政发〔2026〕8号' };
  const override = await api.ok(endpoints.calendar.addOverride, ownDay, { as: office });
  const month = { code, kind: 'month' as const, year: 2026, part: 2, remark: SECRET };
  const bulletin = await api.ok(endpoints.bulletin.create, month, { as: office });
  const days = { from: '2026-03-10', until: '2026-03-12' };
  const dates = { unitId: units.education.id, deputyId: reviewer.actor.accountId, ...days };
  const deputy = await api.ok(endpoints.deputy.name, dates, { as: handler });
  return {
    '/regions/:code/invitations': invited.invitation.id,
    '/regions/:code/units': units.education.id,
    '/regions/:code/counters': counter.id,
    '/bulletins': bulletin.id,
    '/regions/:code/calendar/overrides': override.id,
    '/me/deputies': deputy.id,
    '/deliveries': 1,
  };
}
