import { splitUnits } from './unit-split';

const names = (text: string, inTable = false): string[] => splitUnits(text, inTable).map((part) => part.text);

describe('splitUnits', () => {
  it.each([
    [
      '、，；, separate',
      '区府办、区司法局，各街道；区数据局,区信访局',
      ['区府办', '区司法局', '各街道', '区数据局', '区信访局'],
    ],
    [
      'brackets keep together',
      '县委宣传部（县网信办、县新闻办）、各镇（街道、园区）',
      ['县委宣传部（县网信办、县新闻办）', '各镇（街道、园区）'],
    ],
    ['省、市驻… is one', '市直有关部门，省、市驻华亭有关单位', ['市直有关部门', '省、市驻华亭有关单位']],
    [
      'three levels before a name',
      '旗直部门，中央、自治区、盟驻旗单位',
      ['旗直部门', '中央、自治区、盟驻旗单位'],
    ],
    ['各苏木镇、街道 is one', '旗财政局、各苏木镇、街道', ['旗财政局', '各苏木镇、街道']],
    ['各部门、单位 is one', '县直各部门、单位', ['县直各部门、单位']],
    [
      'whole names stay apart',
      '各乡镇人民政府、城市社区管委会、工业园区管委会',
      ['各乡镇人民政府', '城市社区管委会', '工业园区管委会'],
    ],
    ['two 各 are two', '各乡镇、各部门', ['各乡镇', '各部门']],
    ['等部门 stays', '县发改局、县住建局等部门', ['县发改局', '县住建局等部门']],
    [
      'blanks inside a name',
      '县人力资源和 社会保障局、县自然资源和规划 局',
      ['县人力资源和社会保障局', '县自然资源和规划局'],
    ],
  ])('%s', (_rule, text, want) => {
    expect(names(text)).toEqual(want);
  });

  it.each([
    ['a slash', '县政务服务中心/县直有关单位', ['县政务服务中心', '县直有关单位']],
    ['a blank between whole names', '县财政局 县农业农村局 各乡镇', ['县财政局', '县农业农村局', '各乡镇']],
    [
      'no blank inside a broken name',
      '县委 宣传部、县住房和 城乡建设局',
      ['县委宣传部', '县住房和城乡建设局'],
    ],
    ['a broken 单 位', '各民生实事项目牵头单 位', ['各民生实事项目牵头单位']],
    ['names without their level', '发改局 财政局 民政局', ['发改局', '财政局', '民政局']],
  ])('in a table: %s', (_rule, text, want) => {
    expect(names(text, true)).toEqual(want);
  });
});
