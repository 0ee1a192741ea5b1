import type { QueryRunner } from 'typeorm';

interface EventRow {
  message_id: number;
  seq: number;
  code: string;
  at: Date | string;
  unit_id: number;
}

/** Events with which a unit lets go of a message: to another unit, or for good. */
const ENDS = ['assigned', 'transferred', 'returned', 'replyPublished', 'declined', 'withdrawn'];
const MESSAGES = 500;
const MINUTE = 60_000;

/** Which unit had which message how long, read once from the chains; from now on every move writes it. */
export async function writeStays(runner: QueryRunner): Promise<void> {
  for (let after = 0; ;) {
    const ids = (await runner.query(`SELECT id FROM message WHERE id > ? ORDER BY id LIMIT ${MESSAGES}`, [
      after,
    ])) as { id: number }[];
    const last = ids.at(-1);
    if (!last) return;
    const events = (await runner.query(
      'SELECT message_id, seq, code, at, unit_id FROM message_event WHERE message_id > ? AND message_id <= ? ' +
        `AND code IN ('received', ${ENDS.map(() => '?').join(', ')}) ORDER BY message_id, seq`,
      [after, last.id, ...ENDS],
    )) as EventRow[];
    const stays = staysOf(events);
    for (let at = 0; at < stays.length; at += 100) {
      const chunk = stays.slice(at, at + 100);
      await runner.query(
        'INSERT INTO message_stay (message_id, seq, unit_id, from_at, to_at, minutes) VALUES ' +
          chunk.map(() => '(?, ?, ?, ?, ?, ?)').join(', '),
        chunk.flat(),
      );
    }
    after = last.id;
  }
}

function staysOf(events: readonly EventRow[]): (number | Date | string)[][] {
  const stays: (number | Date | string)[][] = [];
  let had: EventRow | null = null;
  for (const event of events) {
    if (event.code === 'received' || had?.message_id !== event.message_id) {
      had = event;
      continue;
    }
    const minutes = Math.max(0, Math.round((timeOf(event.at) - timeOf(had.at)) / MINUTE));
    // Given to a unit at once on receipt: the office never had it.
    const straightOn = event.unit_id === had.unit_id && event.code === 'assigned';
    if (!straightOn) stays.push([event.message_id, event.seq, had.unit_id, had.at, event.at, minutes]);
    had = event;
  }
  return stays;
}

/** MySQL hands out dates, SQLite the text it stored, which is UTC. */
const timeOf = (at: Date | string): number =>
  at instanceof Date ? at.getTime() : new Date(`${at.replace(' ', 'T')}Z`).getTime();
