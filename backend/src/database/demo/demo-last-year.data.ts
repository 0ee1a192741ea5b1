/**
 * The tasks of the year before: most were done, one late, and two were left undone, which 回头看 lists until
 * they are carried into the new plan. Dates are month and day of that year.
 */
export interface PastTask {
  text: string;
  lead: string;
  others?: string;
  due: string;
  /** Its reports; the last of a finished task asked for close-out. */
  reported: string[];
  finished: boolean;
  percent: number;
  report: string;
}

export const lastYearTasks: PastTask[] = [
  {
    text: '公开全县公办幼儿园学位数量、收费标准和报名办法',
    lead: '县教育局',
    due: '06-30',
    reported: ['06-05', '06-20'],
    finished: true,
    percent: 100,
    report: '29 所公办园的学位、收费和报名办法已公开，附咨询电话。',
  },
  {
    text: '公开老旧小区改造名单、内容和居民意见采纳情况',
    lead: '县住房和城乡建设局',
    others: '城关镇人民政府',
    due: '09-30',
    reported: ['07-22', '09-18'],
    finished: true,
    percent: 100,
    report: '7 个小区的改造内容和 214 条意见的采纳情况已公开。',
  },
  {
    text: '公开农产品抽检结果和不合格产品处置情况',
    lead: '县农业农村局',
    others: '县市场监督管理局',
    due: '10-31',
    reported: ['08-15', '11-06'],
    finished: true,
    percent: 100,
    report: '四批次抽检结果和处置情况补齐公开。',
  },
  {
    text: '社保经办事项材料清单和办理时限全部上网',
    lead: '县人力资源和社会保障局',
    due: '11-30',
    reported: ['09-10', '11-20'],
    finished: true,
    percent: 100,
    report: '48 个经办事项的材料和时限已上网，窗口同步摆放纸质清单。',
  },
  {
    text: '公布全县公共停车场位置、泊位和收费标准',
    lead: '县住房和城乡建设局',
    others: '县公安局',
    due: '12-31',
    reported: ['10-16', '12-11'],
    finished: false,
    percent: 70,
    report: '县城 31 处停车场已公布，乡镇停车场还在核对。',
  },
  {
    text: '公开历年财政专项资金绩效评价报告',
    lead: '县财政局',
    due: '12-31',
    reported: ['11-13'],
    finished: false,
    percent: 40,
    report: '近三年的报告已整理完毕，正在隐去个人信息。',
  },
];
