import { markerOf } from './marker';

describe('markerOf', () => {
  it.each([
    ['一、围绕中心工作', 'chinese', '一', 1],
    ['十二．强化保障', 'chinese', '十二', 12],
    ['三 、加强领导', 'chinese', '三', 3],
    ['一 强化主动公开', 'chinese', '一', 1],
    ['第二、规范申请', 'chinese', '第二', 2],
    ['第一部分 总体要求', 'chinese', '第一部分', 1],
    ['（一）规范发布', 'bracketChinese', '（一）', 1],
    ['(二十六) 狠抓落实', 'bracketChinese', '(二十六)', 26],
    ['（ 三 ）公开', 'bracketChinese', '（三）', 3],
    ['㈣公开', 'bracketChinese', '㈣', 4],
    ['(-)聚焦企业', 'bracketChinese', '（一）', 1],
    ['(=)聚焦群众', 'bracketChinese', '（二）', 2],
    ['1．紧紧围绕', 'arabic', '1', 1],
    ['12、规范办理', 'arabic', '12', 12],
    ['3. 加强', 'arabic', '3', 3],
    ['1.2022年全县任务清单', 'arabic', '1', 1],
    ['⒉加强', 'arabic', '⒉', 2],
    ['（3）公开', 'bracketArabic', '（3）', 3],
    ['4）公开', 'bracketArabic', '4', 4],
    ['①公开', 'circled', '①', 1],
  ])('%s → %s %s', (line, kind, number, value) => {
    expect(markerOf(line)).toMatchObject({ kind, value });
    expect(markerOf(line)?.number.replace(/[）)]$/, '')).toBe(number.replace(/[）)]$/, ''));
  });

  it.each([
    '2022年底前完成',
    '12345热线',
    '1.5亿元资金',
    '一是规范',
    '二十大精神',
    '三公经费',
    '（此件公开发布）',
    '5.2版接口',
    '一些单位',
    '3月底前',
  ])('%s has none', (line) => {
    expect(markerOf(line)).toBeNull();
  });
});
