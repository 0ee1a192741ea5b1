import type { ScreeningState } from '@sunledger/shared-types';

/** https://developers.weixin.qq.com/community/minihome/doc/000844d07dc7d022d19cb738b56400 */
const labels: Readonly<Record<number, string>> = {
  10001: '疑似广告',
  20001: '疑似涉政内容',
  20002: '疑似色情内容',
  20003: '疑似辱骂',
  20006: '疑似违法内容',
  20008: '疑似欺诈',
  20012: '疑似低俗内容',
  20013: '疑似侵权',
};

const causes: Readonly<Record<string, string>> = {
  NO_OPENID: '不是从微信小程序提交，没有检测',
  VISIT_TOO_OLD: '微信没有及时检测',
  NO_RESULT: '微信没有及时给出结果',
  NO_ADDRESS: '服务器没有微信能下载的地址，没有检测',
};

/** What staff read beside a check that wants them. */
export function doubtOf(state: ScreeningState, label: number | null, cause: string | null): string | null {
  if (state === 'pass') return null;
  if (state === 'pending') return '微信还没有给出结果';
  if (cause !== null) return causes[cause] ?? '微信没有检测这条内容';
  return label === null ? null : (labels[label] ?? '内容存疑');
}
