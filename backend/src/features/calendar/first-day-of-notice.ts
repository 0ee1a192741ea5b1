import { addDays } from '@sunledger/shared-types';

/** The earliest day that a notice of a year can name: 元旦 may begin in the December before. */
export const firstDayOfNotice = (year: number): string => addDays(`${year}-01-01`, -12);
