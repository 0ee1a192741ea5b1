import { toChinaIso, type PlanImport } from '@sunledger/shared-types';
import type { StoredImport } from './plan-import.repository';

export const toPlanImport = (one: StoredImport, regionCode: string): PlanImport => ({
  id: one.id,
  regionCode,
  fileName: one.fileName,
  status: one.status,
  createdAt: toChinaIso(one.createdAt),
  sourceText: one.sourceText,
  parsed: one.parsed,
  planId: one.planId,
});
