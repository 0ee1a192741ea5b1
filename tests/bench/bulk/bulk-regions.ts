import type { Role } from '@sunledger/shared-types';
import { CreateAccountService } from '../../../backend/src/features/account/create-account.service';
import type { Actor } from '../../../backend/src/core/ctx';
import type { Region } from '../../../backend/src/features/region/region.mapper';
import type { UnitRow } from '../../../backend/src/features/unit/unit.mapper';
import type { TestApp } from '../../support/app';

/** A region as the bulk writers need it. */
export interface BulkRegion {
  readonly region: Region;
  readonly office: UnitRow;
  readonly units: readonly UnitRow[];
  readonly drafter: Actor;
  readonly reviewer: Actor;
  /** The ids of its tasks, filled by `writeTasks`. */
  readonly taskIds: number[];
}

const UNITS = 12;

/** Regions with their units and a person of every role of the staff, made by the services. */
export async function makeRegions(app: TestApp, count: number): Promise<BulkRegion[]> {
  const regions: BulkRegion[] = [];
  for (let at = 0; at < count; at += 1) {
    const { office, ...region } = await app.given.region({ code: codeOf(at), name: `测算${at + 1}县` });
    const units: UnitRow[] = [];
    for (let unit = 1; unit <= UNITS; unit += 1) {
      units.push(await app.given.unit(region, `测算${at + 1}县第${unit}局`));
    }
    const person = (name: string, role: Role, unit: UnitRow = office): Promise<Actor> =>
      app.get(CreateAccountService).run(app.ctx(), {
        name,
        memberships: [{ role, regionId: region.id, unitId: role === 'official' ? null : unit.id }],
      });
    await person('公开办', 'office');
    await person('领导', 'official');
    regions.push({
      region,
      office,
      units,
      drafter: await person('起草人', 'handler', units[0]),
      reviewer: await person('审核人', 'reviewer', units[0]),
      taskIds: [],
    });
  }
  return regions;
}

/** The region in which a thing lies, of so many. */
export type Placing = (at: number, regions: number) => number;

/** The first region is the large one: it holds a fifth of everything. */
export const largeFirst: Placing = (at, regions) => {
  if (regions === 1 || at % 5 === 0) return 0;
  return 1 + ((at - Math.floor(at / 5)) % (regions - 1));
};

/** The same number for each; which of them comes next changes, as what things are like goes round too. */
export const evenly: Placing = (at, regions) => (at + 7 * Math.floor(at / regions)) % regions;

const codeOf = (at: number): string =>
  `bench-${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`;
