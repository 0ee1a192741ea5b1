import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { maySeeBulletin } from './bulletin.policy';
import { BulletinRepository, type Bulletin } from './bulletin.repository';

/** A bulletin as far as the caller may see it: drafts are not there for strangers. */
@Injectable()
export class FindBulletinService {
  constructor(private readonly bulletins: BulletinRepository) {}

  async run(ctx: Ctx, id: number): Promise<Bulletin> {
    const bulletin = await this.bulletins.find(ctx, id);
    if (!bulletin || !maySeeBulletin(ctx, bulletin)) throw new AppError('BULLETIN_NOT_FOUND');
    return bulletin;
  }
}
