import { endpoints } from '@sunledger/shared-types';
import { UnitOfWork } from '../../backend/src/core/db/unit-of-work';
import { AccountEntity } from '../../backend/src/features/account/account.entity';
import { ReplyTemplateEntity } from '../../backend/src/features/reply/reply-template.entity';
import { SearchIndex } from '../../backend/src/features/search/search-index.service';
import { TaskLedger } from '../../backend/src/features/task/task-ledger.service';
import type { TestApp } from '../support/app';
import { BulkMessages } from './bulk/bulk-messages';
import { writePlans } from './bulk/bulk-plans';
import { makeRegions, type BulkRegion } from './bulk/bulk-regions';
import { answerText } from './bulk/bulk-texts';
import { BulkWriter } from './bulk/bulk-writer';

/** How much there is; a fifth of everything lies in the first region. */
export interface BulkSize {
  readonly regions: number;
  readonly tasks: number;
  readonly messages: number;
  readonly citizens: number;
  /** Plans whose tasks, and answers that, are in the search index. */
  readonly searchablePlans: number;
  readonly searchableAnswers: number;
}

/** The sizes of issue 1, part 9, and smaller ones of the same shape. */
export const bulkSize = (scale: number): BulkSize => ({
  // With fewer the planner reads the few units whole, and is right to.
  regions: Math.max(20, Math.round(50 * Math.sqrt(scale))),
  tasks: Math.max(500, Math.round(100_000 * scale)),
  messages: Math.max(1000, Math.round(1_000_000 * scale)),
  citizens: Math.max(50, Math.round(2000 * scale)),
  searchablePlans: Math.max(2, Math.round(25 * scale)),
  searchableAnswers: Math.max(300, Math.round(2500 * scale)),
});

export const LARGE_REGION = 'bench-aa';

/**
 * Fills an empty, migrated database. Regions, units and people come from the services; plans, tasks and
 * messages are written in bulk from the rows that the product's own functions make.
 */
export async function fillWithBulkData(
  app: TestApp,
  size: BulkSize,
  say: (line: string) => void = () => undefined,
): Promise<void> {
  const regions = await makeRegions(app, size.regions);
  const writer = await BulkWriter.open(app.database);
  const authorIds = await writeCitizens(app, writer, size.citizens);
  await writeTemplates(writer, regions);
  const planIds = await writePlans(app, writer, regions, size.tasks);
  await writer.close();
  say(`${size.regions} regions, ${planIds.length} plans, ${size.tasks} tasks`);
  await new BulkMessages(app, regions, authorIds).write(size.messages);
  say(`${size.messages} messages with their chains`);
  await makeFindable(app, regions, planIds.slice(0, size.searchablePlans), size.searchableAnswers);
  say(`search documents of ${size.searchablePlans} plans and ${size.searchableAnswers} answers`);
  await analyze(app);
}

/** Fresh statistics, as a server has them after a day; without them the first plans are guesses. */
export async function analyze(app: TestApp): Promise<void> {
  if (app.database.dialect === 'mysql')
    await app.database.dataSource.query(`ANALYZE TABLE ${ANALYZED.join(', ')}`);
}

const ANALYZED = [
  'task',
  'task_reach',
  'message',
  'message_event',
  'message_stay',
  'reply',
  'search_document',
  'search_gram',
];

export async function writeCitizens(app: TestApp, writer: BulkWriter, count: number): Promise<number[]> {
  const first = (await writer.lastId(AccountEntity)) + 1;
  const createdAt = app.clock.now();
  const citizens = Array.from({ length: count }, (_, at) => ({
    id: first + at,
    displayName: `网友${at + 1}`,
    phoneEnc: null,
    phoneVerifiedAt: null,
    createdAt,
    erasedAt: null,
  }));
  await writer.insert(AccountEntity, citizens);
  return citizens.map(({ id }) => id);
}

/** A few for the whole region and a few for each unit. */
async function writeTemplates(writer: BulkWriter, regions: readonly BulkRegion[]): Promise<void> {
  const rows = regions.flatMap(({ region, units }) =>
    [null, ...units.map(({ id }) => id)].flatMap((unitId) =>
      Array.from({ length: 5 }, (_, at) => ({
        regionId: region.id,
        unitId,
        kind: null,
        title: `模板${at + 1}`,
        text: answerText(at),
      })),
    ),
  );
  await writer.insert(ReplyTemplateEntity, rows);
}

/** Through the product's own index: the tasks of some plans of the large region, and its newest answers. */
async function makeFindable(
  app: TestApp,
  [large]: readonly BulkRegion[],
  planIds: readonly number[],
  answers: number,
): Promise<void> {
  const uow = app.get(UnitOfWork);
  for (const id of planIds) await uow.run(app.ctx(), (ctx) => app.get(TaskLedger).show(ctx, { id }, true));
  if (!large) return;
  const regionId = large.region.id;
  let cursor: string | undefined;
  for (let done = 0; done < answers;) {
    const input = { region: large.region.code, limit: 100, cursor };
    const page = await app.api.ok(endpoints.message.list, input);
    await uow.run(app.ctx(), (ctx) =>
      app.get(SearchIndex).put(
        ctx,
        ...page.items.map((answer) => ({
          regionId,
          kind: 'answer' as const,
          refId: answer.id,
          planId: null,
          title: answer.text,
          body: answer.replyText ?? '',
          note: answer.unit.name,
        })),
      ),
    );
    done += page.items.length;
    if (page.nextCursor === null) return;
    cursor = page.nextCursor;
  }
}
