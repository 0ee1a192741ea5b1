import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { assertFresh, assertSigned, openPush, PushRefused } from '../../adapters/wechat/message-push';
import { fieldOf, pushEventOf, readPushBody } from '../../adapters/wechat/push-event';
import { CONFIG, type Config } from '../../config/config';
import { CLOCK, systemNow, type Clock } from '../../core/clock';
import { systemCtx } from '../../core/ctx';
import { TakePushService } from './take-push.service';

const PATH = '/wechat/push';
const MAX_BYTES = 64 * 1024;

interface PushQuery {
  signature?: string;
  msg_signature?: string;
  timestamp?: string;
  nonce?: string;
  echostr?: string;
}

/**
 * Where WeChat pushes events to: outside the contract, since WeChat dictates its form. On a host of our own
 * only signed and sealed pushes are believed; behind 微信云托管 the gateway vouches and says so in a header.
 */
@Injectable()
export class WechatPushRoute implements OnModuleInit {
  private readonly logger = new Logger('wechat-push');

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly takePush: TakePushService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const { pushToken, cloud } = this.config.wechat;
    // A worker has no HTTP server; without a token nobody could be told from WeChat.
    const server = (
      this.host.httpAdapter as typeof this.host.httpAdapter | undefined
    )?.getInstance<FastifyInstance>();
    if (!server || (pushToken === null && !cloud)) return;
    await server.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MAX_BYTES }, (_request, body, parsed) =>
        parsed(null, body),
      );
      scope.get(PATH, (request, reply) => this.answer(reply, () => this.verify(request.query as PushQuery)));
      scope.post(PATH, { bodyLimit: MAX_BYTES }, (request, reply) =>
        this.answer(reply, () => this.take(request)),
      );
      done();
    });
  }

  private async answer(reply: FastifyReply, work: () => string | Promise<string>): Promise<void> {
    try {
      await reply.type('text/plain; charset=utf-8').send(await work());
    } catch (error) {
      if (!(error instanceof PushRefused)) throw error;
      this.logger.warn({ refused: error.reason });
      await reply.code(403).type('text/plain').send('refused');
    }
  }

  private verify(query: PushQuery): string {
    const { pushToken } = this.config.wechat;
    if (pushToken === null) throw new PushRefused('SIGNATURE');
    assertSigned(query.signature, pushToken, query.timestamp ?? '', query.nonce ?? '');
    assertFresh(query.timestamp, systemNow());
    return query.echostr ?? '';
  }

  private async take(request: FastifyRequest): Promise<string> {
    const text = typeof request.body === 'string' ? request.body : '';
    const message = this.config.wechat.cloud ? this.fromGateway(request, text) : this.opened(request, text);
    const event = pushEventOf(readPushBody(message));
    await this.takePush.run(systemCtx(this.clock, 'push'), event);
    return 'success';
  }

  /** The gateway names the source; the console's own check of the path is an empty event. */
  private fromGateway(request: FastifyRequest, text: string): string {
    if (request.headers['x-wx-source'] === undefined) throw new PushRefused('SIGNATURE');
    return text;
  }

  private opened(request: FastifyRequest, text: string): string {
    const { pushToken, pushKey, appId } = this.config.wechat;
    if (pushToken === null || pushKey === null || appId === null) throw new PushRefused('SIGNATURE');
    const { timestamp = '', nonce = '', msg_signature: signature } = request.query as PushQuery;
    const encrypted = fieldOf(readPushBody(text), 'Encrypt');
    if (encrypted === '') throw new PushRefused('BODY');
    assertSigned(signature, pushToken, timestamp, nonce, encrypted);
    assertFresh(timestamp, systemNow());
    return openPush({ appId, aesKey: pushKey }, encrypted);
  }
}
