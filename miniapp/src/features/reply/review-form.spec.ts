import type { ReplyView } from '@sunledger/shared-types';
import { approveInputOf, earlierDrafts, startingReview } from './review-form';

const reply = (id: number, status: ReplyView['status'], draftedAt: string): ReplyView => ({
  id,
  text: '',
  unitName: '',
  status,
  draftedByMe: false,
  drafterName: null,
  draftedAt,
  publishedAt: null,
  note: null,
});

describe('approving a reply', () => {
  it('confirms by the tap itself, and delivers to nobody unasked', () => {
    const form = startingReview({ publicWanted: true });
    expect(approveInputOf(form, { id: 1, publicWanted: true })).toEqual({
      id: 1,
      confirmed: true,
      makePublic: true,
    });
    expect(approveInputOf({ ...form, deliverTo: [7] }, { id: 1, publicWanted: true }).deliverTo).toEqual([7]);
  });

  it('never shows in public what its author did not offer', () => {
    const form = { makePublic: true, deliverTo: [] };
    expect(approveInputOf(form, { id: 1, publicWanted: false }).makePublic).toBe(false);
    expect(approveInputOf(form, { id: 1, publicWanted: true }).makePublic).toBe(true);
    expect(approveInputOf({ ...form, makePublic: false }, { id: 1, publicWanted: true }).makePublic).toBe(
      false,
    );
  });

  it('shows what was sent back before, the newest first', () => {
    const drafts = [
      reply(1, 'sentBack', '2026-11-20T09:00'),
      reply(2, 'sentBack', '2026-11-20T10:00'),
      reply(3, 'inReview', '2026-11-20T11:00'),
    ];
    expect(earlierDrafts(drafts).map((draft) => draft.id)).toEqual([2, 1]);
  });
});
