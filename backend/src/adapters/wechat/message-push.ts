import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { PUSH_BLOCK, PUSH_MAX_AGE_MS } from './wechat-limits';

/**
 * The message push of the mini-program console, safe mode.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html
 */
export interface PushSecrets {
  readonly appId: string;
  readonly token: string;
  /** EncodingAESKey: 43 characters. */
  readonly aesKey: string;
}

/** A push that WeChat cannot have sent; `reason` is for the log. */
export class PushRefused extends Error {
  constructor(readonly reason: 'SIGNATURE' | 'AGE' | 'CIPHER' | 'APPID' | 'BODY') {
    super(reason);
    this.name = 'PushRefused';
  }
}

/** `signature` (token, timestamp, nonce) and `msg_signature` (with the ciphertext) alike. */
export function pushSignature(...parts: string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** Compares in constant time. */
export function assertSigned(given: string | undefined, ...parts: string[]): void {
  const wanted = Buffer.from(pushSignature(...parts));
  const seen = Buffer.from(given ?? '');
  if (seen.length !== wanted.length || !timingSafeEqual(seen, wanted)) throw new PushRefused('SIGNATURE');
}

/** A signature of long ago may have been overheard. `timestamp` in seconds; `now` in milliseconds, system time. */
export function assertFresh(timestamp: string | undefined, now: number): void {
  const age = Math.abs(now - Number(timestamp) * 1000);
  if (!(age <= PUSH_MAX_AGE_MS)) throw new PushRefused('AGE');
}

/** Opens the ciphertext of a push: 16 random bytes, length, message, app id. */
export function openPush(secrets: Pick<PushSecrets, 'appId' | 'aesKey'>, encrypted: string): string {
  const plain = unpadded(decipher(secrets.aesKey, encrypted));
  if (plain.length < 20) throw new PushRefused('CIPHER');
  const length = plain.readUInt32BE(16);
  if (20 + length > plain.length) throw new PushRefused('CIPHER');
  if (plain.subarray(20 + length).toString('utf8') !== secrets.appId) throw new PushRefused('APPID');
  return plain.subarray(20, 20 + length).toString('utf8');
}

/** Seals a message as WeChat does; for answers and for the stand-in of the tests. */
export function sealPush(secrets: Pick<PushSecrets, 'appId' | 'aesKey'>, message: string): string {
  const bytes = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  const plain = Buffer.concat([randomBytes(16), length, bytes, Buffer.from(secrets.appId, 'utf8')]);
  const pad = PUSH_BLOCK - (plain.length % PUSH_BLOCK);
  const key = keyOf(secrets.aesKey);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(plain),
    cipher.update(Buffer.alloc(pad, pad)),
    cipher.final(),
  ]).toString('base64');
}

const keyOf = (aesKey: string): Buffer => Buffer.from(`${aesKey}=`, 'base64');

function decipher(aesKey: string, encrypted: string): Buffer {
  const key = keyOf(aesKey);
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length === 0 || bytes.length % 16 !== 0) throw new PushRefused('CIPHER');
  const opener = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([opener.update(bytes), opener.final()]);
}

/** The padding goes up to 32, which Node's own unpadding refuses for every second length. */
function unpadded(bytes: Buffer): Buffer {
  const pad = bytes.at(-1) ?? 0;
  if (pad < 1 || pad > PUSH_BLOCK || pad > bytes.length) throw new PushRefused('CIPHER');
  return bytes.subarray(0, bytes.length - pad);
}
