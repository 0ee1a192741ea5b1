import { Injectable } from '@nestjs/common';
import type { Page } from '@sunledger/shared-types';
import { systemNow } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import type { Region } from './region.mapper';
import { RegionRepository } from './region.repository';

/** How long another process's change of a region's settings may go unseen. */
const FRESH_MS = 5000;

interface Kept {
  region: Region;
  until: number;
}

/** Looks regions up; nearly every request does, and they hardly ever change, so they are kept briefly. */
@Injectable()
export class RegionService {
  private readonly byCodeKept = new Map<string, Kept>();
  private readonly byIdKept = new Map<number, Kept>();

  constructor(private readonly regions: RegionRepository) {}

  /** The region of a code in an address, or REGION_NOT_FOUND. */
  async byCode(ctx: Ctx, code: string): Promise<Region> {
    const kept = fresh(this.byCodeKept.get(code)) ?? this.keep(await this.regions.byCode(ctx, code));
    if (!kept) throw new AppError('REGION_NOT_FOUND');
    return kept;
  }

  async byId(ctx: Ctx, id: number): Promise<Region> {
    const kept = fresh(this.byIdKept.get(id)) ?? this.keep(await this.regions.byId(ctx, id));
    if (!kept) throw new AppError('REGION_NOT_FOUND');
    return kept;
  }

  list(ctx: Ctx, page: { limit: number; cursor?: string | undefined }): Promise<Page<Region>> {
    return this.regions.list(ctx, page.limit, page.cursor);
  }

  /** Every region; for jobs that look after all of them. */
  async all(ctx: Ctx): Promise<Region[]> {
    const regions: Region[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.regions.list(ctx, 100, cursor);
      regions.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return regions;
  }

  private keep(region: Region | null): Region | null {
    if (!region) return null;
    if (this.byIdKept.size > 5000) this.forget();
    const kept = { region, until: systemNow() + FRESH_MS };
    this.byCodeKept.set(region.code, kept);
    this.byIdKept.set(region.id, kept);
    return region;
  }

  /** After a change in this process; others see it within seconds. */
  forget(): void {
    this.byCodeKept.clear();
    this.byIdKept.clear();
  }
}

function fresh(kept: Kept | undefined): Region | null {
  return kept && kept.until > systemNow() ? kept.region : null;
}
