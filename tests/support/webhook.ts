import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Posted {
  readonly path: string;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** Somebody else's webhook (an SMS gateway, a group robot): keeps what it was sent, answers as told. */
export class Webhook {
  readonly posts: Posted[] = [];
  /** What the next posts get; 200 when the list is empty. `hang` never answers. */
  readonly answers: (number | 'hang')[] = [];

  private constructor(
    private readonly server: Server,
    readonly host: string,
  ) {}

  static async start(): Promise<Webhook> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const webhook = new Webhook(server, `127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        webhook.posts.push({ path: request.url ?? '', headers: request.headers, body });
        const answer = webhook.answers.shift() ?? 200;
        if (answer === 'hang') request.socket.destroy();
        else response.writeHead(answer, { 'content-type': 'application/json' }).end('{"errcode":0}');
      });
    });
    return webhook;
  }

  get url(): string {
    return `http://${this.host}/send`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
