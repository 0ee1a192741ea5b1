import { paperDate, type LightCounts, type PlanRow, type ReplyFigures } from '@sunledger/shared-types';
import { lengthenedText, shareText } from './share-text';

export interface AnnualFacts {
  readonly regionName: string;
  readonly year: number;
  readonly asOf: string;
  readonly plans: readonly Pick<PlanRow, 'title' | 'documentNumber'>[];
  readonly lights: LightCounts;
  readonly replies: ReplyFigures;
}

/** The sentences of the section: what was promised, what became of it, what is still owed. Pure. */
export function annualParagraphs(facts: AnnualFacts): string[] {
  if (facts.plans.length === 0) return [`${facts.year}年，${facts.regionName}没有在本平台发布工作要点。`];
  return [promised(facts), finished(facts), owed(facts), answered(facts)].filter((text) => text !== '');
}

function promised({ regionName, year, plans, lights }: AnnualFacts): string {
  const titles = plans
    .map(({ title, documentNumber }) => `《${title}》${documentNumber ? `（${documentNumber}）` : ''}`)
    .join('、');
  return `${year}年，${regionName}印发${titles}，分解为${total(lights)}项任务，逐项明确单位和时限，全部在“阳光台账”公开，接受社会监督。`;
}

function finished({ asOf, lights }: AnnualFacts): string {
  const { done, doneLate } = lights;
  const share = percent(done + doneLate, total(lights));
  const late = doneLate > 0 ? `，其中按期完成${done}项、逾期完成${doneLate}项` : '，均为按期完成';
  const closed = done + doneLate;
  return `截至${paperDate(asOf)}，已核验销号${closed}项，占${share}${closed > 0 ? late : ''}。`;
}

function owed({ lights }: AnnualFacts): string {
  const open = total(lights) - lights.done - lights.doneLate;
  if (open === 0) return '';
  const parts = [
    lights.overdue > 0 ? `逾期未完成${lights.overdue}项` : '',
    lights.dueSoon > 0 ? `临近期限${lights.dueSoon}项` : '',
    lights.stale > 0 ? `久未更新进展${lights.stale}项` : '',
    lights.notStarted > 0 ? `尚未开始${lights.notStarted}项` : '',
    lights.onTrack > 0 ? `正在推进${lights.onTrack}项` : '',
  ].filter((part) => part !== '');
  return `尚有${open}项未销号：${parts.join('，')}。未完成的任务列入“回头看”，继续办理并公开进展。`;
}

function answered({ replies }: AnnualFacts): string {
  if (replies.total === 0) return '';
  const { total: due, onTime, late, openOverdue, share, declined, withdrawn } = replies;
  const missed = late + openOverdue > 0 ? `，逾期答复${late}件，逾期未答${openOverdue}件` : '';
  const rate = share === null ? '' : `，按期答复率${shareText(share)}`;
  const apart = `其中因改类延长期限${lengthenedText(replies)}，不予受理${declined}件；留言人撤回${withdrawn}件，不计入。`;
  return `全年期限内应答复群众留言${due}件，按期答复${onTime}件${missed}${rate}。${apart}`;
}

const total = (lights: LightCounts): number => Object.values(lights).reduce((sum, count) => sum + count, 0);

const percent = (part: number, whole: number): string =>
  whole === 0 ? '0%' : `${((part / whole) * 100).toFixed(1)}%`;
