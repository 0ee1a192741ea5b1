import type { Deputy } from '@sunledger/shared-types';
import type { Row } from '../../core/db/database';
import { numberOf, textOfRow, wireInstant } from '../../core/db/row';

export function deputyOf(row: Row, today: string): Deputy {
  const [from, until] = [textOfRow(row.from_on), textOfRow(row.until_on)];
  return {
    id: numberOf(row.id),
    unit: { id: numberOf(row.unit_id), name: textOfRow(row.unit_name) },
    account: { id: numberOf(row.account_id), name: textOfRow(row.account_name) },
    deputy: { id: numberOf(row.deputy_id), name: textOfRow(row.deputy_name) },
    from,
    until,
    namedAt: wireInstant(row.named_at),
    state: stateOf(from, until, row.ended_at !== null, today),
  };
}

function stateOf(from: string, until: string, ended: boolean, today: string): Deputy['state'] {
  if (ended) return 'ended';
  if (today > until) return 'past';
  return today < from ? 'coming' : 'now';
}
