import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LinkResult, LinkState } from '../../adapters/link-check';
import { BaseRepository } from '../../core/db/base.repository';
import { instantOf, numberOf, numberOrNull, textOfRow } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import { LinkCheckEntity } from './link-check.entity';

export interface StoredCheck extends LinkResult {
  readonly checkedAt: Date;
}

/** Addresses are long; their hash is what is looked up. */
const hashOf = (url: string): string => createHash('sha256').update(url).digest('hex');

export const linkKey = (progressId: number, url: string): string => `${progressId} ${hashOf(url)}`;

@Injectable()
export class LinkCheckRepository extends BaseRepository {
  /** The last result of every link that was tried, by `linkKey`. */
  async results(ctx: Ctx, progressIds: readonly number[]): Promise<Map<string, StoredCheck>> {
    if (progressIds.length === 0) return new Map();
    const rows = await this.rows(
      ctx,
      'SELECT c.progress_id, c.url_hash, c.state, c.http_status, c.checked_at ' +
        `FROM link_check c${this.byIndex('ux_link_check_url')} ` +
        `WHERE c.progress_id IN (${progressIds.map(() => '?').join(', ')})`,
      progressIds,
    );
    return new Map(
      rows.map((row) => [
        `${numberOf(row.progress_id)} ${textOfRow(row.url_hash)}`,
        {
          state: textOfRow(row.state) as LinkState,
          httpStatus: numberOrNull(row.http_status),
          checkedAt: instantOf(row.checked_at),
        },
      ]),
    );
  }

  /** The newest result replaces the one before. */
  async store(ctx: Ctx, progressId: number, url: string, result: LinkResult): Promise<void> {
    const urlHash = hashOf(url);
    await this.execute(ctx, 'DELETE FROM link_check WHERE progress_id = ? AND url_hash = ?', [
      progressId,
      urlHash,
    ]);
    const { state, httpStatus } = result;
    const checkedAt = ctx.clock.now();
    await this.em(ctx).insert(LinkCheckEntity, { progressId, urlHash, state, httpStatus, checkedAt });
  }
}
