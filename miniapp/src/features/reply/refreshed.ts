import {
  messageEndpoints,
  notificationEndpoints,
  oversightEndpoints,
  regionEndpoints,
} from '@sunledger/shared-types';

/** Everything on screen that a move of a message changes. */
export const refreshedByMoves = [
  messageEndpoints.get,
  messageEndpoints.due,
  messageEndpoints.list,
  oversightEndpoints.inbox,
  oversightEndpoints.board,
  notificationEndpoints.list,
  regionEndpoints.get,
];
