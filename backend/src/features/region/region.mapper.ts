import type { Row } from '../../core/db/database';
import { jsonOf, numberOf, textOfRow, textOrNull } from '../../core/db/row';
import type { RegionSettings } from './region.entity';

/** A region as other features see it. */
export interface Region {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly filingNumber: string | null;
  readonly settings: RegionSettings;
}

export function regionOf(row: Row): Region {
  return {
    id: numberOf(row.id),
    code: textOfRow(row.code),
    name: textOfRow(row.name),
    kind: textOfRow(row.kind),
    filingNumber: textOrNull(row.filing_number),
    settings: jsonOf<RegionSettings>(row.settings),
  };
}
