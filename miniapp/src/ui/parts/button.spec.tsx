import { act } from 'react';
import { useFeedback } from '../../platform';
import { mount } from '../../testing/mount';
import { Button } from './button';

describe('Button', () => {
  afterEach(() => jest.useRealTimers());

  it('hears a double tap once', async () => {
    const onTap = jest.fn();
    const page = mount(<Button onTap={onTap}>提交留言</Button>);
    await page.tap('提交留言');
    await page.tap('提交留言');
    expect(onTap).toHaveBeenCalledTimes(1);
  });

  it('is busy and deaf until its promise settles', async () => {
    jest.useFakeTimers();
    let done: () => void = () => undefined;
    const onTap = jest.fn(() => new Promise<void>((resolve) => (done = resolve)));
    const page = mount(<Button onTap={onTap}>提交留言</Button>);
    await page.tap('提交留言');
    act(() => jest.advanceTimersByTime(5000));
    await page.tap('提交留言');
    expect(onTap).toHaveBeenCalledTimes(1);
    expect(page.byRole('button').getAttribute('aria-busy')).toBe('true');
    await act(async () => done());
    expect(page.byRole('button').getAttribute('aria-busy')).toBeNull();
    await page.tap('提交留言');
    expect(onTap).toHaveBeenCalledTimes(2);
  });

  it('says in Chinese what went wrong', async () => {
    const page = mount(<Button onTap={() => Promise.reject(new Error('x'))}>提交留言</Button>);
    await page.tap('提交留言');
    expect(useFeedback.getState().toast?.text).toBe('出了点问题，请再试一次。');
  });
});
