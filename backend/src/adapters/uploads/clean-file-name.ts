const LONGEST = 80;

/** Control characters, the ones that turn the direction of writing, and what file systems forbid. */
const forbidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>:"|?*%]/g;

/**
 * A name that somebody chose, as it may be shown and downloaded: the last part of a path, without
 * characters that deceive, with the extension of what the content is. `../../a.exe` of a JPEG → `a.jpg`.
 */
export function cleanFileName(name: string, extension: string, fallback: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).pop() ?? '';
  const stem = last
    .replace(forbidden, '')
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...stem].slice(0, LONGEST).join('');
  return `${short === '' ? fallback : short}.${extension}`;
}
