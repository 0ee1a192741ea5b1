import { lights, noLights, type LightCounts } from '@sunledger/shared-types';
import type { Row } from '../../core/db/database';
import { numberOf } from '../../core/db/row';

/** The columns of `lightCounts` as the contract writes them. */
export function toLightCounts(row: Row): LightCounts {
  const counts = noLights();
  for (const light of lights) counts[light] = numberOf(row[`light_${light}`]);
  return counts;
}
