import { Injectable } from '@nestjs/common';
import { ENTRY_PAGE, entryOf, type endpoints, type OutputOf } from '@sunledger/shared-types';
import { ProgramCodes } from '../../adapters/wechat';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { RegionService } from '../region/region.service';

type Place = OutputOf<typeof endpoints.entry.look>;

/** A code never changes its picture; WeChat counts how often it draws one. */
const MAX_KEPT = 500;

/** The codes on notices and screens: what they lead to, and their pictures. */
@Injectable()
export class EntryService {
  private readonly drawn = new Map<string, string>();

  constructor(
    private readonly regions: RegionService,
    private readonly codes: ProgramCodes,
  ) {}

  /** Of a message nothing is told: whoever opens it is asked there who they are. */
  async look(ctx: Ctx, scene: string): Promise<Place> {
    const entry = entryOf(scene);
    if (entry?.to !== 'write') throw new AppError('ENTRY_NOT_FOUND');
    const { code, name } = await this.regions.byId(ctx, entry.id);
    return { code, name };
  }

  /** Draws codes of what there is only, and of messages for staff: a stranger has WeChat draw nothing for nothing. */
  async picture(ctx: Ctx, scene: string): Promise<{ image: string | null }> {
    const staff = (ctx.actor?.memberships.length ?? 0) > 0;
    if (!(staff && entryOf(scene)?.to === 'message')) await this.look(ctx, scene);
    const kept = this.drawn.get(scene);
    if (kept !== undefined) return { image: kept };
    const image = await this.codes.picture(scene, ENTRY_PAGE);
    if (image === null) return { image };
    if (this.drawn.size >= MAX_KEPT) this.drawn.clear();
    this.drawn.set(scene, image);
    return { image };
  }
}
