import { addDays } from '@sunledger/shared-types';
import { addWorkingDays, nationalCalendar } from '../../backend/src/features/deadline';
import { SweepMessagesService } from '../../backend/src/features/message/sweep-messages.service';
import type { TestApp } from '../support/app';
import { writeCitizens } from './bulk-data';
import { makeRegions } from './bulk/bulk-regions';
import { BulkWriter } from './bulk/bulk-writer';
import { writeDueMessages } from './bulk/due-messages';

/** One sweep over a database that holds so many open messages, of which so many fall due. */
export interface SweepTime {
  readonly stored: number;
  readonly due: number;
  readonly milliseconds: number;
  readonly rowsRead: number;
  readonly rowsWritten: number;
  /** What a sweep costs when nothing is due. */
  readonly idleMilliseconds: number;
  readonly idleRowsRead: number;
}

const SIZES = [10_000, 100_000, 1_000_000];
const DUE = 1000;
const START = '2026-03-16';
/** What is only stored falls due here, long after the last measured day. */
const LATER = '2026-12-30';

/** The same number due at every size, and at the largest four times as many. */
export async function sweepTimes(
  app: TestApp,
  scale: number,
  say: (line: string) => void,
): Promise<SweepTime[]> {
  app.clock.set(`${START}T08:00:00+08:00`);
  const regions = await makeRegions(app, 10);
  const writer = await BulkWriter.open(app.database);
  const authorIds = await writeCitizens(app, writer, Math.max(50, 2000 * scale));
  await writer.close();
  const due = Math.max(50, Math.round(DUE * scale));
  const times: SweepTime[] = [];
  let from = 0;
  let dueOn = START;
  const write = async (count: number, day: string): Promise<void> => {
    await writeDueMessages(app, { count, dueOn: day, regions, authorIds, from });
    from += count;
  };
  for (const [size, count] of [...SIZES.map((each) => [each * scale, due] as const), [0, 4 * due] as const]) {
    if (from < size) await write(Math.round(size) - from, LATER);
    const stored = from;
    dueOn = addWorkingDays(nationalCalendar, dueOn, 5);
    await write(count, dueOn);
    // What is left of the last measured day goes up to the officials before this one.
    app.clock.set(`${addDays(dueOn, -2)}T20:00:00+08:00`);
    await app.get(SweepMessagesService).run(app.ctx());
    await app.database.dataSource.query('ANALYZE TABLE message, message_mark, message_event');
    app.clock.set(`${addDays(dueOn, 1)}T00:00:00+08:00`);
    const swept = await measured(app);
    if (swept.looked !== count) throw new Error(`${swept.looked} of ${count} due messages were swept`);
    const idle = await measured(app);
    say(`sweep: ${stored} stored, ${count} due`);
    times.push({
      stored,
      due: count,
      milliseconds: swept.milliseconds,
      rowsRead: swept.rowsRead,
      rowsWritten: swept.rowsWritten,
      idleMilliseconds: idle.milliseconds,
      idleRowsRead: idle.rowsRead,
    });
  }
  return times;
}

async function measured(app: TestApp) {
  const before = await handlers(app);
  const from = process.hrtime.bigint();
  const looked = await app.get(SweepMessagesService).run(app.ctx());
  const milliseconds = Number(process.hrtime.bigint() - from) / 1e6;
  const after = await handlers(app);
  return {
    looked,
    milliseconds,
    rowsRead: after.read - before.read,
    rowsWritten: after.written - before.written,
  };
}

/** What the whole server touched so far: the sweep works over several connections. */
async function handlers(app: TestApp): Promise<{ read: number; written: number }> {
  const rows: { Variable_name: string; Value: string }[] = await app.database.dataSource.query(
    "SHOW GLOBAL STATUS LIKE 'Handler\\_%'",
  );
  const sum = (names: RegExp): number =>
    rows.reduce((total, row) => (names.test(row.Variable_name) ? total + Number(row.Value) : total), 0);
  return {
    // Not rnd: reading the status itself walks a table of its own.
    read: sum(/^Handler_read_(first|key|last|next|prev)$/i),
    written: sum(/^Handler_(update|write|delete)$/i),
  };
}
