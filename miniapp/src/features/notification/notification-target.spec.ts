import { placeOf } from './notification-target';

const message = { kind: 'message', id: 7 } as const;

describe('where a note leads', () => {
  it.each([
    ['messageAssigned', true, 'handle'],
    ['replySentBack', true, 'handle'],
    ['replyToReview', true, 'review'],
    ['messageAnswered', false, 'message'],
    // staff are citizens too: the answer to their own question is no work of theirs
    ['messageAnswered', true, 'message'],
    ['messageOverdue', true, 'handle'],
    ['messageOverdue', false, 'message'],
    ['messageTransferred', false, 'message'],
    ['messageReminder', true, 'handle'],
    ['messageDelayed', true, 'message'],
    ['messageEscalated', true, 'message'],
  ] as const)('%s (staff: %s) opens %s', (topic, isStaff, name) => {
    expect(placeOf({ topic, target: message }, isStaff)).toEqual({ name, id: 7 });
  });

  it('opens the list for a digest', () => {
    expect(placeOf({ topic: 'messageOverdue', target: { kind: 'inbox', id: 1 } }, true)).toEqual({
      name: 'desk',
    });
  });

  it('opens tasks, reports and plans by what they are', () => {
    expect(placeOf({ topic: 'progressApproved', target: { kind: 'task', id: 3 } }, true)).toEqual({
      name: 'task',
      id: 3,
    });
    expect(placeOf({ topic: 'progressToReview', target: { kind: 'progress', id: 4 } }, true).name).toBe(
      'progressReview',
    );
    expect(placeOf({ topic: 'planToReview', target: { kind: 'plan', id: 5 } }, true).name).toBe('planManage');
  });
});
