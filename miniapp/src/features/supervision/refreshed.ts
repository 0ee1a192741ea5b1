import { notificationEndpoints, oversightEndpoints, supervisionEndpoints } from '@sunledger/shared-types';

/** What a move of supervision changes elsewhere on screen. */
export const refreshedBySupervision = [
  supervisionEndpoints.get,
  supervisionEndpoints.list,
  supervisionEndpoints.ofTask,
  supervisionEndpoints.ofMessage,
  oversightEndpoints.inbox,
  oversightEndpoints.board,
  notificationEndpoints.list,
];
