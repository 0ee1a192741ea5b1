import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { AccountService } from '../account/account.service';
import type { ProgressReport } from './progress.repository';

type Written = Pick<ProgressReport, 'id' | 'regionId' | 'unitId' | 'submittedBy'>;

/** The active reviewers of a report's unit who did not write it: while there is one, the office keeps out. */
@Injectable()
export class OtherReviewersService {
  constructor(private readonly accounts: AccountService) {}

  async of(ctx: Ctx, report: Written): Promise<number[]> {
    return (await this.ofEach(ctx, [report])).get(report.id) ?? [];
  }

  /** By the id of the report; each unit is asked for once. */
  async ofEach(ctx: Ctx, reports: readonly Written[]): Promise<Map<number, number[]>> {
    const ofUnit = new Map<number, number[]>();
    const others = new Map<number, number[]>();
    for (const { id, regionId, unitId, submittedBy } of reports) {
      const holders =
        ofUnit.get(unitId) ?? (await this.accounts.holders(ctx, { regionId, unitId, roles: ['reviewer'] }));
      ofUnit.set(unitId, holders);
      others.set(
        id,
        holders.filter((accountId) => accountId !== submittedBy),
      );
    }
    return others;
  }
}
