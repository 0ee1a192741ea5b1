/** A row of a task table: number, text, lead unit, others, deadline. */
export type PaperRow = readonly [string, string, string, string, string];

export const paperRows: readonly PaperRow[] = [
  ['1', '公布年度重大建设项目清单，按季更新进度', '县发展和改革局', '县财政局', '12月底前'],
  ['2', '公开义务教育招生政策和学区划分', '县教育局', '', '6月底前'],
  ['3', '惠农补贴以村为单位张榜公布', '县农业农村局', '各乡镇人民政府', '全年'],
  ['4', '编制就业创业补贴申领指南', '县人社局', '', '3月底前'],
  ['5', '公布家庭医生签约服务团队联系方式', '县卫生健康局', '各乡镇人民政府', '9月底前'],
];

export interface PaperParts {
  year?: number;
  county?: string;
  title?: string;
  disclosure?: string | null;
  rows?: readonly PaperRow[];
  /** A line above everything else. */
  head?: string;
}

/** An invented notice with its 工作要点 and task table, in the form that counties use. */
export function paperOf(parts: PaperParts = {}): string {
  const { year = 2026, county = '云溪县', rows = paperRows, head } = parts;
  const title = parts.title ?? `${year}年${county}政务公开工作要点`;
  const disclosure = parts.disclosure === undefined ? '（此件公开发布）' : parts.disclosure;
  return [
    ...(head ? [head] : []),
    `${county}人民政府办公室文件`,
    `云政办函〔${year}〕5号`,
    `${county}人民政府办公室关于印发${title}的通知`,
    '各乡镇人民政府，县政府各部门：',
    `《${title}》已经县政府同意，现印发给你们，请认真组织实施。`,
    `${county}人民政府办公室`,
    `${year}年2月10日`,
    ...(disclosure ? [disclosure] : []),
    title,
    `${year}年全县政务公开工作，围绕群众关心的事项逐件公开、逐件核对。`,
    '一、把重大事项讲明白',
    '（一）项目和资金。重大项目从立项到竣工，按季公布进度和用款，让群众看得懂、查得到。',
    '（二）民生和教育。招生、补贴等事项提前公布口径和办理流程，张榜到村居。',
    '二、把惠民政策送到手',
    '（三）就业和健康。申领指南写清材料和到账时间，签约团队联系方式可查可问。',
    '各单位要对照任务清单逐项落实。',
    `附件：${year}年${county}政务公开任务清单`,
    '附件',
    `${year}年${county}政务公开任务清单`,
    ['序号', '重点任务', '牵头单位', '责任单位', '完成时限'].join('\t'),
    '一、把重大事项讲明白',
    ...rows.slice(0, 3).map((row) => row.join('\t')),
    '二、把惠民政策送到手',
    ...rows.slice(3).map((row) => row.join('\t')),
    '',
  ].join('\n');
}

/** The same kind of paper without a table: tasks come from its items. */
export const paperWithoutTable = [
  '2026年云溪县政务公开工作要点',
  '一、把服务做细',
  '（一）办好热线。群众来电当天登记、三天回访。（牵头单位：县信访局）',
  '（二）公开目录。公开事项目录每年更新一次，删减已取消的事项。（责任单位：县司法局、县教育局）',
  '二、把平台管好',
  '（三）网站检查。栏目每周检查一次，发现错漏当天改正。（责任单位：县大数据中心；完成时限：全年）',
  '云溪县人民政府办公室',
  '2026年2月10日',
  '',
].join('\n');
