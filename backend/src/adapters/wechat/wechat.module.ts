import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config';
import { AccessTokens } from './access-tokens';
import { RemoteFiles } from '../../core/http/remote-files';
import { CloudFiles } from './cloud-files';
import { CloudTransport } from './cloud.transport';
import { OwnHostTransport } from './own-host.transport';
import { ProgramCodes } from './program-codes';
import { WechatClient } from './wechat-client';
import { WechatTokenRepository } from './wechat-token.repository';
import type { WechatTransport } from './wechat-transport';
import { WechatGateway } from './wechat.gateway';

function transportOf({ wechat }: Config, store: WechatTokenRepository): WechatTransport | null {
  const { appId, secret, cloud, timeoutMs } = wechat;
  // The sidecar of cloud hosting listens on plain HTTP only.
  if (cloud)
    return new CloudTransport(wechat.apiBase.replace(/^https:\/\/(?=api\.weixin\.)/, 'http://'), timeoutMs);
  if (appId === null || secret === null) return null;
  const host = { base: wechat.apiBase, appId, secret, timeoutMs };
  return new OwnHostTransport(host, new AccessTokens(host, store));
}

/** WeChat's APIs behind one class; which way they are reached is decided here and nowhere else. */
@Global()
@Module({
  providers: [
    WechatTokenRepository,
    ProgramCodes,
    { provide: RemoteFiles, useClass: CloudFiles },
    {
      provide: WechatGateway,
      inject: [CONFIG, WechatTokenRepository],
      useFactory: (config: Config, store: WechatTokenRepository) => {
        const transport = transportOf(config, store);
        const client = transport && new WechatClient(transport);
        return new WechatGateway(client, config.wechat.appId, config.wechat.state);
      },
    },
  ],
  exports: [WechatGateway, ProgramCodes, RemoteFiles],
})
export class WechatModule {}
