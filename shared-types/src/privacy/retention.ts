/** How many days a region keeps what it need not keep for good; a region may set its own numbers. */
export interface RetentionDays {
  /** Contact name and phone of a message, after it was answered, declined or withdrawn. */
  readonly contact: number;
  /** Notes in the app, after they were made. */
  readonly notifications: number;
  /** Drafts of answers that were sent back and replaced, after the message was closed. */
  readonly drafts: number;
}

/** 个人信息保护法 第十九条: the shortest time that the purpose needs. */
export const defaultRetention: RetentionDays = { contact: 180, notifications: 365, drafts: 365 };

/** Bounds of what a region may set, in days. */
export const retentionBounds = { min: 30, max: 3650 } as const;

/** The days in force: the region's own where they are sound, else the product's. */
export function retentionOf(own: Partial<RetentionDays> | undefined): RetentionDays {
  const days = { ...defaultRetention, ...own };
  const sound = (value: number, fallback: number): number =>
    Number.isInteger(value) && value >= retentionBounds.min && value <= retentionBounds.max
      ? value
      : fallback;
  return {
    contact: sound(days.contact, defaultRetention.contact),
    notifications: sound(days.notifications, defaultRetention.notifications),
    drafts: sound(days.drafts, defaultRetention.drafts),
  };
}
