import { Injectable } from '@nestjs/common';
import type { UnitRef } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import type { UnitRow } from './unit.mapper';
import { UnitRepository } from './unit.repository';

/** Looks units up, always inside their region. */
@Injectable()
export class UnitService {
  constructor(private readonly units: UnitRepository) {}

  /** The unit of a name as printed in a paper: by its own name, else by an alias; null when unknown. */
  async resolve(ctx: Ctx, regionId: number, name: string): Promise<UnitRow | null> {
    return (await this.units.byName(ctx, regionId, name)) ?? this.units.byAlias(ctx, regionId, name);
  }

  /** A unit of this region, or UNIT_NOT_FOUND. */
  async byId(ctx: Ctx, regionId: number, id: number): Promise<UnitRow> {
    const [unit] = await this.units.byIds(ctx, [id]);
    if (!unit || unit.regionId !== regionId) throw new AppError('UNIT_NOT_FOUND');
    return unit;
  }

  async byIds(ctx: Ctx, ids: readonly number[]): Promise<Map<number, UnitRow>> {
    const units = await this.units.byIds(ctx, [...new Set(ids)]);
    return new Map(units.map((unit) => [unit.id, unit]));
  }

  /** The disclosure office of a region, where messages without a unit go. */
  async officeOf(ctx: Ctx, regionId: number): Promise<UnitRow> {
    const office = await this.units.office(ctx, regionId);
    if (!office) throw new Error(`region ${regionId} has no disclosure office`);
    return office;
  }

  /** The members of a collective unit such as 县属有关单位; the unit itself when it is none. */
  async expandCollective(ctx: Ctx, unitId: number): Promise<UnitRef[]> {
    const members = (await this.units.members(ctx, [unitId])).get(unitId);
    if (members) return members;
    return (await this.units.byIds(ctx, [unitId])).map(({ id, name }) => ({ id, name }));
  }
}
