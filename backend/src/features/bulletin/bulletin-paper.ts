import {
  paperDate,
  lights,
  lightWords,
  type BulletinDetail,
  type BulletinFigures,
  type BulletinReplies,
  type BulletinTask,
  type Light,
} from '@sunledger/shared-types';
import type { FileChild } from 'docx';
import {
  paperBars,
  paperFile,
  paperHeading,
  paperSigned,
  paperSmall,
  paperTable,
  paperText,
  paperTitle,
} from './report-paper';
import { lengthenedText, shareText } from './share-text';

/** Fills that stay apart when printed grey; the word and the shape stand beside each anyway. */
const fills: Record<Light, string> = {
  done: '2F7D4F',
  doneLate: '8A6D1F',
  onTrack: '6FA8DC',
  dueSoon: 'F0B429',
  overdue: 'B3261E',
  notStarted: 'C9CDD3',
  stale: '8E7CC3',
};

const named = (light: Light): string => `${lightWords[light].shape} ${lightWords[light].word}`;

/** The Word file of a bulletin, from its frozen figures alone. */
export function bulletinPaper(bulletin: BulletinDetail): Promise<Buffer> {
  const { figures } = bulletin;
  return paperFile(bulletin.title, bulletin.issuer, [
    paperTitle(bulletin.title),
    paperText(summaryOf(figures)),
    paperHeading('一、任务完成情况'),
    paperText(finishedText(figures)),
    paperBars(
      lights.map((light) => ({ label: named(light), value: figures.lights[light], colour: fills[light] })),
    ),
    paperHeading('二、群众留言答复情况'),
    paperText(repliesText(figures.replies)),
    paperBars([
      { label: '按期答复', value: figures.replies.onTime, colour: fills.done },
      { label: '逾期答复', value: figures.replies.late, colour: fills.doneLate },
      { label: '逾期未答', value: figures.replies.openOverdue, colour: fills.overdue },
      { label: '未到期', value: figures.replies.notYetDue, colour: fills.onTrack },
    ]),
    paperHeading('三、各单位情况'),
    unitTable(figures),
    ...taskPart('四、逾期未完成的任务', figures.overdue, figures.lights.overdue),
    ...taskPart('五、本期逾期完成的任务', figures.doneLate, figures.finishedLate),
    ...(bulletin.remark ? [paperHeading('六、说明'), ...bulletin.remark.split('\n').map(paperText)] : []),
    ...paperSigned(bulletin.issuer, paperDate(bulletin.asOf)),
    ...sealOf(bulletin),
  ]);
}

const summaryOf = ({ from, to, asOf, tasks }: BulletinFigures): string =>
  `本期为${paperDate(from)}至${paperDate(to)}。任务共${tasks}项，状态截至${paperDate(asOf)}；留言按答复期限计入本期。各单位按本地区单位顺序排列，不排名次。`;

const finishedText = ({ finishedOnTime, finishedLate, lights: counts }: BulletinFigures): string =>
  `本期完成并销号${finishedOnTime + finishedLate}项，其中按期完成${finishedOnTime}项、逾期完成${finishedLate}项。` +
  `累计已完成${counts.done}项、逾期完成${counts.doneLate}项；逾期未完成${counts.overdue}项，临近期限${counts.dueSoon}项，久未更新${counts.stale}项。`;

function repliesText(replies: BulletinFigures['replies']): string {
  if (replies.total === 0) return '本期没有到期的群众留言。';
  const hours = replies.medianHours === null ? '' : `，答复用时中位数${replies.medianHours}小时`;
  return `本期应答复${replies.total}件，按期答复${replies.onTime}件，逾期答复${replies.late}件，逾期未答${replies.openOverdue}件，未到期${replies.notYetDue}件，按期答复率${shareText(replies.share)}${hours}。${apartText(replies)}`;
}

/** What reply-rule wants told apart in every report. */
function apartText({ total, reclassified, declined, withdrawn }: BulletinReplies): string {
  if (reclassified === undefined) return '';
  return `其中因改类延长期限${lengthenedText({ total, reclassified })}，不予受理${declined ?? 0}件；留言人撤回${withdrawn ?? 0}件，不计入。`;
}

/** Bulletins made before these were counted have none. */
const lengthenedOf = ({ total, reclassified }: BulletinReplies): string =>
  reclassified === undefined ? '—' : lengthenedText({ total, reclassified });

function unitTable({ units }: BulletinFigures) {
  const counted = ['done', 'doneLate', 'overdue', 'dueSoon', 'stale'] as const;
  return paperTable(
    [
      { head: '单位', share: 24 },
      ...counted.map((light) => ({ head: named(light), share: 8, align: 'center' as const })),
      { head: '其他', share: 7, align: 'center' },
      { head: '应答复', share: 8, align: 'center' },
      { head: '按期率', share: 10, align: 'center' },
      { head: '改类延长', share: 11, align: 'center' },
    ],
    units.map(({ name, lights: counts, replies }) => [
      name,
      ...counted.map((light) => String(counts[light])),
      String(counts.onTrack + counts.notStarted),
      String(replies.total),
      shareText(replies.share),
      lengthenedOf(replies),
    ]),
  );
}

function taskPart(heading: string, tasks: readonly BulletinTask[], all: number): FileChild[] {
  if (tasks.length === 0) return [paperHeading(heading), paperText('无。')];
  const table = paperTable(
    [
      { head: '序号', share: 8, align: 'center' },
      { head: '重点工作', share: 40 },
      { head: '单位', share: 24 },
      { head: '期限', share: 14, align: 'center' },
      { head: '状态', share: 14, align: 'center' },
    ],
    tasks.map((task) => [task.no ?? '', task.text, task.units, task.dueOn ?? '', stateOf(task)]),
  );
  const rest = all > tasks.length ? [paperSmall(`另有${all - tasks.length}项，见台账。`)] : [];
  return [paperHeading(heading), table, ...rest];
}

const stateOf = ({ light, finishedOn }: BulletinTask): string =>
  finishedOn ? `${named(light)}（${finishedOn}）` : named(light);

/** So that a reader years later can tell that neither figures nor records were rewritten. */
function sealOf({ figures: { anchor } }: BulletinDetail): FileChild[] {
  if (!anchor) return [];
  return [paperSmall(`留言记录存证：${paperDate(anchor.date)}　指纹 ${anchor.fingerprint}`)];
}
