import type { InboxTab } from '@sunledger/shared-types';
import type { Chosen } from './use-desk';

/** Phones open pages; the right half of the desk is not in WeChat's main package. */
export function DeskDetail(_: { chosen: Chosen; tab: InboxTab; onDone: () => void }) {
  return null;
}
