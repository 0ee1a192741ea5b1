import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { endpoints, OutputOf, ScanPurpose } from '@sunledger/shared-types';
import { ProgramCodes } from '../../adapters/wechat';
import { systemNow, toChinaIso } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { GuessLimiter } from '../../core/guesses/guess-limiter';
import { requireActor } from '../../core/policy/membership';
import { AccountService } from './account.service';
import { deviceName } from './device-name';
import { OpenSessionService } from './open-session.service';
import { ScanTicketRepository, type ScanTicket } from './scan-ticket.repository';
import { SessionRepository } from './session.repository';

type Endpoints = typeof endpoints.session;

const TICKET_MS = 2 * 60_000;
/** Looks per minute of one account or address: enough for thumbs, nothing for a guesser of 60 bits. */
const TRIES_PER_MINUTE = 20;

/**
 * A PC signs in by the phone: the PC shows a code and keeps a ticket, the phone looks at the code and allows it,
 * and the ticket is exchanged for a session once. The code alone opens nothing, so a picture of it is worthless.
 */
@Injectable()
export class ScanSignInService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly guesses: GuessLimiter,
    private readonly tickets: ScanTicketRepository,
    private readonly sessions: SessionRepository,
    private readonly accounts: AccountService,
    private readonly opener: OpenSessionService,
    private readonly codes: ProgramCodes,
  ) {}

  async open(ctx: Ctx, purpose: ScanPurpose): Promise<OutputOf<Endpoints['openScan']>> {
    const sessionId = purpose === 'confirm' ? (requireActor(ctx).sessionId ?? null) : null;
    const ticket = randomBytes(32).toString('base64url');
    // 96 bits in letters that a mini-program code's scene may hold.
    const code = randomBytes(12).toString('hex');
    const now = systemNow();
    await this.uow.run(ctx, async (ctx) => {
      await this.tickets.purge(ctx, new Date(now - 24 * 3600_000));
      await this.tickets.insert(ctx, {
        ticketHash: digest(ticket),
        codeHash: digest(code),
        purpose,
        state: 'open',
        accountId: null,
        sessionId,
        userAgent: ctx.client?.userAgent?.slice(0, 120) ?? null,
        createdAt: new Date(now),
        expiresAt: new Date(now + TICKET_MS),
      });
    });
    return {
      ticket,
      code,
      image: await this.codes.picture(code, 'citizen/scan/index'),
      expiresIn: TICKET_MS / 1000,
    };
  }

  async look(ctx: Ctx, code: string): Promise<OutputOf<Endpoints['lookScan']>> {
    const { accountId } = requireActor(ctx);
    await this.limit(ctx);
    return this.uow.run(ctx, async (ctx) => {
      const ticket = await this.openTicket(ctx, code, accountId);
      if (ticket.state === 'open' && !(await this.tickets.move(ctx, ticket.id, 'open', 'seen', accountId)))
        throw new AppError('SCAN_USED');
      return {
        purpose: ticket.purpose,
        device: deviceName(ticket.userAgent),
        createdAt: toChinaIso(ticket.createdAt),
      };
    });
  }

  async answer(ctx: Ctx, code: string, allow: boolean): Promise<{ done: true }> {
    const { accountId } = requireActor(ctx);
    await this.limit(ctx);
    await this.uow.run(ctx, async (ctx) => {
      const ticket = await this.openTicket(ctx, code, accountId);
      // One looks first: nobody allows a PC unseen.
      if (ticket.state !== 'seen') throw new AppError('SCAN_NOT_FOUND');
      if (!(await this.tickets.move(ctx, ticket.id, 'seen', allow ? 'allowed' : 'refused', accountId)))
        throw new AppError('SCAN_USED');
    });
    return { done: true };
  }

  /** The PC asks every other second. The exchange happens once, however many ask at the same moment. */
  async claim(ctx: Ctx, secret: string): Promise<OutputOf<Endpoints['claimScan']>> {
    const ticket = await this.tickets.byTicket(ctx, digest(secret));
    if (!ticket) {
      await this.limit(ctx);
      throw new AppError('SCAN_NOT_FOUND');
    }
    if (ticket.state === 'refused') return { state: 'refused', session: null };
    if (ticket.state === 'used') throw new AppError('SCAN_USED');
    if (ticket.expiresAt.getTime() <= systemNow()) return { state: 'expired', session: null };
    if (ticket.state !== 'allowed')
      return { state: ticket.state === 'seen' ? 'seen' : 'waiting', session: null };
    return this.uow.run(ctx, (ctx) => this.exchange(ctx, ticket));
  }

  private async exchange(ctx: CtxInTx, ticket: ScanTicket): Promise<OutputOf<Endpoints['claimScan']>> {
    const { id, accountId, sessionId, purpose } = ticket;
    if (!(await this.tickets.move(ctx, id, 'allowed', 'used', accountId))) throw new AppError('SCAN_USED');
    const actor = accountId === null ? null : await this.accounts.actor(ctx, accountId);
    if (!actor) throw new AppError('SCAN_NOT_FOUND');
    if (purpose === 'signIn') return { state: 'done', session: await this.opener.run(ctx, actor) };
    const own = sessionId !== null && ctx.actor?.sessionId === sessionId && ctx.actor.accountId === accountId;
    if (!own) throw new AppError('CONFIRM_FAILED');
    await this.sessions.confirm(ctx, sessionId, new Date(systemNow()));
    return { state: 'done', session: null };
  }

  private async openTicket(ctx: Ctx, code: string, accountId: number): Promise<ScanTicket> {
    const ticket = await this.tickets.byCode(ctx, digest(code));
    if (!ticket || (ticket.accountId !== null && ticket.accountId !== accountId))
      throw new AppError('SCAN_NOT_FOUND');
    if (!['open', 'seen'].includes(ticket.state)) throw new AppError('SCAN_USED');
    if (ticket.expiresAt.getTime() <= systemNow()) throw new AppError('SCAN_EXPIRED');
    return ticket;
  }

  private limit(ctx: Ctx): Promise<void> {
    const who = ctx.actor ? `a${ctx.actor.accountId}` : (ctx.client?.address ?? '');
    return this.guesses.take(ctx, `scan:${who}`, TRIES_PER_MINUTE);
  }
}

const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex');
