import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemNow } from '../clock';
import { Retention } from './retention';

const HOUR = 3600_000;
/** Longer than any client goes on retrying one request; the answers hold what people wrote. */
const KEYS_KEPT_MS = 48 * HOUR;
/** Far longer than the minute in which they count. */
const GUESSES_KEPT_MS = HOUR / 6;
/** Done orders are the memory of their dedupe keys; dead ones stay until somebody decides. */
const ORDERS_KEPT_MS = 60 * 24 * HOUR;

/** What core itself no longer needs. */
@Injectable()
export class CoreRetention implements OnModuleInit {
  constructor(private readonly retention: Retention) {}

  onModuleInit(): void {
    this.retention.register({
      name: 'idempotencyKeys',
      what: '重复提交的凭据和当时的应答',
      after: '48 小时后',
      expired: () => [
        {
          table: 'idempotency_key',
          where: 'x.created_at < ?',
          parameters: [new Date(systemNow() - KEYS_KEPT_MS)],
        },
      ],
    });
    this.retention.register({
      name: 'guesses',
      what: '邀请码、查询码、扫码的试错次数',
      after: '10 分钟后',
      expired: () => [
        { table: 'guess_count', where: 'x.since < ?', parameters: [new Date(systemNow() - GUESSES_KEPT_MS)] },
      ],
    });
    this.retention.register({
      name: 'outbox',
      what: '已送出的通知任务',
      after: '60 天后',
      expired: () => [
        {
          table: 'outbox',
          where: "x.state = 'done' AND x.finished_at < ?",
          parameters: [new Date(systemNow() - ORDERS_KEPT_MS)],
        },
      ],
    });
  }
}
