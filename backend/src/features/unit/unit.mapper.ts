import type { UnitKind } from '@sunledger/shared-types';
import type { Row } from '../../core/db/database';
import { flagOf, numberOf, textOfRow } from '../../core/db/row';

/** A unit as other features see it. */
export interface UnitRow {
  readonly id: number;
  readonly regionId: number;
  readonly name: string;
  readonly kind: UnitKind;
  readonly isOffice: boolean;
}

export function unitOf(row: Row): UnitRow {
  return {
    id: numberOf(row.id),
    regionId: numberOf(row.region_id),
    name: textOfRow(row.name),
    kind: textOfRow(row.kind) as UnitKind,
    isOffice: flagOf(row.is_office),
  };
}
