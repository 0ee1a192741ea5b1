import { dateAlone, findDate } from './document-dates';
import { findDocumentNumber } from './document-number';
import { findDisclosure } from './disclosure';
import { issuerOfTitle } from './front-matter';
import { regionOf } from './region-name';
import { innerTitle } from './titles';
import { endsLikeUnit, isBodyName } from './unit-names';
import { isWebPageLine } from './web-page-lines';

it.each([
  ['2022年7月12日', '2022-07-12'],
  ['2022 年 7 月 3 日印发', '2022-07-03'],
  ['2022年八月3日', '2022-08-03'],
  ['二〇二六年五月十二日', '2026-05-12'],
  ['二○一九年十一月二十一日', '2019-11-21'],
  ['2021.6.3', '2021-06-03'],
  ['2021-06-28', '2021-06-28'],
])('the date of %s', (text, date) => {
  expect(findDate(text)?.date).toBe(date);
});

it.each(['2022年13月1日', '2022年2月30日', '7月12日', '2022年7月'])('no date in %s', (text) => {
  expect(findDate(text)).toBeNull();
});

it('a date alone on its line', () => {
  expect(dateAlone('（2022年3月8日）')).toBe('2022-03-08');
  expect(dateAlone('2020-06-08 15:49')).toBeNull();
});

it.each([
  ['嵊政办发〔2022〕36号', '嵊政办发〔2022〕36号'],
  ['松政办发[2023]31号', '松政办发[2023]31号'],
  ['岚政办发（2025）6号', '岚政办发（2025）6号'],
  ['临政办字〔2021〕第15号', '临政办字〔2021〕第15号'],
  ['等级 吴政办发明电〔2022〕21号 吴机发', '吴政办发明电〔2022〕21号'],
  ['文号 石政办函〔2021〕12号 成文日期', '石政办函〔2021〕12号'],
])('the number in %s', (line, number) => {
  expect(findDocumentNumber(line)?.number).toBe(number);
});

it.each([
  ['（此件公开发布）', '主动公开'],
  ['(此件主动公开)', '主动公开'],
  ['此件社会公开', '主动公开'],
  ['公开属性：主动公开', '主动公开'],
  ['公开方式 主动公开', '主动公开'],
  ['信息公开选项：依申请公开', '依申请公开'],
  ['（此件不予公开）', '不予公开'],
  ['做好主动公开工作', null],
  ['公开方式: 政府网站', null],
])('the disclosure of %s', (line, want) => {
  expect(findDisclosure(line)).toBe(want);
});

it('the plan that a notice announces', () => {
  expect(innerTitle('青禾县人民政府办公室关于印发2026年青禾县政务公开工作要点的通知')).toBe(
    '2026年青禾县政务公开工作要点',
  );
  expect(innerTitle('关于印发《望川区2025年政务公开工作要点》的通知（望政办〔2025〕2号）')).toBe(
    '望川区2025年政务公开工作要点',
  );
  expect(innerTitle('关于印发《甲县政务服务要点》和《甲县政务公开要点》的通知')).toBe('甲县政务公开要点');
  expect(innerTitle('关于做好2024年政务公开工作的通知')).toBeNull();
});

it('the body at the start of a title', () => {
  expect(issuerOfTitle('南陌区教育局2022年政务公开工作要点')).toBe('南陌区教育局');
  expect(issuerOfTitle('青禾县人民政府办公室关于印发要点的通知')).toBe('青禾县人民政府办公室');
  expect(issuerOfTitle('青禾县2026年政务公开工作要点')).toBeNull();
});

it('the region', () => {
  expect(regionOf('2021年拱墅区政务公开工作要点', null)).toBe('拱墅区');
  expect(regionOf(null, '杭州市拱墅区人民政府办公室')).toBe('拱墅区');
  expect(regionOf('2023年全县政务公开工作要点', '松陂县人民政府办公室')).toBe('松陂县');
  expect(regionOf(null, null)).toBeNull();
});

it('names of bodies', () => {
  for (const name of [
    '嵊泗县人民政府办公室',
    '常州国家高新区（新北区）党政办公室',
    '县政务公开领导小组',
    '石塘镇人民政府',
    '柳汀区财政局（代章）',
  ])
    expect(isBodyName(name)).toBe(true);
  for (const name of ['青禾县人民政府办公室文件', '请认真贯彻执行', '2022年', '各乡镇人民政府：'])
    expect(isBodyName(name)).toBe(false);
});

it.each([
  '县财政局',
  '县卫健委',
  '县府办',
  '县政务服务中心',
  '各乡镇',
  '各街道',
  '国网县供电公司',
  '人行县支行',
  '县属有关单位',
  '县委宣传部（县网信办）',
  '各民生实事项目牵头单位',
  '市生态环境局嵊泗分局',
  '县融媒体中心',
  '县妇联',
])('%s ends like a unit', (name) => {
  expect(endsLikeUnit(name)).toBe(true);
});

it.each(['县农业农', '市生', '县', '县多', '做好信息公开工作', '全年'])('%s does not', (name) => {
  expect(endsLikeUnit(name)).toBe(false);
});

it('lines of web pages', () => {
  for (const line of [
    '首页 > 政务公开',
    '索引号',
    '【打印】【关闭】',
    '浏览次数：12',
    '来源：县政府办',
    '上一篇：通知',
    '当前位置: 首页',
  ])
    expect(isWebPageLine(line)).toBe(true);
  for (const line of ['一、强化公开', '来源可靠的信息要及时发布。', '打造公开平台', '索引目录要完善'])
    expect(isWebPageLine(line)).toBe(false);
});
