import {
  notificationEndpoints,
  oversightEndpoints,
  planEndpoints,
  regionEndpoints,
  taskEndpoints,
} from '@sunledger/shared-types';

/** Everything on screen that a report, or the decision on one, changes. */
export const refreshedByReports = [
  taskEndpoints.get,
  taskEndpoints.events,
  taskEndpoints.list,
  taskEndpoints.getProgress,
  planEndpoints.get,
  regionEndpoints.get,
  oversightEndpoints.inbox,
  oversightEndpoints.board,
  notificationEndpoints.list,
];
