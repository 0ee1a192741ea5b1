import { isChinaDate } from '@sunledger/shared-types';
import { invalidInput } from '../../core/errors/app-error';

export interface Period {
  /** `YYYY-MM-DD`, both inclusive. */
  readonly from: string;
  readonly to: string;
}

/** From and to as asked, else this year. */
export function periodOf(
  input: { from?: string | undefined; to?: string | undefined },
  today: string,
): Period {
  const from = input.from ?? `${(input.to ?? today).slice(0, 4)}-01-01`;
  const to = input.to ?? `${(input.from ?? today).slice(0, 4)}-12-31`;
  if (!isChinaDate(from)) throw invalidInput('from', '起始日期不存在');
  if (!isChinaDate(to)) throw invalidInput('to', '截止日期不存在');
  if (from > to) throw invalidInput('to', '截止日期不能早于起始日期');
  return { from, to };
}
