/**
 * The lights of a task. Shown always as word + shape + colour, never as colour alone.
 * The first that holds counts: closed → done/doneLate; open → overdue, dueSoon, notStarted, stale, onTrack.
 */
export const lights = ['done', 'doneLate', 'onTrack', 'dueSoon', 'overdue', 'notStarted', 'stale'] as const;
export type Light = (typeof lights)[number];

export const lightWords: Record<Light, { shape: string; word: string }> = {
  done: { shape: '●', word: '已完成' },
  doneLate: { shape: '◆', word: '逾期完成' },
  onTrack: { shape: '▶', word: '推进中' },
  dueSoon: { shape: '◐', word: '临期' },
  overdue: { shape: '▲', word: '逾期' },
  notStarted: { shape: '○', word: '未开始' },
  stale: { shape: '◇', word: '久未更新' },
};

/** Numbers a region may set; these are the defaults of the product. */
export interface LightThresholds {
  /** A task is due soon with this many working days left, or fewer. */
  dueSoonWorkingDays: number;
  /** Days since the last approved progress after which a task is stale. */
  staleDays: number;
  /** The same for tasks that run all year. */
  continuousStaleDays: number;
}

export const defaultLightThresholds: LightThresholds = {
  dueSoonWorkingDays: 10,
  staleDays: 60,
  continuousStaleDays: 100,
};

/** What the light of a task is computed from. All are dates of Asia/Shanghai, `YYYY-MM-DD`. */
export interface LightFacts {
  dueOn: string | null;
  continuous: boolean;
  closed: boolean;
  /** The date on which the report that led to close-out was first submitted. */
  finishedOn: string | null;
  lastProgressOn: string | null;
}

/** The day limits of one region on one day, so that many tasks are judged without counting again. */
export interface LightDay {
  today: string;
  /** The last date that is still due soon. */
  dueSoonUntil: string;
  /** Progress before this date is stale. */
  staleBefore: string;
  continuousStaleBefore: string;
}

/**
 * The light of one task on one day.
 * A task without a due date is never overdue or due soon; finished after its day stays late for ever.
 */
export function lightOf(task: LightFacts, day: LightDay): Light {
  if (task.closed) {
    const late = task.dueOn !== null && task.finishedOn !== null && task.finishedOn > task.dueOn;
    return late ? 'doneLate' : 'done';
  }
  if (task.dueOn !== null && day.today > task.dueOn) return 'overdue';
  if (task.dueOn !== null && task.dueOn <= day.dueSoonUntil) return 'dueSoon';
  if (task.lastProgressOn === null) return 'notStarted';
  const staleBefore = task.continuous ? day.continuousStaleBefore : day.staleBefore;
  return task.lastProgressOn < staleBefore ? 'stale' : 'onTrack';
}

export type LightCounts = Record<Light, number>;

export const noLights = (): LightCounts => ({
  done: 0,
  doneLate: 0,
  onTrack: 0,
  dueSoon: 0,
  overdue: 0,
  notStarted: 0,
  stale: 0,
});
