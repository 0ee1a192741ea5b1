export type ColumnRole =
  'no' | 'content' | 'lead' | 'responsible' | 'guiding' | 'deadline' | 'other' | 'blank';

export interface Column {
  role: ColumnRole;
  head: string;
  /** 责任单位（排首位的为牵头单位）: the head says that the first name leads. */
  firstLeads: boolean;
}

const heads: { role: ColumnRole; pattern: RegExp }[] = [
  { role: 'no', pattern: /^(?:序号|编号|序|项次|项目编号|任务序号|任务编号|no\.?)$/i },
  {
    role: 'other',
    pattern:
      /备注|完成情况|进展|得分|分值|佐证|说明|联系人|电话|责任人|负责人|领导|人员|载体|渠道|公开方式|依据|成果|形式|频次|评分|扣分|自查/,
  },
  { role: 'lead', pattern: /牵头/ },
  { role: 'guiding', pattern: /(?:指导|督导|督办)(?:单位|部门)/ },
  {
    role: 'responsible',
    pattern:
      /单位|部门|科室|股室|处室|站所|机构$|主体|责任分工|职责分工|任务分工|^分工$|责任落实|配合|协办|^责任$/,
  },
  { role: 'deadline', pattern: /时限|期限|时间|日期|进度|节点/ },
  {
    role: 'content',
    pattern:
      /内容|任务|要求|举措|措施|事项|工作|要点|目标|项目|指标|类别|领域|分类|类型|重点|标准|专题|板块|名称/,
  },
];

/** What a column holds, by its head: 序号, 重点任务, 牵头部门, 责任单位, 完成时限 in their many names. */
export function columnOf(head: string): Column {
  const bare = head.replace(/\s+/g, '').replace(/[*＊:：]/g, '');
  const role = bare === '' ? 'blank' : (heads.find(({ pattern }) => pattern.test(bare))?.role ?? 'other');
  const firstLeads = /(?:首|第一|排名第一|列第一).{0,8}牵头/.test(bare);
  return { role: firstLeads ? 'responsible' : role, head: bare, firstLeads };
}

/** Is this row of cells the head of a task table? Short known words, among them a task and a unit, a number or a time. */
export function isHeadRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.replace(/\s+/g, '')).filter((cell) => cell !== '');
  if (filled.length < 2 || filled.some((cell) => cell.length > 24 || /[。；]/.test(cell) || /^\d/.test(cell)))
    return false;
  const roles = filled.map((cell) => columnOf(cell).role);
  const known = roles.filter((role) => role !== 'other').length;
  const has = (...wanted: ColumnRole[]): boolean => roles.some((role) => wanted.includes(role));
  const short = filled.filter((cell) => cell.length <= 10).length;
  return (
    known >= 2 &&
    known * 2 > filled.length &&
    short * 3 >= filled.length * 2 &&
    has('content') &&
    has('no', 'lead', 'responsible', 'deadline') &&
    headOnly(filled)
  );
}

/** A row such as 做好工作 | 县府办 has head-like words too; real heads end like heads. */
function headOnly(cells: readonly string[]): boolean {
  const ends =
    /(?:号|序|内容|任务|要求|举措|措施|事项|工作|要点|目标|项目|指标|类别|领域|分类|类型|重点|标准|单位|部门|科室|股室|处室|主体|分工|时限|期限|时间|日期|进度|节点|备注|牵头|责任|配合|人|电话|成果|形式|名称|机构|站所|专题|板块|依据|渠道|情况|说明|方式|[）)])$/;
  return cells.filter((cell) => ends.test(cell)).length * 4 >= cells.length * 3;
}
