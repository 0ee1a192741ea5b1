import type { ChannelAudience } from '@sunledger/shared-types';
import type { Ctx } from '../../../core/ctx';
import type { Region } from '../../region/region.mapper';
import type { Note } from '../delivery.repository';

/** Everything that a channel needs to tell one person of one note. */
export interface Errand {
  readonly note: Note;
  readonly audience: ChannelAudience;
  /** Null where the note belongs to no region. */
  readonly region: Region | null;
  /** The same for everybody whom this event is told. */
  readonly event: string;
}

/** How it went; `waiting` was certainly not sent, `unknown` may have been. */
export type Outcome =
  | { readonly state: 'delivered'; readonly externalId?: string | null }
  | { readonly state: 'handedOn' }
  | { readonly state: 'notReached' | 'unknown' | 'waiting'; readonly code: string };

/** One way of telling people something outside the app. */
export interface NotificationChannel {
  /** The other end drops a second delivery with the same key, so an unknown outcome may be tried again. */
  readonly repeatable: boolean;
  deliver(ctx: Ctx, errand: Errand): Promise<Outcome>;
}
