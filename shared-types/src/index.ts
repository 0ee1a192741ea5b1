import { accountEndpoints, sessionEndpoints } from './account';
import { anchorEndpoints } from './anchor';
import { attachmentEndpoints } from './attachment';
import { bulletinEndpoints } from './bulletin';
import { calendarEndpoints, replyRuleEndpoints } from './calendar';
import { counterEndpoints } from './counter';
import { deadlineFeedEndpoints } from './deadline-feed';
import { deputyEndpoints } from './deputy';
import type { Endpoint } from './endpoint';
import { entryEndpoints } from './entry';
import { followEndpoints } from './follow';
import { deliveryEndpoints } from './delivery';
import { lightHistoryEndpoints } from './light-history';
import { invitationEndpoints } from './invitation';
import { messageEndpoints } from './message';
import { notificationEndpoints, subscriptionEndpoints } from './notification';
import { openDataEndpoints } from './open-data';
import { oversightEndpoints } from './oversight';
import { planEndpoints } from './plan';
import { planImportEndpoints } from './plan-import';
import { privacyEndpoints } from './privacy';
import { regionEndpoints } from './region';
import { screeningEndpoints } from './screening';
import { searchEndpoints } from './search';
import { supervisionEndpoints } from './supervision';
import { closeOutEndpoints, ledgerEndpoints, taskEndpoints } from './task';
import { taskSheetEndpoints } from './task-sheet';
import { unitEndpoints } from './unit';

export * from './account';
export * from './anchor';
export * from './attachment';
export * from './bulletin';
export * from './calendar';
export * from './consent';
export * from './counter';
export * from './deadline';
export * from './deadline-feed';
export * from './delivery';
export * from './deputy';
export * from './endpoint';
export * from './entry';
export * from './error-codes';
export * from './follow';
export * from './light-history';
export * from './invitation';
export * from './message';
export * from './notification';
export * from './open-data';
export * from './oversight';
export * from './plan';
export * from './plan-import';
export * from './primitives';
export * from './privacy';
export * from './region';
export * from './roles';
export * from './screening';
export * from './search';
export * from './supervision';
export * from './task';
export * from './task-sheet';
export * from './unit';

/** Every call of the outer API by feature; the server refuses to start when one has no route. */
export const endpoints = {
  region: regionEndpoints,
  unit: unitEndpoints,
  entry: entryEndpoints,
  account: accountEndpoints,
  session: sessionEndpoints,
  invitation: invitationEndpoints,
  calendar: calendarEndpoints,
  replyRule: replyRuleEndpoints,
  plan: planEndpoints,
  planImport: planImportEndpoints,
  attachment: attachmentEndpoints,
  task: taskEndpoints,
  follow: followEndpoints,
  ledger: ledgerEndpoints,
  closeOut: closeOutEndpoints,
  lightHistory: lightHistoryEndpoints,
  message: messageEndpoints,
  deputy: deputyEndpoints,
  search: searchEndpoints,
  notification: notificationEndpoints,
  supervision: supervisionEndpoints,
  delivery: deliveryEndpoints,
  screening: screeningEndpoints,
  subscription: subscriptionEndpoints,
  oversight: oversightEndpoints,
  anchor: anchorEndpoints,
  privacy: privacyEndpoints,
  taskSheet: taskSheetEndpoints,
  bulletin: bulletinEndpoints,
  openData: openDataEndpoints,
  deadlineFeed: deadlineFeedEndpoints,
  counter: counterEndpoints,
} as const;

export const allEndpoints: readonly Endpoint[] = Object.values(endpoints).flatMap((group) =>
  Object.values<Endpoint>(group),
);
