import { isDeadlinePhrase } from './deadline-text';
import { endsLikeUnit, looksLikeUnit } from './unit-names';
import { splitUnits } from './unit-split';

export type UnitRole = 'lead' | 'responsible' | 'guiding' | 'ignored' | 'deadline';

export interface NoteReading {
  lead: string[];
  responsible: string[];
  guiding: string[];
  /** Parts that name no unit: too long, a person, a rule for the whole document. */
  rules: string[];
  doubtful: string[];
  deadlines: string[];
}

const roleOfWork =
  '(?:牵头|责任|配合|协办|协同|协作|协助|参与|参加|主办|承办|主责|落实|实施|负责|承担|指导|督导|督办|主管|共同|分管|责任落实|分工|主要)';
const body = '(?:单位|部门|科室|股室|处室|站所|机构|主体|领导|人员|人)';
const unitLabel = `${roleOfWork}(?:[（(]?[及和、与/]?${roleOfWork}[）)]?)?${body}(?:[及和、与]?(?:分工|职责|部门|${roleOfWork}${body}))?(?:[（(][^（）()]{1,20}[）)])?`;
const timeLabel =
  '(?:完成|办理|办结|落实|推进|整改|工作|责任|任务|实施|公开)?(?:时限|期限|时间节点|时间|时间要求|时限要求|时间安排|日期)(?:要求|进度)?|时间节点|进度安排|完成日期';
/** A label with its colon: 牵头单位： 责任部门（科室）: 完成时限： */
export const labelPattern = `[【\\[]?(?:${unitLabel}|${timeLabel})[】\\]]?\\s*[：:]`;
const label = new RegExp(`(${labelPattern})`, 'g');
const labelWithoutColon = new RegExp(`^(${roleOfWork}${body})\\s*(?=[\\u3400-\\u9fff])`);
/** 县政府办牵头，… 配合，… 按职责分工负责: the word behind the names tells their role. */
const roleWord =
  /(?:共同|分别|联合|一同)?(?:牵头(?!单位|部门)(?:负责|组织|落实|实施|推进|办理)?|主办|协办|配合(?!单位|部门)(?:落实|做好)?|协助|协同|参与(?!单位|部门)|参加|指导(?!单位|部门)|督导|按照?(?:各自)?(?:工作)?(?:职责|职能|权限|任务)(?:分工|范围|要求)?(?:[，,]?(?:分别|共同|抓好|做好|协同|各自)?(?:负责|落实|推进|组织实施|实施|配合))?|(?:按照?)?分工(?:负责|落实|抓好落实|推进)|(?:具体|分别|共同|组织|抓好)?(?:负责|落实|承办|实施)(?:落实|实施|推进)?)(?=[，,；;。、）)\s]|$)/g;
const documentRule = /(?:^|[，,；;。])\s*(?:以下|下述|下列|以上)[^；;。]*/;

export function roleOfLabel(text: string): UnitRole {
  if (/时限|期限|时间|日期|进度|节点/.test(text)) return 'deadline';
  if (/领导|人员|人$|人[：:]|电话/.test(text.replace(/\s+/g, ''))) return 'ignored';
  if (/牵头/.test(text)) return 'lead';
  return /指导|督导|督办/.test(text) ? 'guiding' : 'responsible';
}

function emptyReading(): NoteReading {
  return { lead: [], responsible: [], guiding: [], rules: [], doubtful: [], deadlines: [] };
}

/**
 * One note → units by role. Input: the inside of a bracket, a label line or a unit cell; the role of names without a word
 * (a lead column gives lead, else responsible: rule 4). Output: names as printed, no blanks.
 */
export function readNote(text: string, role: UnitRole = 'responsible', inTable = false): NoteReading {
  const reading = emptyReading();
  const bare = labelWithoutColon.exec(text.trim());
  const labels = [...text.matchAll(label)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    role: roleOfLabel(match[1]),
    firstLeads: /(?:首位|第一|首个|列首|排首).{0,6}牵头/.test(match[1]),
  }));
  if (labels.length === 0 && bare !== null)
    labels.push({
      from: text.indexOf(bare[1]),
      to: text.indexOf(bare[1]) + bare[1].length,
      role: roleOfLabel(bare[1]),
      firstLeads: false,
    });
  readClause(text.slice(0, labels[0]?.from ?? text.length), role, inTable, reading);
  labels.forEach((current, index) => {
    const content = text.slice(current.to, labels[index + 1]?.from ?? text.length);
    if (current.role === 'deadline') addDeadline(content, reading);
    else if (current.role !== 'ignored')
      readClause(content, current.firstLeads ? 'responsible' : current.role, inTable, reading);
    if (current.firstLeads) promoteFirst(reading);
  });
  return reading;
}

/** 责任单位（排首位的为牵头单位）: the paper itself says that the first one leads. */
export function promoteFirst(reading: NoteReading): void {
  const first = reading.responsible.shift();
  if (first !== undefined) reading.lead.push(first);
}

function addDeadline(content: string, reading: NoteReading): void {
  const text = content.replace(/\s+/g, '').replace(/^[，,；;。、]+|[，,；;。、]+$/g, '');
  if (text !== '') reading.deadlines.push(text);
}

