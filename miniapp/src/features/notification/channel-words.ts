import type { Channel, RegionChannels, TemplateSource, TryResult } from '@sunledger/shared-types';

export const sourceWords: Record<TemplateSource, string> = {
  text: '提醒内容',
  number: '留言编号',
  region: '地区',
  unit: '单位',
  time: '时间',
  state: '状态',
};

/** What is missing before a channel can be tried; null when nothing is. */
export function missingWord(channel: Channel, data: RegionChannels): string | null {
  if (channel === 'wechat') {
    if (!data.wechat) return '服务器没有接入微信';
    return data.templates.some((template) => template.use === 'staff') ? null : '没有“工作提醒”模板';
  }
  if (channel === 'sms') return data.sms === 'none' ? '没有短信网关' : null;
  return data.robots.includes(channel) ? null : '没有填写地址';
}

const reasons: Record<string, string> = {
  NO_PHONE: '您还没有在小程序里验证手机号',
  NO_OPENID: '您不是用微信登录的，没有可以发送的微信',
  NO_CONSENT_LEFT: '您在微信里没有剩余的同意，请在小程序里点一次“允许”再试',
  NO_TEMPLATE: '没有配置“工作提醒”模板',
  NO_GATEWAY: '没有可用的短信网关',
  NO_ADDRESS: '没有填写地址，或地址不在允许的范围内',
  ROBOT_UNREACHABLE: '连不上群机器人的地址',
  ROBOT_SILENT: '对方没有及时回应，可能已经发出，请看群里',
  SMS_DOWN: '短信网关没有回应',
};

/** How a tried message went, for a clerk; the code stands beside it for the operator. */
export function resultWords({ state, code }: TryResult): string {
  if (state === 'delivered') return '已发出，请查看是否收到。';
  if (code === null) return '没有发出。';
  const reason = reasons[code] ?? '对方没有接收';
  return `${state === 'unknown' ? '' : '没有发出：'}${reason}（${code}）。`;
}
