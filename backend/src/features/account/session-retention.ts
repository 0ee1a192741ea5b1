import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemNow } from '../../core/clock';
import { Retention } from '../../core/retention/retention';

const DAY = 24 * 3600_000;

/** Ended sessions are kept a week, so that a late reuse of their tokens is still refused as such. */
@Injectable()
export class SessionRetention implements OnModuleInit {
  constructor(private readonly retention: Retention) {}

  onModuleInit(): void {
    const ended = (): Date => new Date(systemNow() - 7 * DAY);
    // Tokens first: they point at their session.
    this.retention.register({
      name: 'refreshTokens',
      what: '已到期登录的续期凭据',
      after: '登录到期 7 天后',
      expired: () => [
        {
          table: 'refresh_token',
          where: 'x.session_id IN (SELECT s.id FROM session s WHERE s.expires_at < ?)',
          parameters: [ended()],
        },
      ],
    });
    this.retention.register({
      name: 'sessions',
      what: '已到期的登录',
      after: '到期 7 天后',
      expired: () => [{ table: 'session', where: 'x.expires_at < ?', parameters: [ended()] }],
    });
  }
}
