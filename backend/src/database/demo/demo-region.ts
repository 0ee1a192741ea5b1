import { SettableClock } from '../../core/clock';
import { actingAs, type Actor, type Ctx } from '../../core/ctx';
import type { Region } from '../../features/region/region.mapper';

/** A region of the demo with the ids and people that its stories name. */
export interface DemoRegion {
  region: Region;
  units: ReadonlyMap<string, number>;
  people: ReadonlyMap<string, Actor>;
  /** The 联络员 of units that no named person works for, made when first needed. */
  reporters: Map<string, Actor>;
}

/** The context of a person at a moment of the past, still inside the transaction of `ctx`. */
export const actingThen = (ctx: Ctx, person: Actor, at: Date): Ctx =>
  actingAs({ ...ctx, clock: new SettableClock(at) }, person);
