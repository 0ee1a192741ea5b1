import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { allEndpoints, type Endpoint } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../config/config';
import { CLOCK, type Clock } from './clock';
import { Database } from './db/database';
import { UnitOfWork } from './db/unit-of-work';
import { GuessCountRepository } from './guesses/guess-count.repository';
import { GuessLimiter } from './guesses/guess-limiter';
import { ApiGuard } from './http/api.guard';
import { ErrorFilter } from './http/error.filter';
import { IdempotencyInterceptor } from './http/idempotency.interceptor';
import { IdempotencyRepository } from './http/idempotency.repository';
import { RateLimiter } from './http/rate-limiter';
import { ENDPOINTS, RouteCheck, UNBUILT } from './http/route-check';
import { UploadSpool } from './http/upload-spool';
import { NewestEvent } from './newest-event';
import { PersonalData } from './personal-data';
import { DeadLetters } from './outbox/dead-letters';
import { Outbox } from './outbox/outbox';
import { OutboxRepository } from './outbox/outbox.repository';
import { OutboxWorker } from './outbox/outbox-worker';
import { CoreRetention } from './retention/core-retention';
import { Retention } from './retention/retention';
import { RetentionRepository } from './retention/retention.repository';
import { JobLeaseRepository } from './schedule/job-lease.repository';
import { Scheduler } from './schedule/scheduler';

export interface CoreParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly database: Database;
  /** The contract; another one only in tests of core itself. */
  readonly endpoints?: readonly Endpoint[];
  /** Those of it that may be without a route while their feature is being built. */
  readonly unbuilt?: readonly Endpoint[];
}

/** What every feature stands on; its providers need no import in the feature's module. */
@Global()
@Module({})
export class CoreModule {
  static with(parts: CoreParts): DynamicModule {
    return {
      module: CoreModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: CONFIG, useValue: parts.config },
        { provide: CLOCK, useValue: parts.clock },
        { provide: Database, useValue: parts.database },
        { provide: ENDPOINTS, useValue: parts.endpoints ?? allEndpoints },
        { provide: UNBUILT, useValue: parts.unbuilt ?? [] },
        { provide: APP_GUARD, useClass: ApiGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
        UnitOfWork,
        RateLimiter,
        GuessCountRepository,
        GuessLimiter,
        RouteCheck,
        NewestEvent,
        PersonalData,
        IdempotencyRepository,
        IdempotencyInterceptor,
        UploadSpool,
        OutboxRepository,
        Outbox,
        OutboxWorker,
        DeadLetters,
        JobLeaseRepository,
        Scheduler,
        RetentionRepository,
        Retention,
        CoreRetention,
      ],
      exports: [
        CONFIG,
        CLOCK,
        Database,
        UnitOfWork,
        RateLimiter,
        GuessLimiter,
        NewestEvent,
        PersonalData,
        IdempotencyRepository,
        IdempotencyInterceptor,
        UploadSpool,
        Outbox,
        OutboxWorker,
        DeadLetters,
        Scheduler,
        Retention,
      ],
    };
  }
}
