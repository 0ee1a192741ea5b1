import type { TaskFlag } from '@sunledger/shared-types';
import type { SourceLedger } from './source-ledger';
import type { StepCounter } from './steps';
import type { TaskDraft } from './table-tasks';
import { endsLikeUnit } from './unit-names';

const messages: Record<TaskFlag, string> = {
  unitCut: '单位名称残缺或无法辨认，未计入单位，请对照原件补全',
  cellsMerged: '合并单元格被拆成两列，单位需人工确认',
  textMissing: '任务内容缺失',
  numberMissing: '序号缺失',
  deadlineMissing: '其他各行均有完成时限，本行缺失',
  columnsShifted: '本行单元格与表头错位，已按内容归列',
  damagedLetters: '文字有无法辨认的字符',
};

const junk = /[?？\ufffd□■●◆]/;
const badStart = /^[和与及的、）)]/;
const level =
  /^(?:各|全|本|有关|相关|其他|驻)?[省市县区旗州盟镇乡街]|^[\u3400-\u9fff]{1,5}[省市县区旗州盟]|^(?:各|有关|相关|其他)/;

/** All names that stand whole somewhere in the paper; a name is judged against them. */
export interface NameBook {
  names: Set<string>;
  /** Most names begin with their level (县…, 区…), so one that does not has lost its head. */
  levelled: boolean;
  heads: Set<string>;
  tails: Set<string>;
}

export function nameBook(
  drafts: readonly TaskDraft[],
  listed: readonly string[],
  steps: StepCounter,
): NameBook {
  const all = drafts.flatMap((draft) => [...draft.reading.lead, ...draft.reading.responsible]);
  steps.add(all.length + listed.length);
  const levelled = all.length >= 8 && all.filter((name) => level.test(name)).length >= all.length * 0.8;
  const bare = listed.map((name) => name.replace(/[（(][^（）()]*[）)]$/, ''));
  const names = new Set([
    ...listed,
    ...bare,
    ...all.filter((name) => endsLikeUnit(name) && !junk.test(name) && !badStart.test(name)),
  ]);
  const heads = new Set<string>();
  const tails = new Set<string>();
  for (const name of names) {
    if (levelled && !level.test(name)) continue;
    for (let i = 1; i < Math.min(name.length, 40); i++) {
      heads.add(name.slice(0, i));
      tails.add(name.slice(i));
    }
  }
  return { names, levelled, heads, tails };
}

/** Is this printed name a piece of a name? 县农业农, 委宣传部, 经宣传部, 县人力资源? */
export function isCutName(name: string, book: NameBook): boolean {
  if (name.length < 2 || junk.test(name) || badStart.test(name)) return true;
  if (unevenBrackets(name)) return true;
  if (!endsLikeUnit(name))
    return name.length <= 2 || book.heads.has(name) || (book.levelled && !level.test(name));
  if (!book.levelled || level.test(name)) return false;
  return (name.length >= 2 && book.tails.has(name)) || (name.length >= 4 && book.tails.has(name.slice(1)));
}

function unevenBrackets(name: string): boolean {
  return (name.match(/[（(]/g)?.length ?? 0) !== (name.match(/[）)]/g)?.length ?? 0);
}

/**
 * Flags damaged rows and takes names that cannot be trusted out of their lists: in a row with a cut name only names that
 * stand whole elsewhere are kept ("never a fragment", contract.md). Every flag has a remark that names the doubt.
 */
export function judgeTasks(
  drafts: readonly TaskDraft[],
  listed: readonly string[],
  ledger: SourceLedger,
  steps: StepCounter,
): void {
  const book = nameBook(drafts, listed, steps);
  const trusted = new Set(listed);
  const cuts = drafts.map((draft) =>
    [...draft.reading.lead, ...draft.reading.responsible].filter((name) => isCutName(name, book)),
  );
  drafts.forEach((draft, index) => {
    steps.add(1 + draft.reading.lead.length + draft.reading.responsible.length);
    if (cuts[index].length > 0) return;
    for (const name of [...draft.reading.lead, ...draft.reading.responsible]) trusted.add(name);
  });
  const withDeadline = drafts.filter((draft) => draft.deadlineText !== null).length;
  drafts.forEach((draft, index) => {
    const { reading, flags } = draft;
    const leadText = (draft.unitCells.find((cell) => cell.role === 'lead')?.text ?? '').replace(/\s+/g, '');
    if (cuts[index].length > 0) {
      flags.push('unitCut');
      reading.lead = reading.lead.filter((name) => trusted.has(name));
      reading.responsible = reading.responsible.filter((name) => trusted.has(name));
      if (reading.lead.length > 0 && reading.lead.every((name) => reading.responsible.includes(name)))
        reading.lead = [];
    }
    if (
      /(?:领导小组|联席会议|委员会|指挥部|协调机制)$/.test(leadText) &&
      reading.responsible.length === 1 &&
      /^各?成员(?:单位)?$/.test(reading.responsible[0])
    ) {
      flags.push('cellsMerged');
      reading.responsible = [];
    }
    if (draft.text === '') flags.push('textMissing');
    if (/[\ufffd□]/.test(draft.text)) flags.push('damagedLetters');
    if (
      draft.hasDeadlineColumn &&
      draft.deadlineText === null &&
      withDeadline >= 5 &&
      withDeadline >= drafts.length * 0.9
    )
      flags.push('deadlineMissing');
    for (const flag of flags) {
      const named =
        flag === 'unitCut'
          ? cuts[index].join('、')
          : flag === 'cellsMerged'
            ? draft.unitText.join('；')
            : draft.text.slice(0, 30);
      ledger.doubt(draft.at, named, `${draft.no === null ? '' : `第 ${draft.no} 行：`}${messages[flag]}`);
    }
  });
}
