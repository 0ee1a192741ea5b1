import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Endpoint } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { Actor, Client } from '../ctx';
import { CLOCK, type Clock } from '../clock';
import { AppError } from '../errors/app-error';
import { ActorSource } from './actor-source';
import type { ApiRequest } from './api-request';
import { assertPermitted, bearerOf } from './permission';
import { addressKey, RateLimiter } from './rate-limiter';
import { endpointOf } from './route.decorator';

/** Who may pass: reads the permission of the endpoint and refuses whatever declares none. */
@Injectable()
export class ApiGuard implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly actors: ActorSource,
    private readonly limiter: RateLimiter,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const endpoint = endpointOf(context.getHandler());
    if (!endpoint) throw new Error('a handler without a declared endpoint');
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const token = bearerOf(request.headers.authorization);
    if (token === null) return this.admit(endpoint, request, null);
    return this.actors.actorOf(token).then((actor) => {
      if (!actor && !ignoresTokens(endpoint)) throw new AppError('TOKEN_EXPIRED');
      return this.admit(endpoint, request, actor);
    });
  }

  private admit(endpoint: Endpoint, request: ApiRequest, actor: Actor | null): boolean {
    this.limit(endpoint, request, actor);
    assertPermitted(endpoint.permission, actor);
    request.ctx = {
      requestId: request.id,
      clock: this.clock,
      actor,
      client: this.clientOf(request),
      tx: null,
    };
    return true;
  }

  private clientOf(request: ApiRequest): Client {
    const { headers } = request;
    const openid = headers['x-wx-openid'];
    // DW/miniprogram/dev/wxcloudservice/wxcloudrun: on any other host everybody can write these headers.
    const vouched = this.config.wechat.cloud && headers['x-wx-source'] !== undefined;
    return {
      userAgent: headers['user-agent'] ?? null,
      address: addressKey(request.ip),
      openid: vouched && typeof openid === 'string' && openid !== '' ? openid : null,
    };
  }

  /** Accounts are limited as accounts: behind one office or carrier address sit many people. */
  private limit(endpoint: Endpoint, request: ApiRequest, actor: Actor | null): void {
    const { reads, writes, signIns } = this.config.rates;
    const read = endpoint.method === 'GET';
    if (actor) {
      this.limiter.take(`${read ? 'r' : 'w'}:a${actor.accountId}`, read ? reads : writes);
    } else {
      this.limiter.take(`${read ? 'r' : 's'}:${addressKey(request.ip)}`, read ? reads : signIns);
    }
  }
}

/** Signing in, refreshing and signing out work with a token that ended; a read would silently show less. */
const ignoresTokens = (endpoint: Endpoint): boolean =>
  endpoint.permission === 'public' && endpoint.method !== 'GET';
