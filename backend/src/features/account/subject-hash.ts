import { createHmac } from 'node:crypto';

/** The keyed digest under which an outer id (openid, demo persona) is stored; the id itself never is. */
export function subjectHash(fieldKey: Buffer, provider: string, subject: string): string {
  return createHmac('sha256', fieldKey).update(`${provider}:${subject}`).digest('hex');
}
