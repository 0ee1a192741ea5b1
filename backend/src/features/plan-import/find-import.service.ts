import { Injectable } from '@nestjs/common';
import { AppError } from '../../core/errors/app-error';
import { requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { PlanImportRepository, type StoredImport } from './plan-import.repository';

/** An import of the office's own region; for all others there is no such thing. */
@Injectable()
export class FindImportService {
  constructor(private readonly imports: PlanImportRepository) {}

  async run(ctx: Ctx, id: number): Promise<StoredImport> {
    const found = await this.imports.find(ctx, id);
    if (!found) throw new AppError('IMPORT_NOT_FOUND');
    requireMembership(ctx, { regionId: found.regionId, roles: ['office'], notFound: 'IMPORT_NOT_FOUND' });
    return found;
  }
}
