import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

export interface FileAnswer {
  /** As the person will find it on the disk; may be Chinese. */
  readonly name: string;
  /** `text/csv; charset=utf-8` */
  readonly type: string;
  readonly body: Buffer | Readable;
  /** Shown or read in place instead of saved. */
  readonly inline?: boolean;
}

/** The answer of an endpoint that `produces` a file. */
export function fileAnswer({ name, type, body, inline }: FileAnswer): StreamableFile {
  const place = inline ? 'inline' : 'attachment';
  // Old clients read the plain name, all others the one of RFC 6266.
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const disposition = `${place}; filename="${plain}"; filename*=UTF-8''${percentEncoded(name)}`;
  return Buffer.isBuffer(body)
    ? new StreamableFile(body, { type, disposition, length: body.length })
    : new StreamableFile(body, { type, disposition });
}

/** RFC 8187: `encodeURIComponent` leaves `'()*`, which the header does not allow. */
const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
