import { Injectable } from '@nestjs/common';
import { systemNow } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import { SessionRepository } from './session.repository';

/** A proof of who somebody is holds this long for sensitive acts. */
export const PROOF_MS = 10 * 60_000;

/**
 * Sensitive acts ask again: signing out everywhere, handing a desk over, erasing oneself. A phone that was
 * left open on a counter has a session, but no fresh proof.
 */
@Injectable()
export class FreshProof {
  constructor(private readonly sessions: SessionRepository) {}

  /** Passes when the session of this request was proved within ten minutes, else CONFIRM_REQUIRED. */
  async require(ctx: Ctx): Promise<void> {
    const { sessionId } = requireActor(ctx);
    const confirmedAt = sessionId === undefined ? null : await this.sessions.confirmedAt(ctx, sessionId);
    if (confirmedAt === null || systemNow() - confirmedAt.getTime() > PROOF_MS)
      throw new AppError('CONFIRM_REQUIRED');
  }
}
