import type { MessageDetail } from '@sunledger/shared-types';
import { handOnIsLate, whyNotApprove, whyNotReply } from './standing';

const facts = (part: Partial<MessageDetail>) => ({
  mine: false,
  moves: [],
  status: 'open' as const,
  unit: { id: 1, name: '县人社局' },
  replies: [],
  dueOn: '2026-11-23',
  ...part,
});

describe('why a move is not offered', () => {
  it('says nothing where the move is offered', () => {
    expect(whyNotReply(facts({ moves: ['reply'] }))).toBeNull();
    expect(whyNotApprove(facts({ status: 'inReview', moves: ['approve'] }))).toBeNull();
  });

  it('tells the drafter that another person approves', () => {
    const own = facts({
      status: 'inReview',
      replies: [
        {
          id: 1,
          text: '',
          unitName: '',
          status: 'inReview',
          draftedByMe: true,
          drafterName: null,
          draftedAt: '',
          publishedAt: null,
          note: null,
        },
      ],
    });
    expect(whyNotApprove(own)).toContain('起草人不能审核自己的答复');
    expect(whyNotReply(own)).toContain('计时不停');
  });

  it('names the unit that is in charge', () => {
    expect(whyNotReply(facts({}))).toBe('这条留言由县人社局办理。');
    expect(whyNotApprove(facts({ status: 'inReview' }))).toContain('县人社局的审核人');
  });

  it('keeps people from their own messages', () => {
    expect(whyNotReply(facts({ mine: true }))).toContain('您本人的留言');
    expect(whyNotApprove(facts({ mine: true, status: 'inReview' }))).toContain('您本人的留言');
  });

  it('explains on the last day why there is no way to hand it on', () => {
    const due = facts({ moves: ['reply', 'return'] });
    expect(handOnIsLate(due, '2026-11-23')).toBe(true);
    expect(handOnIsLate(due, '2026-11-22')).toBe(false);
    expect(handOnIsLate(facts({ moves: ['reply', 'transfer'] }), '2026-11-23')).toBe(false);
  });
});
