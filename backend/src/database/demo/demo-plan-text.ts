import { addDays } from '@sunledger/shared-types';
import { lastYearTasks } from './demo-last-year.data';
import { demoTasks, type DemoTask } from './demo-plan-tasks.data';

/** The four sections of the demo plan; their items say in sentences what the tasks then ask of units. */
const sections = [
  {
    number: '一',
    title: '把重大事项讲明白',
    items: [
      [
        '项目和资金',
        '重大项目从立项到竣工，按季公布进度和用款；预算、决算配通俗图解，让不懂财务的群众也看得懂。',
      ],
      [
        '民生和环境',
        '民生实事逐件公布责任人和节点，饮水、空气、食品检测结果按月上网，坏消息和好消息一样及时。',
      ],
      ['审批和监管', '审批事项一次讲清材料和时限，处罚、检查、征地补偿的结果依法公开，接受群众比较和监督。'],
    ],
  },
  {
    number: '二',
    title: '把惠民政策送到手',
    items: [
      [
        '政策讲得清',
        '规范性文件与解读同一天发布，写明与旧规的不同；补贴类政策写清谁能领、带什么、几天到账。',
      ],
      ['提问有回音', '群众留言按承诺的日期答复，简单问题一个工作日内说清楚，答过的问题整理成问答供大家查。'],
      ['发放看得见', '救助、补贴、保障房的标准和结果公开到村居，照片和名单留存备查，个人信息按规定隐去。'],
    ],
  },
  {
    number: '三',
    title: '把公开平台管扎实',
    items: [
      ['网站和新媒体', '栏目每周检查，错字和敏感信息发布前拦住；长期不更新的账号关停合并，不给基层添负担。'],
      ['专区和目录', '乡镇专区配齐查阅设备，公开目录删去取消的事项，村务居务公开栏与网上内容保持一致。'],
      ['适老和数据', '网站和小程序提供大字、语音和简洁版；按目录开放公共数据，每个数据集注明更新周期。'],
    ],
  },
  {
    number: '四',
    title: '把责任落到人头',
    items: [
      ['清单管理', '任务逐条列明单位和时限，到期提醒、逾期亮灯，完成后由报送单位以外的人核验销号。'],
      ['定期通报', '每季度公布任务进展和留言答复情况，数字由系统生成，不另外要求基层填表。'],
      ['能力建设', '组织业务培训，配齐专职人员，邀请群众走进政府，听取意见并公布采纳结果。'],
    ],
  },
] as const;

export interface DemoPlanDates {
  planYear: number;
  issuedOn: string;
  /** The due date of each task by its place in `demoTasks`; null for those without one. */
  dueOn: (string | null)[];
}

/** `2026-11-30` as a clerk writes it in the column 完成时限. */
function deadlineText(dueOn: string | null, planYear: number): string {
  if (dueOn === null) return '持续推进';
  const [year, month, day] = dueOn.split('-').map(Number);
  const monthEnd = addDays(dueOn, 1).endsWith('-01');
  if (year === planYear) return monthEnd ? `${month}月底前` : `${month}月${day}日前`;
  return monthEnd ? `${year}年${month}月底前` : `${year}年${month}月${day}日前`;
}

const spoken = (date: string) => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** The demo plan as the plain text of a notice with its table, read in by the importer like any other paper. */
export function demoPlanText({ planYear, issuedOn, dueOn }: DemoPlanDates): string {
  const body = sections.map((section) =>
    [
      `${section.number}、${section.title}`,
      ...section.items.map(([title, text], i) => `（${'一二三'[i]}）${title}。${text}`),
    ].join('\n'),
  );
  const rows = sections.flatMap((section, s) => [
    `${section.number}、${section.title}`,
    ...demoTasks.flatMap((task, i) =>
      task.section === s + 1
        ? [rowText(i + 1, task, task.continuous ? '全年' : deadlineText(dueOn[i] ?? null, planYear))]
        : [],
    ),
  ]);
  return noticeText({ planYear, issuedOn, number: 9, body, rows });
}

/** The plan of the year before, of which something was left undone. */
export function lastYearPlanText({ planYear, issuedOn, dueOn }: DemoPlanDates): string {
  const body = [
    '一、把该公开的公开到位',
    '（一）重点领域。项目、资金和民生事项按时公开，群众问得多的先公开。',
    '（二）办事服务。办事材料、时限和结果写清楚，少跑一趟是一趟。',
  ];
  const rows = lastYearTasks.map((task, i) => rowText(i + 1, task, deadlineText(dueOn[i] ?? null, planYear)));
  return noticeText({ planYear, issuedOn, number: 11, body, rows });
}

const rowText = (no: number, task: Pick<DemoTask, 'text' | 'lead' | 'others'>, deadline: string): string =>
  [no, task.text, task.lead, task.others ?? '', deadline].join('\t');

interface DemoNotice {
  planYear: number;
  issuedOn: string;
  number: number;
  body: string[];
  rows: string[];
}

function noticeText({ planYear, issuedOn, number, body, rows }: DemoNotice): string {
  return [
    '云溪县人民政府办公室文件',
    `云政办函〔${issuedOn.slice(0, 4)}〕${number}号`,
    `云溪县人民政府办公室关于印发${planYear}年云溪县政务公开工作要点的通知`,
    '各乡镇人民政府，县政府各部门、各直属单位：',
    `《${planYear}年云溪县政务公开工作要点》已经县政府研究同意，现印发给你们，请结合实际抓好落实。`,
    '云溪县人民政府办公室',
    spoken(issuedOn),
    '（此件公开发布）',
    `${planYear}年云溪县政务公开工作要点`,
    `${planYear}年全县政务公开工作的思路是：群众关心什么就公开什么，公开到哪一步就让群众查到哪一步，说了什么时候办成就按什么时候核对。`,
    ...body,
    '各单位要对照任务清单逐项落实，进展和结果在政务公开台账上如实填报，由县政府办公室核验后公布。',
    `附件：${planYear}年云溪县政务公开任务清单`,
    '附件',
    `${planYear}年云溪县政务公开任务清单`,
    ['序号', '重点任务', '牵头单位', '责任单位', '完成时限'].join('\t'),
    ...rows,
    '',
  ].join('\n');
}
