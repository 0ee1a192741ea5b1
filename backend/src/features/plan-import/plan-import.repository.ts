import { Injectable } from '@nestjs/common';
import type { ParsedPlan } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import { PlanImportEntity } from './plan-import.entity';

export type StoredImport = Omit<PlanImportEntity, 'region'>;

@Injectable()
export class PlanImportRepository extends BaseRepository {
  async insert(ctx: Ctx, one: Omit<StoredImport, 'id'>): Promise<number> {
    const { identifiers } = await this.em(ctx).insert(PlanImportEntity, one);
    return numberOf(identifiers[0]?.id);
  }

  find(ctx: Ctx, id: number): Promise<StoredImport | null> {
    return this.of(ctx, PlanImportEntity).findOneBy({ id });
  }

  /** Both only while it is open; false when somebody else has confirmed it. */
  async saveParsed(ctx: Ctx, id: number, parsed: ParsedPlan): Promise<boolean> {
    const { affected } = await this.of(ctx, PlanImportEntity).update({ id, status: 'open' }, { parsed });
    return affected === 1;
  }

  async confirm(ctx: Ctx, id: number, planId: number): Promise<boolean> {
    const done = await this.of(ctx, PlanImportEntity).update(
      { id, status: 'open' },
      { status: 'confirmed', planId },
    );
    return done.affected === 1;
  }
}
