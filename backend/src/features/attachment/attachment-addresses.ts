import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { attachmentEndpoints, type Attachment } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import { systemNow } from '../../core/clock';
import type { StoredAttachment } from './attachment.repository';

export const variants = ['full', 'thumb'] as const;
export type Variant = (typeof variants)[number];

const API_BASE = '/api/v1';

/**
 * Addresses end on a full step and live one to two of them: within a step they are the same, so that
 * pictures stay in the browser's cache and an unchanged page keeps its ETag.
 */
const STEP_SECONDS = 600;

/** Signed, short-lived addresses of files: whoever holds one may read that file until it ends. */
@Injectable()
export class AttachmentAddresses {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A file as the contract shows it, to somebody who may see what it belongs to. */
  show(file: StoredAttachment, check?: Attachment['check']): Attachment {
    const ready = file.state === 'ready';
    return {
      id: file.id,
      name: file.name,
      kind: file.kind,
      bytes: file.bytes,
      width: file.width,
      height: file.height,
      state: file.state === 'pending' || file.state === 'refused' ? file.state : 'ready',
      url: ready ? this.addressOf(file.id, 'full') : null,
      thumbnailUrl: ready && file.thumbnailKey !== null ? this.addressOf(file.id, 'thumb') : null,
      ...(check ? { check } : {}),
    };
  }

  /** For somebody outside who downloads it later: the whole address; null where the server has none in public. */
  outward(id: number, seconds: number): string | null {
    const { publicUrl } = this.config;
    if (publicUrl === null) return null;
    const until = Math.floor(systemNow() / 1000) + seconds;
    return publicUrl.replace(/\/$/, '') + this.pathOf(id, 'full', until);
  }

  /** The variant that a signature opens now, or null. */
  opened(id: number, asked: { variant?: string; until?: string; sign?: string }): Variant | null {
    const variant = variants.find((each) => each === asked.variant);
    const until = Number(asked.until);
    if (!variant || !asked.sign || !Number.isSafeInteger(until) || until * 1000 < systemNow()) return null;
    const [given, right] = [asked.sign, this.sign(id, variant, until)].map((text) => Buffer.from(text));
    if (!given || !right || given.length !== right.length) return null;
    return timingSafeEqual(given, right) ? variant : null;
  }

  private addressOf(id: number, variant: Variant): string {
    const step = Math.floor(systemNow() / 1000 / STEP_SECONDS);
    return this.pathOf(id, variant, (step + 2) * STEP_SECONDS);
  }

  private pathOf(id: number, variant: Variant, until: number): string {
    const path = attachmentEndpoints.content.path.replace(':id', String(id));
    return `${API_BASE}${path}?variant=${variant}&until=${until}&sign=${this.sign(id, variant, until)}`;
  }

  private sign(id: number, variant: Variant, until: number): string {
    return createHmac('sha256', this.config.addressKey)
      .update(`${id}:${variant}:${until}`)
      .digest('base64url');
  }
}
