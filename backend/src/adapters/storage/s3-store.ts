import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import type { StoreOptions } from '../../config/config';
import { ObjectStore } from './object-store';

type S3Options = Extract<StoreOptions, { kind: 's3' }>;

const TIMEOUT_MS = 60_000;

/**
 * A bucket with the S3 protocol: Tencent COS, Alibaba OSS, MinIO, AWS. Requests are signed with signature
 * version 4 over the content's SHA-256, so that a proxy cannot swap it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export class S3Store extends ObjectStore {
  private readonly client: AwsClient;
  private readonly base: string;

  constructor(options: S3Options) {
    super();
    this.client = new AwsClient({
      accessKeyId: options.accessKey,
      secretAccessKey: options.secretKey,
      region: options.region,
      service: 's3',
      retries: 2,
    });
    this.base = baseOf(options);
  }

  async put(key: string, bytes: Buffer, contentType: string): Promise<void> {
    const answer = await this.send(key, {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers: {
        'content-type': contentType,
        'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex'),
      },
    });
    await discard(answer);
    if (!answer.ok) throw new Error(`the object store answered ${answer.status} to PUT`);
  }

  async read(key: string): Promise<Readable | null> {
    const answer = await this.send(key, { method: 'GET' });
    if (answer.ok && answer.body) return Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
    await discard(answer);
    if (answer.status === 404) return null;
    throw new Error(`the object store answered ${answer.status} to GET`);
  }

  async addressOf(key: string, seconds: number): Promise<string> {
    const url = new URL(`${this.base}/${key}`);
    url.searchParams.set('X-Amz-Expires', String(seconds));
    const { url: signed } = await this.client.sign(url.toString(), {
      method: 'GET',
      aws: { signQuery: true },
    });
    return signed;
  }

  async remove(key: string): Promise<void> {
    const answer = await this.send(key, { method: 'DELETE' });
    await discard(answer);
    if (!answer.ok && answer.status !== 404) {
      throw new Error(`the object store answered ${answer.status} to DELETE`);
    }
  }

  private send(key: string, init: RequestInit): Promise<Response> {
    return this.client.fetch(`${this.base}/${key}`, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  }
}

function baseOf({ endpoint, bucket, pathStyle }: S3Options): string {
  const url = new URL(endpoint);
  if (!pathStyle) url.hostname = `${bucket}.${url.hostname}`;
  const root = url.toString().replace(/\/$/, '');
  return pathStyle ? `${root}/${bucket}` : root;
}

/** An unread answer would keep its connection. */
async function discard(answer: Response): Promise<void> {
  await answer.body?.cancel();
}
