import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, Unit } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError, invalidInput } from '../../core/errors/app-error';
import { requireMembership } from '../../core/policy/membership';
import { RegionService } from '../region/region.service';
import { CreateUnitService } from './create-unit.service';
import type { UnitRow } from './unit.mapper';
import { UnitRepository } from './unit.repository';
import { UnitService } from './unit.service';

type Endpoints = typeof endpoints.unit;
type Written = Pick<InputOf<Endpoints['create']>, 'name' | 'aliases' | 'memberIds'>;

/** The office keeps the list of units: their names, their short names and who belongs to a collective one. */
@Injectable()
export class WriteUnitService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly make: CreateUnitService,
    private readonly repository: UnitRepository,
  ) {}

  async create(ctx: Ctx, input: InputOf<Endpoints['create']>): Promise<Unit> {
    const regionId = await this.regionFor(ctx, input.code);
    const { name, kind, aliases } = input;
    return this.uow.run(ctx, async (ctx) => {
      await this.requireFree(ctx, regionId, null, input);
      const memberIds = await this.membersFor(ctx, regionId, kind, input.memberIds);
      const unit = await this.make.run(ctx, {
        regionId,
        name,
        kind,
        aliases: distinct(aliases, name),
        memberIds,
      });
      return this.shown(ctx, unit);
    });
  }

  async change(ctx: Ctx, input: InputOf<Endpoints['change']>): Promise<Unit> {
    const regionId = await this.regionFor(ctx, input.code);
    return this.uow.run(ctx, async (ctx) => {
      const unit = await this.units.byId(ctx, regionId, input.id);
      const kind = input.kind ?? unit.kind;
      // The office stays the office; a collective unit has members where others have staff.
      const fixed = unit.isOffice || [unit.kind, kind].includes('collective');
      if (fixed && kind !== unit.kind) throw new AppError('UNIT_KIND_FIXED');
      await this.requireFree(ctx, regionId, unit.id, input);
      const memberIds = await this.membersFor(ctx, regionId, kind, input.memberIds);
      await this.repository.change(ctx, unit.id, { name: input.name, kind });
      await this.repository.clearNames(ctx, unit.id);
      for (const name of distinct(input.aliases, input.name))
        await this.repository.addAlias(ctx, { regionId, unitId: unit.id, name });
      await this.repository.addMembers(ctx, unit.id, memberIds);
      return this.shown(ctx, { ...unit, name: input.name, kind });
    });
  }

  /** A name leads to one unit only, whether it is its own or a short one. */
  private async requireFree(
    ctx: CtxInTx,
    regionId: number,
    own: number | null,
    written: Written,
  ): Promise<void> {
    for (const name of [written.name, ...written.aliases]) {
      const holder = await this.units.resolve(ctx, regionId, name);
      if (holder && holder.id !== own) throw new AppError('UNIT_EXISTS', { name });
    }
  }

  private async membersFor(
    ctx: CtxInTx,
    regionId: number,
    kind: UnitRow['kind'],
    ids: readonly number[],
  ): Promise<number[]> {
    if (kind !== 'collective') return [];
    const members = await this.units.byIds(ctx, ids);
    const wrong = [...new Set(ids)].some((id) => {
      const member = members.get(id);
      return !member || member.regionId !== regionId || member.kind === 'collective';
    });
    if (wrong || members.size === 0) throw invalidInput('memberIds', '请从本地区的单位里选择成员');
    return [...members.keys()];
  }

  private async shown(ctx: CtxInTx, { id, name, kind }: UnitRow): Promise<Unit> {
    const aliases = (await this.repository.aliases(ctx, [id])).get(id) ?? [];
    const members = (await this.repository.members(ctx, [id])).get(id) ?? [];
    return { id, name, kind, aliases, members };
  }

  private async regionFor(ctx: Ctx, code: string): Promise<number> {
    const { id } = await this.regions.byCode(ctx, code);
    requireMembership(ctx, { regionId: id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    return id;
  }
}

const distinct = (aliases: readonly string[], name: string): string[] =>
  [...new Set(aliases)].filter((alias) => alias !== name);
