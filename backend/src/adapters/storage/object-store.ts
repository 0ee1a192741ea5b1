import type { Readable } from 'node:stream';

/**
 * Where the content of attachments lies. Keys are made by us (`[0-9a-f/]`), never from a name that somebody
 * chose. Both implementations pass the same specification.
 */
export abstract class ObjectStore {
  /** Stores the bytes under a new key, all or nothing. */
  abstract put(key: string, bytes: Buffer, contentType: string): Promise<void>;

  /** The content as a stream, or null when there is none. */
  abstract read(key: string): Promise<Readable | null>;

  /** An address from which anybody may download it for a while; null where the store has none to give. */
  abstract addressOf(key: string, seconds: number): Promise<string | null>;

  /** Deletes it; doing so twice is no error. */
  abstract remove(key: string): Promise<void>;
}
