import { Injectable } from '@nestjs/common';
import type { UnitKind } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import type { UnitRow } from './unit.mapper';
import { UnitRepository } from './unit.repository';

export interface NewUnit {
  regionId: number;
  name: string;
  kind: UnitKind;
  isOffice?: boolean;
  aliases?: readonly string[];
  /** Members of a collective unit. */
  memberIds?: readonly number[];
  /** After the last one when left out. */
  sortOrder?: number;
}

/** Makes units with their aliases and members; for demo data, imports and administration. */
@Injectable()
export class CreateUnitService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly units: UnitRepository,
  ) {}

  async run(ctx: Ctx, unit: NewUnit): Promise<UnitRow> {
    const { regionId, name, kind, isOffice = false } = unit;
    return this.uow.run(ctx, async (ctx) => {
      const sortOrder = unit.sortOrder ?? (await this.units.nextSortOrder(ctx, regionId));
      const id = await this.units.insert(ctx, { regionId, name, kind, isOffice, sortOrder });
      for (const alias of unit.aliases ?? [])
        await this.units.addAlias(ctx, { regionId, unitId: id, name: alias });
      await this.units.addMembers(ctx, id, unit.memberIds ?? []);
      return { id, regionId, name, kind, isOffice };
    });
  }

  async addAlias(ctx: Ctx, unit: UnitRow, name: string): Promise<void> {
    await this.uow.run(ctx, (ctx) =>
      this.units.addAlias(ctx, { regionId: unit.regionId, unitId: unit.id, name }),
    );
  }

  async addMembers(ctx: Ctx, collectiveId: number, memberIds: readonly number[]): Promise<void> {
    await this.uow.run(ctx, (ctx) => this.units.addMembers(ctx, collectiveId, memberIds));
  }
}
