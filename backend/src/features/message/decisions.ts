import { inboxDecisions, type InboxDecision } from '@sunledger/shared-types';

/** Whose word a message waits for: pure, over the columns that one list statement brings. */
export interface Awaiting {
  readonly unitId: number;
  readonly regionId: number;
  readonly unitIsOffice: boolean;
  readonly otherReviewer: boolean;
  readonly open: boolean;
  readonly extendBy: number | null;
  readonly objection: string | null;
  readonly drafterId: number | null;
  readonly reviewerId: number | null;
  readonly hidden: string | null;
  readonly hiddenBy: number | null;
  readonly revisionBy: number | null;
  readonly leaderAnswered: boolean;
  readonly leaderDrafterId: number | null;
}

export interface Decider {
  readonly accountId: number;
  /** Units that the account reviews for. */
  readonly reviewUnitIds: readonly number[];
  /** Regions whose office it is. */
  readonly officeRegionIds: readonly number[];
}

/** What this person may decide about a message now; the policy decides likewise when the move is made. */
export function decisionsFor(awaiting: Awaiting, who: Decider): InboxDecision[] {
  const office = who.officeRegionIds.includes(awaiting.regionId);
  const reviewer = who.reviewUnitIds.includes(awaiting.unitId);
  // A unit without another reviewer is approved by the office.
  const approves = reviewer || (office && (awaiting.unitIsOffice || !awaiting.otherReviewer));
  const mine = (accountId: number | null): boolean => accountId === who.accountId;
  const may: Record<InboxDecision, boolean> = {
    extension: office && awaiting.open && awaiting.extendBy !== null && !mine(awaiting.extendBy),
    delivery: approves && awaiting.open && awaiting.leaderAnswered && !mine(awaiting.leaderDrafterId),
    objection:
      office && awaiting.objection === 'open' && !mine(awaiting.drafterId) && !mine(awaiting.reviewerId),
    hiding: (office || reviewer) && awaiting.hidden === 'hidden' && !mine(awaiting.hiddenBy),
    revision: approves && awaiting.revisionBy !== null && !mine(awaiting.revisionBy),
  };
  return inboxDecisions.filter((decision) => may[decision]);
}
