/** What is given away: published plans, their tasks, public answers, and the figures of replies. */
export const openDataSets = ['plans', 'tasks', 'messages', 'stats'] as const;
export type OpenDataSet = (typeof openDataSets)[number];

export const openDataFormats = ['json', 'csv'] as const;
export type OpenDataFormat = (typeof openDataFormats)[number];

/** Raised when a field changes its meaning or goes; fields that are added do not raise it. */
export const openDataVersion = 1;

export const openDataTitles: Record<OpenDataSet, string> = {
  plans: '工作要点',
  tasks: '任务台账',
  messages: '公开的留言与答复',
  stats: '答复统计',
};

export type OpenDataType = 'integer' | 'number' | 'boolean' | 'text' | 'date' | 'texts';

export interface OpenDataField {
  /** The key in JSON. */
  readonly name: string;
  /** The heading in CSV. */
  readonly label: string;
  readonly type: OpenDataType;
  /** What it means; a date is `YYYY-MM-DD` of Asia/Shanghai. */
  readonly about: string;
}

const field = <N extends string>(name: N, label: string, type: OpenDataType, about: string) =>
  ({ name, label, type, about }) as const;

const planFields = [
  field('id', '编号', 'integer', '工作要点的编号，长期不变'),
  field('year', '年度', 'integer', '工作要点所属年度'),
  field('title', '标题', 'text', '文件标题'),
  field('documentNumber', '文号', 'text', '发文字号，文件没有时为空'),
  field('issuer', '发文机关', 'text', '发文机关'),
  field('issuedOn', '成文日期', 'date', '成文日期'),
  field('printedOn', '印发日期', 'date', '印发日期'),
  field('disclosure', '公开属性', 'text', '文件标明的公开属性'),
  field('publishedOn', '发布日期', 'date', '在本平台发布的日期'),
  field('tasks', '任务数', 'integer', '任务总数'),
  field('done', '已完成', 'integer', '按期完成并销号的任务数'),
  field('doneLate', '逾期完成', 'integer', '超过期限才完成的任务数'),
  field('onTrack', '推进中', 'integer', '正常推进的任务数'),
  field('dueSoon', '临期', 'integer', '临近期限的任务数'),
  field('overdue', '逾期', 'integer', '超过期限仍未完成的任务数'),
  field('notStarted', '未开始', 'integer', '尚无公开进展的任务数'),
  field('stale', '久未更新', 'integer', '久未更新进展的任务数'),
] as const;

const taskFields = [
  field('id', '编号', 'integer', '任务的编号，长期不变'),
  field('planId', '工作要点编号', 'integer', '所属工作要点的编号'),
  field('year', '年度', 'integer', '任务所属年度'),
  field('no', '序号', 'text', '文件中的序号，文件没有时为空'),
  field('section', '部分', 'text', '文件中的一级标题'),
  field('group', '类别', 'text', '文件中的二级标题'),
  field('text', '重点工作', 'text', '任务内容，与文件一致'),
  field('leadUnits', '牵头单位', 'texts', '牵头单位'),
  field('responsibleUnits', '责任单位', 'texts', '责任单位'),
  field('deadlineText', '完成时限', 'text', '文件写明的时限'),
  field('dueOn', '到期日', 'date', '由时限推出的日期，全年任务和没有时限的任务可能为空'),
  field('continuous', '全年任务', 'boolean', '是否贯穿全年'),
  field('light', '状态代码', 'text', 'done、doneLate、onTrack、dueSoon、overdue、notStarted 或 stale'),
  field('lightWord', '状态', 'text', '已完成、逾期完成、推进中、临期、逾期、未开始或久未更新'),
  field('percent', '进度', 'integer', '最近一次经审核的进度，0 到 100'),
  field('lastProgressOn', '最近进展日期', 'date', '最近一次经审核的进展的日期'),
  field('finishedOn', '完成日期', 'date', '首次报送完成的日期'),
] as const;

const messageFields = [
  field('id', '编号', 'integer', '留言的编号，长期不变'),
  field('kind', '类型代码', 'text', 'inquiry、suggestion、complaint、help 或 correction'),
  field('kindWord', '类型', 'text', '咨询、建议、投诉、求助或纠错'),
  field('taskId', '任务编号', 'integer', '留言关于哪项任务，没有时为空'),
  field('unit', '答复单位', 'text', '答复单位'),
  field('question', '留言', 'text', '公开的留言文字，个人信息已隐去'),
  field('reply', '答复', 'text', '公开的答复文字，个人信息已隐去'),
  field('receivedOn', '收到日期', 'date', '收到留言的日期'),
  field('dueOn', '答复期限', 'date', '最迟答复日期'),
  field('answeredOn', '答复日期', 'date', '答复公布的日期'),
  field('outcome', '结果', 'text', 'onTime 按期答复，late 逾期答复'),
] as const;

const statFields = [
  field('from', '起始日期', 'date', '统计期的第一天，按答复期限计入'),
  field('to', '截止日期', 'date', '统计期的最后一天'),
  field('by', '分组', 'text', 'all 全部、month 按月、unit 按单位'),
  field('key', '分组代码', 'text', '月份 YYYY-MM 或单位编号，全部时为空'),
  field('name', '名称', 'text', '月份或单位名称，全部时为空'),
  field('total', '应答复', 'integer', '期限落在统计期内的留言数，不含撤回'),
  field('onTime', '按期答复', 'integer', '期限内答复的留言数'),
  field('late', '逾期答复', 'integer', '超过期限才答复的留言数'),
  field('openOverdue', '逾期未答', 'integer', '超过期限仍未答复的留言数'),
  field('notYetDue', '未到期', 'integer', '还在期限内的留言数'),
  field('share', '按期率', 'number', '按期答复 ÷（按期答复＋逾期答复＋逾期未答），0 到 1，没有应答复时为空'),
  field('medianHours', '答复用时中位数', 'number', '从收到到公布答复的小时数的中位数'),
  field('reclassified', '改类延长', 'integer', '因改类而延长期限的留言数'),
  field(
    'reclassifiedShare',
    '改类延长占比',
    'number',
    '因改类而延长期限的 ÷ 应答复，0 到 1，没有应答复时为空',
  ),
  field('declined', '不予受理', 'integer', '应答复中不予受理的留言数'),
  field('withdrawn', '撤回', 'integer', '留言人撤回的留言数，不在应答复内'),
] as const;

/** The columns of every set, in order: the stable schema that users build on. */
export const openDataFields = {
  plans: planFields,
  tasks: taskFields,
  messages: messageFields,
  stats: statFields,
} as const;

export type OpenDataValue = string | number | boolean | null | readonly string[];
export type OpenDataRow<S extends OpenDataSet> = Record<
  (typeof openDataFields)[S][number]['name'],
  OpenDataValue
>;
/** A row of whichever set. */
export type AnyOpenDataRow = { [S in OpenDataSet]: OpenDataRow<S> }[OpenDataSet];
