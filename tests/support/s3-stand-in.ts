import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const ACCESS_KEY = 'stand-in';
const SECRET_KEY = 'stand-in-secret';
const REGION = 'ap-test';
const BUCKET = 'ledger-files';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/**
 * The few calls of the S3 protocol that the store makes, by a server of our own that works out the signature
 * (version 4) from what arrived: a wrong one, or content that differs from what was signed, is refused.
 */
export class S3StandIn {
  readonly objects = new Map<string, Buffer>();
  /** Takes and gives nothing. */
  broken = false;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<S3StandIn> {
    const server = createServer();
    const standIn = new S3StandIn(server);
    server.on('request', (request, response) => void standIn.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return standIn;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Virtual hosts of `localhost` lead here too: `ledger-files.localhost`. */
  options() {
    const { port } = this.server.address() as AddressInfo;
    return {
      kind: 's3' as const,
      endpoint: `http://localhost:${port}`,
      region: REGION,
      bucket: BUCKET,
      accessKey: ACCESS_KEY,
      secretKey: SECRET_KEY,
      pathStyle: false,
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat((await request.toArray()) as Buffer[]);
    const status = this.broken ? 400 : this.statusOf(request, body);
    const found = this.objects.get(this.keyOf(request));
    response.writeHead(status);
    response.end(status === 200 && request.method === 'GET' ? found : undefined);
  }

  private statusOf(request: IncomingMessage, body: Buffer): number {
    if (request.headers.authorization !== authorizationOf(request, body)) return 403;
    const key = this.keyOf(request);
    if (request.method === 'PUT') this.objects.set(key, body);
    if (request.method === 'DELETE') return this.objects.delete(key) ? 204 : 404;
    return this.objects.has(key) ? 200 : 404;
  }

  private keyOf({ url = '', headers }: IncomingMessage): string {
    return headers.host?.startsWith(`${BUCKET}.`) ? url.slice(1) : url.slice(BUCKET.length + 2);
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function authorizationOf(request: IncomingMessage, body: Buffer): string {
  const given = request.headers.authorization ?? '';
  const signed = /SignedHeaders=([^,]+)/.exec(given)?.[1] ?? '';
  const stamp = String(request.headers['x-amz-date']);
  const scope = `${stamp.slice(0, 8)}/${REGION}/s3/aws4_request`;
  const content = request.headers['x-amz-content-sha256'];
  const payload = content === 'UNSIGNED-PAYLOAD' ? content : sha256(body);
  const canonical = [
    request.method,
    request.url,
    '',
    ...signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    signed,
    payload,
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical)].join('\n');
  const key = [stamp.slice(0, 8), REGION, 's3', 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${SECRET_KEY}`,
  );
  const signature = hmac(key, text).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${ACCESS_KEY}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
}
