import type { Actor } from '../ctx';

/** Who stands behind a bearer token; the account feature provides it. */
export abstract class ActorSource {
  /**
   * The signed-in account of an access token, or null when the token is expired, forged or its session
   * was signed out. Called for every request that carries a token, so it is cheap.
   */
  abstract actorOf(accessToken: string): Promise<Actor | null>;
}
