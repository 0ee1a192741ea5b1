import type { NotificationTopic } from '@sunledger/shared-types';
import type { TestApp } from './app';
import type { GivenPerson } from './given';

/** A note as the app stored it. */
export interface ToldNote {
  readonly topic: NotificationTopic;
  readonly text: string;
  readonly target: { readonly kind: string; readonly id: number };
}

/** Moves the clock, lets the background work run, and tells who got which notes since the last look. */
export class Told<Name extends string> {
  private last = 0;

  constructor(
    private readonly app: TestApp,
    private readonly people: Record<Name, GivenPerson>,
  ) {}

  /** The new notes of everybody who got any, by name, the oldest first; one statement for all of them. */
  async at(instant?: string): Promise<Partial<Record<Name, ToldNote[]>>> {
    if (instant !== undefined) this.app.clock.set(instant);
    await this.app.tick();
    const rows = await this.app.database.read(
      'SELECT id, account_id, topic, text, target_kind, target_id FROM notification WHERE id > ? ORDER BY id',
      [this.last],
    );
    this.last = Number(rows.at(-1)?.id ?? this.last);
    const news: Partial<Record<Name, ToldNote[]>> = {};
    for (const name of Object.keys(this.people) as Name[]) {
      const notes = rows
        .filter((row) => Number(row.account_id) === this.people[name].actor.accountId)
        .map((row) => ({
          topic: row.topic as NotificationTopic,
          text: String(row.text),
          target: { kind: String(row.target_kind), id: Number(row.target_id) },
        }));
      if (notes.length > 0) news[name] = notes;
    }
    return news;
  }

  /** The same as topics: `{ handler: ['messageReminder'] }`. */
  async topicsAt(instant?: string): Promise<Partial<Record<Name, string[]>>> {
    const news: Partial<Record<Name, string[]>> = {};
    for (const [name, notes] of Object.entries(await this.at(instant)) as [Name, ToldNote[]][])
      news[name] = notes.map((note) => note.topic);
    return news;
  }
}
