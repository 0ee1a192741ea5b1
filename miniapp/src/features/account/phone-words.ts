/** WeChat's free and paid verifications of the program are used up. */
const NO_QUOTA = 1400001;

/**
 * What WeChat's phone button gave: a code for the server, or a sentence why there is none.
 * @param detail the `detail` of its event
 */
export function phoneCodeOf(
  detail: Record<string, unknown>,
): ({ code: string } & { refusal: null }) | { code: null; refusal: string } {
  if (typeof detail.code === 'string' && detail.code !== '') return { code: detail.code, refusal: null };
  if (detail.errno === NO_QUOTA)
    return { code: null, refusal: '今天的手机号验证次数用完了，请明天再试，急事请拨打 12345。' };
  if (/privacy/i.test(String(detail.errMsg)))
    return { code: null, refusal: '没有同意隐私保护指引，不能验证手机号。可以再点一次，先看指引再决定。' };
  if (/deny|cancel/i.test(String(detail.errMsg)))
    return {
      code: null,
      refusal: '没有允许使用手机号，留言还没有提交。可以再点一次，或者以后再来，草稿会留着。',
    };
  return { code: null, refusal: '微信没有给出手机号，请再试一次。' };
}
