import { sentencesOf } from './sentences';

describe('sentences to be read aloud', () => {
  it('end with their mark, and a quotation mark stays with its sentence', () => {
    expect(sentencesOf('您好！请带“身份证”。窗口说：“周六也开。”欢迎再问')).toEqual([
      '您好！',
      '请带“身份证”。',
      '窗口说：“周六也开。”',
      '欢迎再问',
    ]);
  });

  it('end at a line break', () => {
    expect(sentencesOf('一、材料\n二、地点；三、时间')).toEqual(['一、材料\n', '二、地点；', '三、时间']);
  });

  it('lose nothing', () => {
    for (const text of ['', '。', '\n\n', '无标点', '……？！结尾', '甲。\r\n乙。'])
      expect(sentencesOf(text).join('')).toBe(text);
  });
});
