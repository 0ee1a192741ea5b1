import { Injectable, Logger } from '@nestjs/common';
import { WechatError } from './wechat-error';
import { WechatGateway } from './wechat.gateway';

/** Mini-program codes as pictures for a page; where there is none the page draws a plain QR code itself. */
@Injectable()
export class ProgramCodes {
  private readonly logger = new Logger('program-codes');

  constructor(private readonly wechat: WechatGateway) {}

  /**
   * @param scene what the page is opened with, at most 32 signs
   * @param page without a leading slash
   * @returns a data URL; null without WeChat or while it makes none
   */
  async picture(scene: string, page: string, width?: number): Promise<string | null> {
    if (!this.wechat.enabled) return null;
    try {
      const bytes = await this.wechat.unlimitedCode({ scene, page, ...(width ? { width } : {}) });
      // WeChat gives JPEG for the usual kind and PNG for transparent ones.
      const type = bytes.subarray(0, 2).equals(JPEG) ? 'image/jpeg' : 'image/png';
      return `data:${type};base64,${bytes.toString('base64')}`;
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      this.logger.warn({ page, reason: error.reason, errcode: error.errcode });
      return null;
    }
  }
}

const JPEG = Buffer.from([0xff, 0xd8]);
