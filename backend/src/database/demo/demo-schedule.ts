import { addDays, chinaInstant, dateOf, daysInMonth, partsOfDate, weekdayOf } from '@sunledger/shared-types';
import type { WorkCalendar } from '../../features/deadline';
import { addWorkingDays, nextWorkingDay } from '../../features/deadline';
import { demoTasks, type DemoTask } from './demo-plan-tasks.data';

/** When things of the demo happened, made from the date on which the demo is seeded. */
export interface TaskSchedule {
  dueOn: string | null;
  /** The dates of its reports, oldest first; the last one asks for close-out when the task is closed. */
  reportedOn: string[];
}

export interface DemoSchedule {
  planYear: number;
  issuedOn: string;
  tasks: TaskSchedule[];
}

const monthEnd = (date: string, monthsOn: number): string => {
  const { year, month } = partsOfDate(date) ?? { year: 2026, month: 1 };
  const index = year * 12 + (month - 1) + monthsOn;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return dateOf(y, m, daysInMonth(y, m));
};

/**
 * Due and report dates that bring every task to its light on `today`, whatever day that is. The plan is of
 * this year from September on and of last year before, so that there is a past to show.
 */
export function demoSchedule(today: string, calendar: WorkCalendar): DemoSchedule {
  const { year, month } = partsOfDate(today) ?? { year: 2026, month: 1 };
  const planYear = month >= 9 ? year : year - 1;
  const yearEnd = dateOf(planYear, 12, 31);
  const issuedOn = dateOf(planYear, 5, 12);
  /** A due date before the paper itself would be a misprint; the earliest leaves time for two reports. */
  const past = (months: number) => {
    const date = monthEnd(today, -months);
    const earliest = addDays(issuedOn, 49);
    return date < earliest ? earliest : date;
  };
  /** Within the plan's own year while that is still some weeks off, as a yearly paper would have it. */
  const ahead = (months: number) => {
    const date = monthEnd(today, months);
    return date > yearEnd && yearEnd >= addDays(today, 24) ? yearEnd : date;
  };
  const back = (days: number) => previousWeekday(addDays(today, -days));
  const place = (task: DemoTask, i: number): TaskSchedule => {
    const spread = i % 5;
    if (task.continuous) {
      return yearEnd >= today
        ? { dueOn: yearEnd, reportedOn: [back(95 + spread), back(8 + spread * 6)] }
        : { dueOn: yearEnd, reportedOn: [addDays(yearEnd, -90), addDays(yearEnd, -3 - spread)] };
    }
    switch (task.light) {
      case 'done': {
        const dueOn = past(1 + spread);
        return { dueOn, reportedOn: [addDays(dueOn, -40), previousWeekday(addDays(dueOn, -4 - spread))] };
      }
      case 'doneLate': {
        const dueOn = past(2 + (spread % 3));
        return {
          dueOn,
          reportedOn: [addDays(dueOn, -30), nextWorkingDay(calendar, addDays(dueOn, 4 + spread))],
        };
      }
      case 'overdue':
        return { dueOn: spread % 2 === 0 ? back(3) : past(1), reportedOn: [back(70), back(36)] };
      case 'dueSoon':
        return {
          dueOn: addWorkingDays(calendar, today, 3 + spread),
          reportedOn: [back(66), back(9 + spread)],
        };
      case 'stale':
        return { dueOn: ahead(3), reportedOn: [back(72 + spread * 4)] };
      case 'notStarted':
        return { dueOn: ahead(2 + spread), reportedOn: [] };
      case 'onTrack':
        return { dueOn: ahead(2 + spread), reportedOn: [back(88 + spread), back(4 + spread * 5)] };
    }
  };
  return { planYear, issuedOn, tasks: demoTasks.map(place) };
}

function previousWeekday(date: string): string {
  const day = weekdayOf(date);
  return day === 0 ? addDays(date, -2) : day === 6 ? addDays(date, -1) : date;
}

/** A moment in office hours of that date; `nth` spreads the moments over the day. */
export const inOfficeHours = (date: string, nth = 0): Date => {
  const minutes = 9 * 60 + ((nth * 37) % 440);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return chinaInstant(date, time);
};
