import {
  listedParts,
  openDataFiles,
  supervisionLists,
  ledgerChanges,
  type Role,
} from '@sunledger/shared-types';
import { AccountService } from '../../backend/src/features/account/account.service';
import { OpenSessionService } from '../../backend/src/features/account/open-session.service';
import type { TestApp } from '../support/app';
import { LARGE_REGION } from './bulk-data';

/** One reading call of the API, as a path under /api/v1 and who makes it. */
export interface ListCall {
  readonly path: string;
  /** Null for a visitor without an account. */
  readonly token: string | null;
}

type Caller = Exclude<Role, 'admin'> | 'citizen';

/** Every list and search of the API over the bulk data, with every filter, as everybody who may ask. */
export async function listCalls(app: TestApp): Promise<ListCall[]> {
  const first = async (sql: string): Promise<number> => {
    const [row] = await app.database.read(sql, []);
    return Number(row?.id);
  };
  const region = await first(`SELECT id FROM region WHERE code = '${LARGE_REGION}'`);
  const plan = await first(`SELECT MAX(id) AS id FROM work_plan WHERE region_id = ${region}`);
  const unit = await first(`SELECT MIN(id) AS id FROM unit WHERE region_id = ${region} AND is_office = 0`);
  const task = await first(`SELECT MAX(task_id) AS id FROM message WHERE public_shown = 1`);
  const membership = await first(
    `SELECT MIN(id) AS id FROM membership WHERE region_id = ${region} AND role = 'handler'`,
  );
  const message = await first(`SELECT MAX(id) AS id FROM message WHERE region_id = ${region}`);
  const place = `region=${LARGE_REGION}`;
  const word = (text: string): string => `q=${encodeURIComponent(text)}`;
  const clocks = ['running', 'overdue', 'onTime', 'late'].map((clock) => `clock=${clock}`);
  const lights = ['done', 'doneLate', 'onTrack', 'dueSoon', 'overdue', 'notStarted', 'stale'];
  const paths: Record<Caller | 'visitor', string[]> = {
    visitor: [
      '/regions',
      `/regions/${LARGE_REGION}`,
      `/regions/${LARGE_REGION}/plans`,
      `/regions/${LARGE_REGION}/units`,
      `/plans/${plan}`,
      ...[
        '',
        `plan=${plan}`,
        `unit=${unit}`,
        `unit=${unit}&plan=${plan}`,
        'year=2026',
        'order=latest',
        `order=latest&plan=${plan}`,
        `order=latest&unit=${unit}`,
        'mark=livelihood',
        `year=2026&${new URLSearchParams({ section: '没有这个部分' }).toString()}`,
        ...lights.map((light) => `light=${light}`),
      ]
        .concat(word('加装电梯'), word('的'), word('没有这样的词语'))
        .map((filter) => `/tasks?${place}&${filter}`),
      ...['', `unit=${unit}`, `task=${task}`, 'kind=help', ...clocks]
        .concat(word('加装电梯'), word('您'), word('没有这样的词语'))
        .map((filter) => `/messages?${place}&${filter}`),
      ...[word('补贴'), word('您好'), `${word('补贴')}&kind=task`, word('公'), word('没有这样的词语')].map(
        (asked) => `/search?${place}&${asked}`,
      ),
      `/answers/similar?${place}&text=${encodeURIComponent('小区加装电梯的名单什么时候公布')}`,
      ...['', `unit=${unit}`].flatMap((filter) =>
        ledgerChanges.map(
          (what) =>
            `/regions/${LARGE_REGION}/board/changes?what=${what}&from=2026-11-16&to=2026-11-20&${filter}`,
        ),
      ),
      `/regions/${LARGE_REGION}/units/${unit}/board`,
      `/stats/replies?${place}`,
      `/stats/replies?${place}&by=month`,
      `/stats/replies?${place}&by=kind&unit=${unit}`,
      ...listedParts.map((part) => `/stats/replies/messages?${place}&part=${part}`),
      `/stats/replies/messages?${place}&unit=${unit}&kind=help`,
      `/regions/${LARGE_REGION}/bulletins`,
      `/regions/${LARGE_REGION}/open-data`,
      ...openDataFiles.map((file) => `/regions/${LARGE_REGION}/open-data/${file}`),
      `/regions/${LARGE_REGION}/units/${unit}/deadlines.ics`,
    ],
    citizen: ['', place, `${place}&kind=help`, ...clocks, word('电梯')]
      .map((filter) => `/messages?scope=mine&${filter}`)
      .concat(
        '/me/notifications',
        '/me/follows',
        '/me/follows?kind=task',
        '/me/sessions',
        '/me/subscriptions',
      ),
    handler: [
      ...['', ...clocks, word('电梯')].map((filter) => `/messages?${place}&scope=staff&${filter}`),
      ...['reply', 'review', 'task', 'supervision', 'done'].map((tab) => `/inbox?tab=${tab}`),
      `/reply-templates?${place}`,
      '/me/calendar-feeds',
      `/supervisions?${place}`,
      `/supervisions?${place}&list=issued`,
    ],
    reviewer: ['/inbox?tab=review'],
    office: [
      ...['', ...clocks, `unit=${unit}`, word('电梯')].map(
        (filter) => `/messages?${place}&scope=staff&${filter}`,
      ),
      ...['reply', 'review', 'task', 'supervision', 'done'].map((tab) => `/inbox?tab=${tab}`),
      `/regions/${LARGE_REGION}/plans?drafts=true`,
      `/regions/${LARGE_REGION}/board`,
      `/regions/${LARGE_REGION}/anchors`,
      ...['invitations', 'staff', 'screenings', 'channels'].map((list) => `/regions/${LARGE_REGION}/${list}`),
      `/memberships/${membership}/colleagues`,
      `/messages/${message}/screening`,
      `/regions/${LARGE_REGION}/bulletins?drafts=true`,
      `/regions/${LARGE_REGION}/ledger.xlsx?plan=${plan}`,
      `/regions/${LARGE_REGION}/annual-section?year=2026`,
      `/regions/${LARGE_REGION}/annual-section.docx?year=2026`,
      ...['', ...supervisionLists.map((list) => `list=${list}`), `unit=${unit}`].map(
        (filter) => `/supervisions?${place}&${filter}`,
      ),
    ],
    official: [
      `/messages?${place}&scope=staff`,
      `/regions/${LARGE_REGION}/units/${unit}/board?period=year`,
      `/regions/${LARGE_REGION}/board?period=year`,
    ],
  };
  const calls: ListCall[] = paths.visitor.map((path) => ({ path, token: null }));
  for (const caller of ['citizen', 'handler', 'reviewer', 'office', 'official'] as const) {
    const token = await tokenOf(app, region, caller);
    calls.push(...paths[caller].map((path) => ({ path, token })));
  }
  return calls;
}

async function tokenOf(app: TestApp, region: number, caller: Caller): Promise<string> {
  const [row] =
    caller === 'citizen'
      ? await app.database.read('SELECT MAX(author_id) AS account_id FROM message WHERE region_id = ?', [
          region,
        ])
      : await app.database.read(
          'SELECT MAX(account_id) AS account_id FROM membership WHERE region_id = ? AND role = ?',
          [region, caller],
        );
  const actor = await app.get(AccountService).actor(app.ctx(), Number(row?.account_id));
  if (!actor) throw new Error(`nobody is ${caller}`);
  return (await app.get(OpenSessionService).run(app.ctx(), actor)).accessToken;
}
