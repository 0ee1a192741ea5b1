import { WechatError } from '../../adapters/wechat';
import { AppError } from '../../core/errors/app-error';

/** What a person is told when WeChat did not let them pass; anything else goes on as it is. */
export function refusalOfWechat(error: unknown): unknown {
  if (!(error instanceof WechatError)) return error;
  if (error.fault !== 'person') return new AppError('WECHAT_UNAVAILABLE');
  return new AppError(error.reason === 'USER_BLOCKED' ? 'WECHAT_USER_BLOCKED' : 'WECHAT_CODE_INVALID');
}
