import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { ObjectStore } from './object-store';

const KEY = /^[0-9a-f]+(?:\/[0-9a-f]+)*$/;

/** Files in a folder of this machine, the default. */
export class DiskStore extends ObjectStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    const half = `${path}.${randomUUID()}`;
    await writeFile(half, bytes, { mode: 0o600, flush: true });
    await rename(half, path);
  }

  async read(key: string): Promise<Readable | null> {
    const path = this.pathOf(key);
    try {
      // Opened here, so that a missing file is an answer and not a stream that breaks later.
      const file = await open(path, 'r');
      return file.createReadStream();
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  addressOf(): Promise<null> {
    return Promise.resolve(null);
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('not a key of this store');
    return join(this.folder, key);
  }
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
