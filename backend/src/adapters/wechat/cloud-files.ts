import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config';
import { AppError } from '../../core/errors/app-error';
import { traceOf } from '../../core/errors/trace';
import { RemoteFiles } from '../../core/http/remote-files';
import { WechatError } from './wechat-error';
import { WechatGateway } from './wechat.gateway';

/** How long the fetching of one file may take. */
const FETCH_MS = 60_000;

/**
 * Files that the mini-program put into the cloud environment's storage by wx.cloud.uploadFile; only its own folder
 * of its own environment is read. The storage itself deletes `incoming/` after a day (上线清单).
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudrun/src/development/storage/
 */
@Injectable()
export class CloudFiles extends RemoteFiles {
  private readonly logger = new Logger('wechat');

  constructor(
    private readonly wechat: WechatGateway,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async open(id: string): Promise<Readable> {
    const { cloud, cloudEnv } = this.config.wechat;
    const [, env, path] = /^cloud:\/\/([\w-]+)\.[\w.-]+\/(.+)$/.exec(id) ?? [];
    if (!cloud || cloudEnv === null || env !== cloudEnv || !/^incoming\/\w+(\.\w{1,5})?$/.test(path ?? ''))
      throw new AppError('UPLOAD_NOT_FOUND');
    const answer = await fetch(await this.addressOf(cloudEnv, id), {
      redirect: 'error',
      signal: AbortSignal.timeout(FETCH_MS),
    }).catch((error: unknown) => {
      this.logger.warn(traceOf(error));
      throw new AppError('WECHAT_UNAVAILABLE');
    });
    if (!answer.ok || answer.body === null) throw new AppError('UPLOAD_NOT_FOUND');
    return Readable.fromWeb(answer.body as ReadableStream);
  }

  private async addressOf(env: string, id: string): Promise<string> {
    try {
      const url = await this.wechat.cloudFileUrl(env, id);
      if (url !== null) return url;
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      throw new AppError('WECHAT_UNAVAILABLE');
    }
    throw new AppError('UPLOAD_NOT_FOUND');
  }
}
