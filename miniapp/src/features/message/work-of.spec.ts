import { workOf } from './work-of';

describe('the way to the work', () => {
  it('leads to the page that has the buttons', () => {
    expect(workOf({ moves: ['reclassify', 'approve'] })?.page).toBe('review');
    expect(workOf({ moves: ['reclassify', 'approveExtension'] })?.word).toBe('去决定');
    expect(workOf({ moves: ['reply', 'askMore'] })?.word).toBe('去办理');
  });

  it('does not press where nobody waits', () => {
    expect(workOf({ moves: ['revise', 'hide'] })).toEqual({
      page: 'handle',
      word: '修改或撤下答复',
      pressing: false,
    });
    expect(workOf({ moves: ['revise'] })?.word).toBe('修改答复');
  });

  it('is nothing for the author', () => {
    expect(workOf({ moves: ['rate', 'followUp', 'withdraw'] })).toBeNull();
  });
});
