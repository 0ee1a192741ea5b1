export { WechatError, type WechatFault } from './wechat-error';
export { WechatGateway, type Checked, type CheckScene } from './wechat.gateway';
export { WechatModule } from './wechat.module';
export { ProgramCodes } from './program-codes';
