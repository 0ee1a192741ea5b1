import { nextWorkingDay, type WorkCalendar } from '../deadline';
import { counted } from '../deadline/deadline-refusal';

/** The working day that urging counts for: today, or from a day off the next one. */
export const urgeDay = (calendar: WorkCalendar, today: string): string =>
  counted(() => (calendar.isWorkingDay(today) ? today : nextWorkingDay(calendar, today)));
