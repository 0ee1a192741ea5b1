import { createHmac } from 'node:crypto';

/** The provider of identities that WeChat vouches for. */
export const WECHAT_PROVIDER = 'wechat';

/** What a sealed openid is bound to. */
export const OPENID_LABEL = 'account.openid';

/** What a sealed phone number of an account is bound to. */
export const ACCOUNT_PHONE_LABEL = 'account.phone';

/** The keyed digest by which an outer id (openid, demo persona) is found; in clear it is stored nowhere. */
export function subjectHash(fieldKey: Buffer, provider: string, subject: string): string {
  return createHmac('sha256', fieldKey).update(`${provider}:${subject}`).digest('hex');
}
