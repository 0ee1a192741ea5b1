import { Injectable } from '@nestjs/common';
import type { Ctx } from '../ctx';
import { BaseRepository } from '../db/base.repository';
import { isDuplicate } from '../db/database-errors';
import { JobLeaseEntity } from './job-lease.entity';

/** All times here are system time. */
@Injectable()
export class JobLeaseRepository extends BaseRepository {
  /** Makes the row of a job when it is not there; two processes may do so at once. */
  async ensure(ctx: Ctx, job: string, at: Date): Promise<void> {
    if (await this.row(ctx, 'SELECT id FROM job_lease WHERE job = ?', [job])) return;
    try {
      await this.em(ctx).insert(JobLeaseEntity, { job, leaseOwner: null, leaseUntil: at, nextAt: at });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  /** An owner who lost the database before giving a lease back takes it again: a process runs a job once at a time. */
  async take(ctx: Ctx, job: string, owner: string, now: Date, until: Date): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      'UPDATE job_lease SET lease_owner = ?, lease_until = ? WHERE job = ? AND next_at <= ? AND (lease_until <= ? OR lease_owner = ?)',
      [owner, until, job, now, now, owner],
    );
    return changed === 1;
  }

  async giveBack(ctx: Ctx, job: string, owner: string, nextAt: Date): Promise<void> {
    await this.execute(
      ctx,
      'UPDATE job_lease SET lease_owner = NULL, lease_until = ?, next_at = ? WHERE job = ? AND lease_owner = ?',
      [nextAt, nextAt, job, owner],
    );
  }
}
