import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pushSignature, sealPush } from '../../../backend/src/adapters/wechat/message-push';
import { answers, failure, type Body } from './wechat-answers';
import { WechatState, type SentMessage } from './wechat-state';

/** What goes wrong with the next calls of a path. */
export type Trouble =
  { errcode: number } | { status: number } | { slowMs: number } | { hangUp: true } | { garbage: true };

export interface Call {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Body;
}

const APP_ID = 'wx0123456789abcdef';
const SECRET = 'stand-in-secret-0123456789abcdef';
const PUSH_TOKEN = 'PushToken1';
const PUSH_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';

/**
 * api.weixin.qq.com for tests: a real HTTP server that knows users, one-time codes, tokens, consents and
 * quotas, and answers as the documents say, HTTP 200 for failures included.
 */
export class WechatStandIn {
  readonly state = new WechatState(APP_ID, SECRET);
  readonly calls: Call[] = [];
  private readonly troubles = new Map<string, Trouble[]>();
  private readonly quotas = new Map<string, number>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
    /** Cloud hosting: no token, only listed paths. */
    private readonly sidecar: ReadonlySet<string> | null,
  ) {}

  static async start(options: { sidecar?: readonly string[] } = {}): Promise<WechatStandIn> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const listed = options.sidecar ? new Set(options.sidecar) : null;
    const standIn = new WechatStandIn(server, `http://127.0.0.1:${port}`, listed);
    standIn.state.url = standIn.url;
    server.on('request', (request, response) => void standIn.answer(request, response));
    return standIn;
  }

  /** The environment of a server that talks to this WeChat. */
  environment(more: Record<string, string> = {}): Record<string, string> {
    return {
      WECHAT_APPID: APP_ID,
      WECHAT_SECRET: SECRET,
      WECHAT_API_BASE: this.url,
      WECHAT_TIMEOUT_MS: '400',
      WECHAT_PUSH_TOKEN: PUSH_TOKEN,
      WECHAT_PUSH_KEY: PUSH_KEY,
      ...more,
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** What `wx.login` gives this person's phone. */
  loginCode(openid: string): string {
    const code = `login-${randomBytes(8).toString('hex')}`;
    this.state.loginCodes.set(code, { openid, used: false });
    return code;
  }

  /** What the getPhoneNumber button gives. */
  phoneCode(phone: string, country = '86'): string {
    const code = `phone-${randomBytes(8).toString('hex')}`;
    this.state.phoneCodes.set(code, { phone, country, used: false, until: Date.now() + 300_000 });
    return code;
  }

  /** What wx.cloud.uploadFile does: the file lies in the environment's storage; gives its id. */
  cloudFile(env: string, path: string, bytes: Buffer): string {
    const id = `cloud://${env}.7465-${env}-1250000000/${path}`;
    this.state.cloudFiles.set(id, bytes);
    return id;
  }

  /** The person tapped “允许” in the popup of requestSubscribeMessage. */
  consent(openid: string, templateId: string): void {
    const { consents } = this.state.user(openid);
    consents.set(templateId, (consents.get(templateId) ?? 0) + 1);
  }

  /** The next calls of a path go wrong, one trouble each. */
  trouble(path: string, ...troubles: Trouble[]): void {
    this.troubles.set(path, [...(this.troubles.get(path) ?? []), ...troubles]);
  }

  /** So many calls of a path are left today. */
  quota(path: string, left: number): void {
    this.quotas.set(path, left);
  }

  callsOf(path: string): Call[] {
    return this.calls.filter((call) => call.path === path);
  }

  sentTo(openid: string): SentMessage[] {
    return this.state.sent.filter((message) => message.touser === openid);
  }

  /** Pushes a message to the server's callback as the console's safe mode does. */
  async push(
    callback: string,
    message: Record<string, unknown> | string,
    wrong: { signature?: boolean; appId?: string; age?: number } = {},
  ): Promise<Response> {
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    const xml = text.startsWith('<');
    const encrypt = sealPush({ appId: wrong.appId ?? APP_ID, aesKey: PUSH_KEY }, text);
    const timestamp = String(Math.floor(Date.now() / 1000) - (wrong.age ?? 0));
    const nonce = String(randomBytes(4).readUInt32BE());
    const signed = pushSignature(wrong.signature ? 'another' : PUSH_TOKEN, timestamp, nonce, encrypt);
    const query = new URLSearchParams({ timestamp, nonce, encrypt_type: 'aes', msg_signature: signed });
    return fetch(`${callback}?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': xml ? 'text/xml' : 'application/json' },
      body: xml
        ? `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`
        : JSON.stringify({ ToUserName: 'gh_1', Encrypt: encrypt }),
    });
  }

  /** The console checks the address of the callback. */
  verifyCallback(callback: string, token = PUSH_TOKEN): Promise<Response> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const query = {
      timestamp,
      nonce: '7',
      signature: pushSignature(token, timestamp, '7'),
      echostr: '4375120948345356249',
    };
    return fetch(`${callback}?${new URLSearchParams(query).toString()}`);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', this.url);
    if (path === '/stored') {
      const file = this.state.cloudFiles.get(query.get('id') ?? '');
      response.writeHead(file ? 200 : 404).end(file);
      return;
    }
    const body = await bodyOf(request);
    this.calls.push({ path, query, body: body ?? {} });
    const trouble = this.troubles.get(path)?.shift();
    if (trouble && (await meet(trouble, response))) return;
    const result = body === null ? failure(47001, 'data format error') : this.resultOf(path, body, query);
    if (Buffer.isBuffer(result)) response.writeHead(200, { 'content-type': 'image/png' }).end(result);
    else
      response
        .writeHead(200, { 'content-type': 'application/json; encoding=utf-8' })
        .end(JSON.stringify(result));
  }

  private resultOf(path: string, body: Body, query: URLSearchParams): object | Buffer {
    const answer = answers[path];
    if (!answer) return failure(48001, 'api unauthorized');
    if (this.sidecar) {
      if (!this.sidecar.has(path)) return failure(85107, 'api not in whitelist');
    } else if (path !== '/cgi-bin/stable_token' && path !== '/sns/jscode2session') {
      const errcode = this.state.tokenError(query.get('access_token'));
      if (errcode !== 0) return failure(errcode, 'access_token');
    }
    const left = this.quotas.get(path);
    if (left !== undefined) {
      if (left < 1) return failure(45009, 'reach max api daily quota limit');
      this.quotas.set(path, left - 1);
    }
    return answer(this.state, body, query);
  }
}

/** True when the trouble was the whole answer. */
async function meet(trouble: Trouble, response: ServerResponse): Promise<boolean> {
  if ('slowMs' in trouble) {
    await new Promise((done) => setTimeout(done, trouble.slowMs));
    return false;
  }
  if ('hangUp' in trouble) response.destroy();
  else if ('status' in trouble) response.writeHead(trouble.status).end('Bad Gateway');
  else if ('garbage' in trouble) response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
  else
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(failure(trouble.errcode)));
  return true;
}

async function bodyOf(request: IncomingMessage): Promise<Body | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return {};
  try {
    return JSON.parse(text) as Body;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
