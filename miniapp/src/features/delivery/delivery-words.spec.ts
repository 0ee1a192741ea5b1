import { reasonWord, topicWord } from './delivery-words';

describe('words of a delivery', () => {
  it.each([
    ['ECONNREFUSED', '连不上对方'],
    ['ETIMEDOUT', '对方没有及时回应'],
    ['PROCESS_ENDED', '发送途中程序中断'],
    ['ER_LOCK_DEADLOCK', '数据库没有响应'],
    ['NOTIFY_ORDER_INVALID', '内容不完整，重新投递也不会成功'],
    ['RECIPIENT_GONE', '没有投递成功'],
  ])('%s: %s', (code, words) => {
    expect(reasonWord(code)).toBe(words);
  });

  it('shows a topic without words as it is', () => {
    expect([topicWord('notify'), topicWord('other')]).toEqual(['应用内提醒', 'other']);
  });
});
