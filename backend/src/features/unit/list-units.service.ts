import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, OutputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { UnitRepository } from './unit.repository';

@Injectable()
export class ListUnitsService {
  constructor(
    private readonly regions: RegionService,
    private readonly units: UnitRepository,
  ) {}

  async run(
    ctx: Ctx,
    input: InputOf<typeof endpoints.unit.list>,
  ): Promise<OutputOf<typeof endpoints.unit.list>> {
    const region = await this.regions.byCode(ctx, input.code);
    const { items, nextCursor } = await this.units.list(ctx, region.id, input.limit, input.cursor);
    const aliases = await this.units.aliases(
      ctx,
      items.map((unit) => unit.id),
    );
    const collectives = items.filter((unit) => unit.kind === 'collective').map((unit) => unit.id);
    const members = await this.units.members(ctx, collectives);
    return {
      items: items.map(({ id, name, kind }) => ({
        id,
        name,
        kind,
        aliases: aliases.get(id) ?? [],
        members: members.get(id) ?? [],
      })),
      nextCursor,
    };
  }
}
