/** How many days a region keeps what it need not keep for good; a region may set its own numbers. */
export interface RetentionDays {
  /** Contact name and phone of a message, after the last thing that happened to it once it was closed. */
  readonly contact: number;
  /** Imports of papers that nobody confirmed. */
  readonly drafts: number;
}

/** 个人信息保护法 第十九条: the shortest time that the purpose needs. */
export const defaultRetention: RetentionDays = { contact: 180, drafts: 365 };

/** Notes in the app belong to no region. */
export const NOTIFICATIONS_KEPT_DAYS = 365;

/** Bounds of what a region may set, in days. */
const BOUNDS = { min: 30, max: 3650 } as const;

/** The days in force: the region's own where they are sound, else the product's. */
export function retentionOf(own: Partial<RetentionDays> | undefined): RetentionDays {
  const sound = (value: number | undefined, fallback: number): number =>
    value !== undefined && Number.isInteger(value) && value >= BOUNDS.min && value <= BOUNDS.max
      ? value
      : fallback;
  return {
    contact: sound(own?.contact, defaultRetention.contact),
    drafts: sound(own?.drafts, defaultRetention.drafts),
  };
}
