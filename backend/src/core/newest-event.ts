import { Injectable } from '@nestjs/common';
import type { Ctx } from './ctx';

type Source = (ctx: Ctx) => Promise<Date | null>;

/**
 * The business time of the newest thing that happened. A demo clock set before it would let people act
 * before what they answer to, so the server does not start then. Features that append events hand in
 * their source when they start: `this.newestEvent.from((ctx) => this.events.newestAt(ctx))`.
 */
@Injectable()
export class NewestEvent {
  private readonly sources: Source[] = [];

  from(source: Source): void {
    this.sources.push(source);
  }

  async at(ctx: Ctx): Promise<Date | null> {
    const times = await Promise.all(this.sources.map((source) => source(ctx)));
    return times.reduce((newest, time) => (time && (!newest || time > newest) ? time : newest), null);
  }
}
