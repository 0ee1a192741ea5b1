import {
  ledgerEndpoints,
  notificationEndpoints,
  oversightEndpoints,
  planEndpoints,
  taskEndpoints,
} from '@sunledger/shared-types';

/** Everything on screen that a change of tasks changes. */
export const refreshedByChanges = [
  taskEndpoints.get,
  taskEndpoints.events,
  taskEndpoints.list,
  planEndpoints.get,
  planEndpoints.list,
  ledgerEndpoints.changes,
  ledgerEndpoints.getChange,
  ledgerEndpoints.damaged,
  ledgerEndpoints.lookBack,
  ledgerEndpoints.parts,
  oversightEndpoints.inbox,
  oversightEndpoints.board,
  notificationEndpoints.list,
];
