import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals one field for the database: AES-256-GCM with a fresh nonce, bound to what it is (`label`), so that
 * a sealed value copied to another field does not open.
 * @param key 32 bytes, FIELD_KEY
 * @returns `1.` and base64url of nonce, tag and ciphertext
 */
export function sealField(key: Buffer, label: string, plain: string): string {
  const nonce = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label, 'utf8'));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** Opens a sealed field; null when it was sealed with another key or was altered. */
export function openField(key: Buffer, label: string, sealed: string): string | null {
  if (!sealed.startsWith('1.')) return null;
  const bytes = Buffer.from(sealed.slice(2), 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(label, 'utf8'))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch (error) {
    // Node reports a wrong key or altered bytes as a plain Error without a code.
    if (String(error).includes('unable to authenticate')) return null;
    throw error;
  }
}
