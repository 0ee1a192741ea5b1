import { newSalt, saltedDigest } from './event-chain';

/** A text with its salt beside it, and the digest that goes into the chain. */
export interface SaltedText {
  readonly text: string;
  readonly salt: string;
  readonly digest: string;
}

export function salted(text: string): SaltedText {
  const salt = newSalt();
  return { text, salt, digest: saltedDigest(salt, text) };
}
