import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config';
import { AppError } from '../errors/app-error';
import { traceOf } from '../errors/trace';
import type { ApiRequest, SpooledFile } from './api-request';

/** Uploads that one process takes at a time, and those of one account: what is above is asked to come again. */
const AT_ONCE = 24;
const AT_ONCE_PER_ACCOUNT = 4;

/** The head of the parts and the fields beside the file. */
const ENVELOPE_BYTES = 64 * 1024;

/** A file that does not come with the request itself. */
export interface RemoteUpload {
  readonly fileName: string;
  open(): Promise<Readable>;
}

/**
 * Takes an upload to a file of its own as it arrives, however large it pretends to be: memory holds one
 * chunk of it. What announces too much is refused before its body is read.
 */
@Injectable()
export class UploadSpool {
  private readonly logger = new Logger('upload');
  private readonly folder: string;
  private readonly running = new Map<number, number>();
  private total = 0;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataDir, 'incoming');
  }

  /** Sets `request.spooled` and the body's fields; gives what ends the upload and deletes its file. */
  async receive(
    request: ApiRequest,
    accountId: number,
    maxBytes: number,
    remote?: RemoteUpload,
  ): Promise<() => void> {
    if (Number(request.headers['content-length'] ?? 0) > maxBytes + ENVELOPE_BYTES) throw tooLarge(maxBytes);
    this.enter(accountId);
    const path = join(this.folder, randomUUID());
    const release = (): void => {
      this.leave(accountId);
      rm(path, { force: true }).catch((error: unknown) => this.logger.error(traceOf(error)));
    };
    try {
      await mkdir(this.folder, { recursive: true });
      if (remote) request.spooled = await toFile(await remote.open(), remote.fileName, path, maxBytes);
      else await spool(request, path, maxBytes);
    } catch (error) {
      release();
      // Somebody who hung up is no fault of ours.
      throw request.raw.aborted ? new AppError('MALFORMED_REQUEST') : error;
    }
    return release;
  }

  private enter(accountId: number): void {
    const own = this.running.get(accountId) ?? 0;
    if (this.total >= AT_ONCE || own >= AT_ONCE_PER_ACCOUNT) throw new AppError('UPLOAD_BUSY');
    this.running.set(accountId, own + 1);
    this.total += 1;
  }

  private leave(accountId: number): void {
    const own = (this.running.get(accountId) ?? 1) - 1;
    if (own > 0) this.running.set(accountId, own);
    else this.running.delete(accountId);
    this.total -= 1;
  }
}

async function spool(request: ApiRequest, path: string, maxBytes: number): Promise<void> {
  const fields: Record<string, unknown> = {};
  const limits = { files: 1, fields: 20, fieldSize: 4096, fileSize: maxBytes + 1 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') fields[part.fieldname] = part.value;
    else request.spooled = await toFile(part.file, part.filename, path, maxBytes);
  }
  request.body = fields;
}

/** Ends at the first byte too many: Fastify by itself would read on to the end of the body. */
async function toFile(
  source: Readable,
  fileName: string,
  path: string,
  maxBytes: number,
): Promise<SpooledFile> {
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      if (size > maxBytes) done(tooLarge(maxBytes));
      else done(null, chunk);
    },
  });
  await pipeline(source, measure, createWriteStream(path, { mode: 0o600 }));
  return { fileName, path, size, sha256: hash.digest('hex') };
}

const tooLarge = (maxBytes: number): AppError =>
  new AppError('UPLOAD_TOO_LARGE', { megabytes: Math.floor(maxBytes / 1024 / 1024) });
