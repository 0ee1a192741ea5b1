import { roleNames, type Me, type Role } from '@sunledger/shared-types';
import type { Actor, ActorMembership } from '../../core/ctx';
import type { Row } from '../../core/db/database';
import { numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';

/** Rows of one account, one per active membership (or one without), to the actor of a request. */
export function actorOf(rows: readonly Row[]): Actor | null {
  const [first] = rows;
  if (!first) return null;
  return {
    accountId: numberOf(first.account_id),
    name: textOfRow(first.display_name),
    phoneVerified: first.phone_verified_at !== null,
    memberships: rows.filter((row) => row.membership_id !== null).map(membershipOf),
  };
}

function membershipOf(row: Row): ActorMembership {
  return {
    id: numberOf(row.membership_id),
    role: textOfRow(row.role) as Role,
    regionId: numberOrNull(row.region_id),
    regionCode: textOrNull(row.region_code),
    regionName: textOrNull(row.region_name),
    unitId: numberOrNull(row.unit_id),
    unitName: textOrNull(row.unit_name),
  };
}

export function meOf(actor: Actor): Me {
  return {
    id: actor.accountId,
    name: actor.name,
    phoneVerified: actor.phoneVerified,
    memberships: actor.memberships.map((membership) => ({ ...membership })),
  };
}

/** What a card of a person shows as the role: the first membership's, else 群众. */
export function roleNameOf(actor: Actor): string {
  const [first] = actor.memberships;
  return first ? roleNames[first.role] : '群众';
}
