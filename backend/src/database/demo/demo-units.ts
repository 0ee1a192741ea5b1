import type { UnitKind } from '@sunledger/shared-types';

/** The invented county 云溪县 and the invented district 滨江新区: their units as the demo shows them. */
export interface DemoUnit {
  name: string;
  kind: UnitKind;
  aliases?: string[];
  isOffice?: boolean;
  members?: string[];
}

export const yunxiUnits: DemoUnit[] = [
  // A unit of its own, so that it can verify what the government office itself reports.
  { name: '县政务公开办公室', kind: 'office', aliases: ['县政务公开办'], isOffice: true },
  { name: '县政府办公室', kind: 'department', aliases: ['县府办', '县政府办'] },
  { name: '县发展和改革局', kind: 'department', aliases: ['县发改局'] },
  { name: '县教育局', kind: 'department' },
  { name: '县公安局', kind: 'department' },
  { name: '县民政局', kind: 'department' },
  { name: '县财政局', kind: 'department' },
  { name: '县人力资源和社会保障局', kind: 'department', aliases: ['县人社局', '县人力社保局'] },
  { name: '县自然资源局', kind: 'department' },
  { name: '县住房和城乡建设局', kind: 'department', aliases: ['县住建局'] },
  { name: '县交通运输局', kind: 'department' },
  { name: '县农业农村局', kind: 'department' },
  { name: '县文化和旅游局', kind: 'department', aliases: ['县文旅局'] },
  { name: '县卫生健康局', kind: 'department', aliases: ['县卫健局'] },
  { name: '县应急管理局', kind: 'department' },
  { name: '县市场监督管理局', kind: 'department', aliases: ['县市场监管局'] },
  { name: '县医疗保障局', kind: 'department', aliases: ['县医保局'] },
  { name: '县政务服务中心', kind: 'institution', aliases: ['县行政服务中心'] },
  { name: '县大数据发展管理中心', kind: 'institution', aliases: ['县大数据中心'] },
  { name: '县信访局', kind: 'department' },
  { name: '县司法局', kind: 'department' },
  { name: '县审计局', kind: 'department' },
  { name: '市生态环境局云溪分局', kind: 'department', aliases: ['生态环境云溪分局'] },
  { name: '云溪经济开发区管委会', kind: 'park', aliases: ['县经开区'] },
  { name: '城关镇人民政府', kind: 'township', aliases: ['城关镇'] },
  { name: '柳湾镇人民政府', kind: 'township', aliases: ['柳湾镇'] },
  { name: '石桥乡人民政府', kind: 'township', aliases: ['石桥乡'] },
  {
    name: '各乡镇人民政府',
    kind: 'collective',
    aliases: ['各乡镇'],
    members: ['城关镇人民政府', '柳湾镇人民政府', '石桥乡人民政府'],
  },
  {
    name: '县直有关单位',
    kind: 'collective',
    members: [
      '县发展和改革局',
      '县教育局',
      '县民政局',
      '县财政局',
      '县人力资源和社会保障局',
      '县住房和城乡建设局',
      '县交通运输局',
      '县农业农村局',
      '县卫生健康局',
      '县市场监督管理局',
      '县医疗保障局',
    ],
  },
];

export const binjiangUnits: DemoUnit[] = [
  { name: '新区党政办公室', kind: 'office', aliases: ['新区政务公开办'], isOffice: true },
  { name: '新区经济发展局', kind: 'department' },
  { name: '新区社会事业局', kind: 'department' },
  { name: '新区规划建设局', kind: 'department' },
];