function readClause(content: string, role: UnitRole, inTable: boolean, reading: NoteReading): void {
  const rule = documentRule.exec(content);
  if (rule !== null) reading.rules.push(rule[0].replace(/^[，,；;。\s]+/, ''));
  const rest = rule === null ? content : content.slice(0, rule.index);
  let from = 0;
  for (const match of rest.matchAll(roleWord)) {
    // 县医保局（牵头）: a word alone in brackets belongs to the name before it.
    if (/[（(]$/.test(rest.slice(0, match.index)) && /^[）)]/.test(rest.slice(match.index + match[0].length)))
      continue;
    addNames(rest.slice(from, match.index), roleOfWord(match[0], role), inTable, reading);
    from = match.index + match[0].length;
  }
  addNames(rest.slice(from), role, inTable, reading);
}

function roleOfWord(word: string, role: UnitRole): UnitRole {
  if (/牵头/.test(word)) return 'lead';
  if (/指导|督导/.test(word)) return 'guiding';
  return role === 'lead' && /负责|落实|分工|职责/.test(word) ? 'lead' : 'responsible';
}

function addNames(text: string, role: UnitRole, inTable: boolean, reading: NoteReading): void {
  for (const part of splitUnits(text.replace(/会同(?=[\u3400-\u9fff])/g, '、'), inTable)) {
    const { name, role: own } = nameOf(part.text, role);
    if (name === '') continue;
    if (isDeadlinePhrase(name)) reading.deadlines.push(name);
    else if (name.length > 40 || /[。？！?!]/.test(name)) reading.doubtful.push(name);
    else if (own === 'lead' || own === 'responsible' || own === 'guiding') {
      if (!reading[own].includes(name)) reading[own].push(name);
    }
  }
}

function nameOf(part: string, role: UnitRole): { name: string; role: UnitRole } {
  const mark = /[（(](?:负责)?(牵头|配合|参与|主办|协办|指导)(?:单位|部门|负责)?[）)]$/.exec(part);
  const own: UnitRole =
    mark === null ? role : mark[1] === '牵头' ? 'lead' : mark[1] === '指导' ? 'guiding' : 'responsible';
  const name = (mark === null ? part : part.slice(0, mark.index))
    .replace(/^(?:由|请|及|以及|和|并|会同|其中|联合|[：:·\-—\s])+/, '')
    .replace(/[（(](?:下同|以下简称[^（）()]*|排名不分先后)[）)]$/, '')
    .replace(/[。；;，,、：:.]+$/, '')
    .replace(/^等$/, '')
    .replace(/等$/, (tail, offset: number, whole: string) =>
      endsLikeUnit(whole.slice(0, offset)) ? '' : tail,
    );
  return { name, role: own };
}

const labelAtStart = new RegExp(`^\\s*${labelPattern}`);
const labelAnywhere = new RegExp(labelPattern);

export function startsWithLabel(text: string): boolean {
  // The cheap question first: a label has its colon near.
  return /^\s*[（(【[]?[\u3400-\u9fff（）()、/【】[\]]{2,40}\s*[：:]/.test(text) && labelAtStart.test(text);
}

/** Is the inside of a bracket a unit note? `apart`: the bracket stands behind a full stop or ends its paragraph. */
export function isUnitNote(inner: string, apart: boolean): boolean {
  const text = inner.trim();
  if (text === '' || text.length > 600) return false;
  if (labelAnywhere.test(text) || (labelWithoutColon.test(text) && apart)) return true;
  const hasRoleWord = text.search(roleWord) >= 0;
  const { lead, responsible, guiding, deadlines, doubtful } = readNote(text);
  const names = [...lead, ...responsible, ...guiding];
  if (names.length === 0) return apart && deadlines.length > 0 && doubtful.length === 0;
  const units = names.filter(looksLikeUnit).length;
  if (hasRoleWord) return units * 2 >= names.length;
  if (doubtful.length > 0 || units < names.length) return false;
  return (
    apart ||
    (names.length >= 2 &&
      names.every((name) => name.length >= 3 && /^[各省市县区旗镇乡州盟]|[局办委]$/.test(name)))
  );
}

const noteAtEnd = /[（([【〔][^（）()[\]【】]{4,300}[）)\]】〕][。；;，,]?$/;
const nestedNoteAtEnd =
  /[（([【〔](?:[^（）()[\]【】]|[（(][^（）()]{1,60}[）)]){4,200}[）)\]】〕][。；;，,]?$/;

/** Does a paragraph end with a unit note, in brackets or as a label behind its last sentence? */
export function endsWithNote(text: string): boolean {
  const end = text.slice(-320);
  const bracket = noteAtEnd.exec(end) ?? nestedNoteAtEnd.exec(end);
  const inner = bracket?.[0].slice(1).replace(/[）)\]】〕][。；;，,]?$/, '');
  return (
    (inner !== undefined && isUnitNote(inner, true)) || /[。；](?:责任|牵头|配合)(?:单位|部门)[：:]/.test(end)
  );
}
