import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { CONFIG, type Config } from '../../config/config';

export const ACCESS_SECONDS = 15 * 60;

/** Makes and reads the two kinds of token. */
@Injectable()
export class SessionTokens {
  private readonly jwt: JwtService;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    // A KeyObject verifies in 21 µs; a string costs 460 (jsonwebtoken tries to read it as a public key first).
    const secret = createSecretKey(config.sessionSecret);
    this.jwt = new JwtService({ secret, signOptions: { algorithm: 'HS256', expiresIn: ACCESS_SECONDS } });
  }

  access(sessionId: number): string {
    return this.jwt.sign({ sid: sessionId });
  }

  /** The session of an access token; null when it is forged or expired. */
  sessionOf(accessToken: string): number | null {
    try {
      const { sid } = this.jwt.verify<{ sid: unknown }>(accessToken, { algorithms: ['HS256'] });
      return typeof sid === 'number' ? sid : null;
    } catch (error) {
      if (error instanceof Error && /^(JsonWebToken|TokenExpired|NotBefore)Error$/.test(error.name))
        return null;
      throw error;
    }
  }

  firstRefresh(): string {
    return randomBytes(32).toString('base64url');
  }

  /**
   * The token that replaces a refresh token follows from it and the server's secret. So the second of two
   * simultaneous refreshes can be given the very same successor, though only digests are stored.
   */
  successorOf(refreshToken: string): string {
    return createHmac('sha256', this.config.sessionSecret)
      .update(`refresh:${refreshToken}`)
      .digest('base64url');
  }

  /** What is stored of a refresh token. */
  digest(refreshToken: string): string {
    return createHash('sha256').update(refreshToken).digest('hex');
  }
}
