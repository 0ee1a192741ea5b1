import { missingWord, resultWords } from './channel-words';

const nothing = {
  citizen: [],
  staff: [],
  robots: [],
  sms: 'none',
  wechat: false,
  templates: [],
} as Parameters<typeof missingWord>[1];

describe('the words about channels', () => {
  it('say what is missing before one can be tried', () => {
    expect(missingWord('wechat', nothing)).toBe('服务器没有接入微信');
    expect(missingWord('wechat', { ...nothing, wechat: true })).toBe('没有“工作提醒”模板');
    expect(missingWord('sms', nothing)).toBe('没有短信网关');
    expect(missingWord('sms', { ...nothing, sms: 'own' })).toBeNull();
    expect(missingWord('wecom', { ...nothing, robots: ['wecom'] })).toBeNull();
    expect(missingWord('dingtalk', { ...nothing, robots: ['wecom'] })).toBe('没有填写地址');
  });

  it('say how it went, with the code for whoever mends it', () => {
    expect(resultWords({ state: 'delivered', code: null })).toContain('已发出');
    expect(resultWords({ state: 'notReached', code: 'NO_PHONE' })).toBe(
      '没有发出：您还没有在小程序里验证手机号（NO_PHONE）。',
    );
    expect(resultWords({ state: 'unknown', code: 'ROBOT_SILENT' })).toContain('可能已经发出');
    expect(resultWords({ state: 'waiting', code: 'ROBOT_ERRCODE_93000' })).toContain('93000');
  });
});
