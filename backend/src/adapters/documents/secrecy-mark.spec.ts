import { findSecrecyMark } from './secrecy-mark';

it.each([
  '秘密★1年',
  '机密★5年',
  '绝密★长期',
  '机密',
  '秘 密',
  '密级：秘密',
  '密级: 机密★10年',
  '【机密】',
  '000123    秘密★1年    特急',
  '特急　　秘密★6个月',
  '内部资料',
  '内部资料，注意保存',
  '（内部文件，不得外传）',
  '密级：内部',
])('%s at the head is a mark', (line) => {
  expect(
    findSecrecyMark(`青禾县人民政府办公室文件\n${line}\n青政办〔2026〕3号\n关于印发要点的通知`),
  ).not.toBeNull();
});

it.each([
  '保守国家秘密是每个机关的责任',
  '青禾县国家保密局',
  '秘密战线纪念馆政务公开要点',
  '密级：公开',
  '加强机密文件管理的通知',
  '内部审计工作要点',
  '商业秘密',
  '机密性要求',
  '内部',
])('%s is none', (line) => {
  expect(findSecrecyMark(`${line}\n青政办〔2026〕3号\n一、强化公开`)).toBeNull();
});

it('running text is no mark', () => {
  const text = '青禾县2026年政务公开工作要点\n各单位要严格审查，防止泄露国家秘密。\n秘密\n内部资料';
  expect(findSecrecyMark(text)).toBeNull();
});
