import {
  notificationEndpoints,
  oversightEndpoints,
  planEndpoints,
  regionEndpoints,
  taskEndpoints,
} from '@sunledger/shared-types';

/** Everything on screen that a move of a plan changes. */
export const refreshedByPlans = [
  planEndpoints.get,
  planEndpoints.list,
  taskEndpoints.list,
  regionEndpoints.get,
  oversightEndpoints.inbox,
  oversightEndpoints.board,
  notificationEndpoints.list,
];
