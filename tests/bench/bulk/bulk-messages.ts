import { addDays } from '@sunledger/shared-types';
import { DailyCounterEntity } from '../../../backend/src/features/message/daily-counter.entity';
import { numberScope } from '../../../backend/src/features/message/daily-counter.repository';
import { MessageEventEntity } from '../../../backend/src/features/message/message-event.entity';
import { MessageStayEntity } from '../../../backend/src/features/message/message-stay.entity';
import { MessageEntity } from '../../../backend/src/features/message/message.entity';
import { ReplyEntity } from '../../../backend/src/features/reply/reply.entity';
import type { TestApp } from '../../support/app';
import { largeFirst, type BulkRegion, type Placing } from './bulk-regions';
import { BulkWriter } from './bulk-writer';
import { MessageLife, type Arrival } from './message-life';

/** Messages of this many days, the newest of yesterday. */
const DAYS = 300;
const TIMES = ['08:30', '09:45', '11:05', '14:20', '16:05', '19:40'];
const BATCH = 2000;

interface Batch {
  readonly messages: Partial<MessageEntity>[];
  readonly events: Partial<MessageEventEntity>[];
  readonly replies: Partial<ReplyEntity>[];
  readonly stays: Partial<MessageStayEntity>[];
}

/** Messages in the order of time, each with its chain; three in ten are answered, most of them in public. */
export class BulkMessages {
  private readonly life: MessageLife;
  private readonly numbers = new Map<string, { regionId: number; day: string; value: number }>();
  private messageId = 0;
  private replyId = 0;

  constructor(
    private readonly app: TestApp,
    private readonly regions: readonly BulkRegion[],
    private readonly authorIds: readonly number[],
    private readonly placing: Placing = largeFirst,
  ) {
    this.life = new MessageLife(app.config);
  }

  /** Writes `count` messages over four connections while the next batch is being made. */
  async write(count: number): Promise<void> {
    const writers = {
      messages: await BulkWriter.open(this.app.database),
      events: await BulkWriter.open(this.app.database),
      replies: await BulkWriter.open(this.app.database),
      stays: await BulkWriter.open(this.app.database),
    };
    this.messageId = await writers.messages.lastId(MessageEntity);
    this.replyId = await writers.replies.lastId(ReplyEntity);
    let writing: Promise<unknown> = Promise.resolve();
    for (let at = 0; at < count; at += BATCH) {
      const batch = await this.batch(at, Math.min(at + BATCH, count), count);
      await writing;
      writing = Promise.all([
        writers.messages.insert(MessageEntity, batch.messages),
        writers.events.insert(MessageEventEntity, batch.events),
        writers.replies.insert(ReplyEntity, batch.replies),
        writers.stays.insert(MessageStayEntity, batch.stays),
      ]);
    }
    await writing;
    await writers.messages.insert(
      DailyCounterEntity,
      [...this.numbers.values()].map(({ regionId, day, value }) => ({
        scope: numberScope(regionId),
        day,
        value,
      })),
    );
    for (const writer of Object.values(writers)) await writer.close();
  }

  private async batch(from: number, to: number, count: number): Promise<Batch> {
    const batch: Batch = { messages: [], events: [], replies: [], stays: [] };
    for (let at = from; at < to; at += 1) {
      const arrival = this.arrivalOf(at, count);
      const message = this.life.receive((this.messageId += 1), arrival);
      if (at % 10 < 3) batch.replies.push(await this.life.answer(message, (this.replyId += 1), arrival));
      batch.messages.push(message);
      for (const row of this.life.takeRows()) batch.events.push({ ...row, messageId: message.id });
      batch.stays.push(...this.life.takeStays());
    }
    return batch;
  }

  private arrivalOf(at: number, count: number): Arrival {
    const home = this.regions[this.placing(at, this.regions.length)];
    if (!home) throw new Error('no region');
    const slot = Math.floor((at / count) * DAYS * TIMES.length);
    const day = addDays(this.app.clock.today(), Math.floor(slot / TIMES.length) - DAYS);
    return {
      at,
      home,
      day,
      time: TIMES[slot % TIMES.length] ?? '09:00',
      sequence: this.next(home.region.id, day),
      authorId: this.authorIds[at % this.authorIds.length] ?? home.drafter.accountId,
    };
  }

  private next(regionId: number, day: string): number {
    const key = `${regionId} ${day}`;
    const counter = this.numbers.get(key) ?? { regionId, day, value: 0 };
    counter.value += 1;
    this.numbers.set(key, counter);
    return counter.value;
  }
}
