import type { TestApp } from '../support/app';
import { analyze, writeCitizens } from './bulk-data';
import { BulkMessages } from './bulk/bulk-messages';
import { writePlans } from './bulk/bulk-plans';
import { evenly, makeRegions } from './bulk/bulk-regions';
import { BulkWriter } from './bulk/bulk-writer';

/** Regions that are all alike: so many, each with so many tasks and as many messages. */
export interface BoardSize {
  readonly regions: number;
  readonly tasksEach: number;
}

/** 50 × 2,000 at full size. With fewer regions the planner reads the few units whole, and is right to. */
export const boardSize = (scale: number): BoardSize => ({
  regions: Math.max(20, Math.round(50 * scale)),
  tasksEach: Math.max(60, Math.round(2000 * scale)),
});

export async function fillWithRegions(app: TestApp, { regions: count, tasksEach }: BoardSize): Promise<void> {
  const regions = await makeRegions(app, count);
  const writer = await BulkWriter.open(app.database);
  const authorIds = await writeCitizens(app, writer, Math.max(50, count * 20));
  await writePlans(app, writer, regions, count * tasksEach, evenly);
  await writer.close();
  await new BulkMessages(app, regions, authorIds, evenly).write(count * tasksEach);
  await analyze(app);
}
