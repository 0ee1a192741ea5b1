import type { Role } from '@sunledger/shared-types';
import { rolesIn, useSession } from '../../platform';

/** Whether the person administers the deployment; an administrator belongs to no region. */
export const useIsAdmin = (): boolean =>
  useSession((state) => state.me?.memberships.some((membership) => membership.role === 'admin') ?? false);

/** The roles of the person in the region that is looked at. */
export function useRoles(): Role[] {
  const me = useSession((state) => state.me);
  const regionCode = useSession((state) => state.regionCode);
  return rolesIn(me, regionCode);
}
