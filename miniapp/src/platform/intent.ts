import { useState } from 'react';
import { newIdempotencyKey } from './call';
import { readStored, removeStored, writeStored } from './storage';

/** Something somebody wants written once, however often it has to be sent. */
interface Intent {
  body: string;
  key: string;
}

const isIntent = (value: unknown): value is Intent =>
  typeof value === 'object' &&
  value !== null &&
  'body' in value &&
  'key' in value &&
  typeof value.key === 'string';

/**
 * The Idempotency-Key of what is being sent: the same for the same body until `settle()`, another for another
 * body. With `keepAs` it outlives the page and the app: a message that was sent over a dying connection and is
 * sent again from its draft the next morning is still one message.
 */
export class IntentKeeper {
  private current: Intent | null;

  constructor(private readonly keepAs?: string) {
    this.current = keepAs ? readStored(`intent.${keepAs}`, isIntent) : null;
  }

  keyFor(body: string): string {
    if (this.current?.body === body) return this.current.key;
    const key = newIdempotencyKey();
    this.current = { body, key };
    if (this.keepAs) writeStored(`intent.${this.keepAs}`, this.current);
    return key;
  }

  /** The outcome is known. */
  settle(): void {
    this.current = null;
    if (this.keepAs) removeStored(`intent.${this.keepAs}`);
  }
}

/** One keeper for the life of the component. */
export function useIntent(keepAs?: string): IntentKeeper {
  const [keeper] = useState(() => new IntentKeeper(keepAs));
  return keeper;
}
