import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Role } from '@sunledger/shared-types';
import type { Clock } from './clock';

export interface ActorMembership {
  id: number;
  role: Role;
  /** Null for an administrator of the whole deployment. */
  regionId: number | null;
  regionCode: string | null;
  regionName: string | null;
  unitId: number | null;
  unitName: string | null;
}

/** The signed-in account of a request with the memberships that are active now. */
export interface Actor {
  accountId: number;
  name: string;
  phoneVerified: boolean;
  memberships: readonly ActorMembership[];
  /** The session of the request; absent for workers and commands. */
  sessionId?: number;
}

/** The device at the other end of a request. */
export interface Client {
  readonly userAgent: string | null;
  readonly address: string;
  /** Who WeChat's gateway says it is; only on cloud hosting, where nobody else can write that header. */
  readonly openid: string | null;
}

/**
 * Who asks, under which request id, at what business time, inside which transaction: the first
 * argument of every service and repository method, never optional.
 */
export interface Ctx {
  readonly requestId: string;
  readonly clock: Clock;
  readonly actor: Actor | null;
  /** Absent for workers and commands. */
  readonly client?: Client;
  /** The transaction of the unit of work, null outside one. */
  readonly tx: EntityManager | null;
}

/** A context without a person, for workers, commands, migrations of data and tests. */
export function systemCtx(clock: Clock, label = 'system'): Ctx {
  return { requestId: `${label}-${randomUUID()}`, clock, actor: null, tx: null };
}

/** The same context in the name of somebody else; demo data and tests act as people through it. */
export function actingAs(ctx: Ctx, actor: Actor): Ctx {
  return { ...ctx, actor };
}
