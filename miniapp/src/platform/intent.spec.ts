import { ApiError } from './api-error';
import { IntentKeeper } from './intent';

describe('the key of an intent', () => {
  it('is the same for a repeat, another for another body, and new once the outcome is known', () => {
    const keeper = new IntentKeeper();
    const key = keeper.keyFor('a');
    expect(keeper.keyFor('a')).toBe(key);
    const other = keeper.keyFor('b');
    expect(other).not.toBe(key);
    keeper.settle();
    expect(keeper.keyFor('b')).not.toBe(other);
  });

  it('outlives the page when it is kept', () => {
    const key = new IntentKeeper('message').keyFor('a');
    const later = new IntentKeeper('message');
    expect(later.keyFor('a')).toBe(key);
    later.settle();
    expect(new IntentKeeper('message').keyFor('a')).not.toBe(key);
  });

  it('knows that a sending still under way has no outcome yet', () => {
    expect(new ApiError('IDEMPOTENCY_IN_PROGRESS', '上一次提交还在处理，请稍候。', 409).unanswered).toBe(
      true,
    );
    expect(new ApiError('MESSAGE_CHANGED', '', 409).unanswered).toBe(false);
    expect(new ApiError('TIMEOUT', '', 0).unanswered).toBe(true);
    expect(new ApiError('UNAVAILABLE', '', 503).unanswered).toBe(true);
  });
});
