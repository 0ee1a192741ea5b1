import { endsLikeUnit } from './unit-names';

/** 省、市驻华亭有关单位: a bare level before 、 belongs to the name behind it (rule 5). */
const bareLevel =
  /^(?:驻[\u3400-\u9fff]{0,3})?(?:中央|国家|中|省|自治区|市|州|盟|区|县|旗|乡|镇|村|中直|省级|市级|州级|区级|县级|省直|市直|区直|县直|省属|市属|省部)$/;
/** 各苏木镇、街道: what follows is no name of its own, the 各 before it holds for both (rule 5). */
const bareTail =
  /^(?:委|办|局|部|中心|街道|街|街办|乡|镇|乡镇|镇街|苏木|苏木镇|嘎查|村|社区|园区|林场|农场|牧场|企业|单位|部门|机构|科室|站所|处室|直属单位|直属机构|相关单位|有关单位|事业单位|企事业单位|二级单位|派出机构|特设机构)(?:[（(][^（）()]*[）)])?$/;
const plural = /^(?:各|全|本级|其他|相关|有关|所属)|有关|相关|直属|所属|各(?:部门|单位|委|科室)/;
const distributivePlace =
  /^(?:(?:省|市|县|区|旗|州)?各|全[县区市旗])[\u3400-\u9fff]{0,8}(?:乡|镇|街|街道|苏木|村|社区|园区|区|县|旗|市|农场|人民政府|办事处|管委会)(?:[（(][^（）()]*[）)])?(?:人民政府|政府)?$/;
const openers = '（([【〔｛{《“';
const closers = '）)]】〕｝}》”';

export interface SplitPart {
  text: string;
  from: number;
  to: number;
}

/**
 * "区府办、区司法局，各街道" → its single names. Nothing splits inside brackets; in tables also at / and at a blank between
 * whole names. Input as printed (blanks inside), output with offsets into the input.
 */
export function splitUnits(text: string, inTable: boolean): SplitPart[] {
  const parts: SplitPart[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const letter = text[i];
    if (letter !== undefined && openers.includes(letter)) depth++;
    else if (letter !== undefined && closers.includes(letter)) depth = Math.max(0, depth - 1);
    const end = letter === undefined;
    const separator =
      end || (depth === 0 && (/[、，,；;。\n\t|]/.test(letter) || (inTable && /[/／]/.test(letter))));
    if (!separator) continue;
    for (const part of inTable
      ? splitBlanks(text, from, i)
      : [{ text: squeeze(text.slice(from, i)), from, to: i }]) {
      if (part.text !== '') parts.push(part);
    }
    from = i + 1;
  }
  return rejoin(parts, text);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** A blank splits only between two whole names: the left one ends like a unit, the right one begins like one. */
function splitBlanks(text: string, from: number, to: number): SplitPart[] {
  const words = [...text.slice(from, to).matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    from: from + match.index,
    to: from + match.index + match[0].length,
  }));
  const parts: SplitPart[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    if (last === undefined || wholeNames(last.text, word.text)) parts.push(word);
    else parts[parts.length - 1] = { text: last.text + word.text, from: last.from, to: word.to };
  }
  return parts;
}

const levelLetter = /^(?:各|[省市县区旗州盟镇乡街]|国|中共|人行|高新|经开|有关|相关|其他)/;

function wholeNames(left: string, right: string): boolean {
  if (/^各/.test(right) && endsLikeUnit(right)) return true;
  if (!endsLikeUnit(left) || left.length < 3 || right.length < 3 || !endsLikeUnit(right)) return false;
  if (
    /^[和与及的等或]/.test(right) ||
    /^(?:办公室|管理局|服务中心|分局|支局|委员会|人民政府|办事处)$/.test(right)
  )
    return false;
  if ((left.match(/[（(]/g)?.length ?? 0) !== (left.match(/[）)]/g)?.length ?? 0)) return false;
  return levelLetter.test(left) ? levelLetter.test(right) || /(?:公司|分局|支行)$/.test(right) : true;
}

function rejoin(parts: readonly SplitPart[], text: string): SplitPart[] {
  const out: SplitPart[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    const separator = last === undefined ? '' : text.slice(last.to, part.from).trim().slice(0, 1);
    const joins =
      last !== undefined &&
      separator === '、' &&
      (bareLevel.test(last.text.split('、').at(-1) ?? '') ||
        (bareTail.test(part.text) &&
          (plural.test(last.text) || distributivePlace.test(last.text.split('、')[0]))));
    if (last !== undefined && joins)
      out[out.length - 1] = { text: `${last.text}、${part.text}`, from: last.from, to: part.to };
    else out.push(part);
  }
  return out;
}
