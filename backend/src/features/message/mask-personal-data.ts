/**
 * Takes personal data out of a text before the public sees it (个人信息保护法 第二十五条: not made public without
 * separate consent). Pure. What is hidden is replaced by a word that says what was there, so that the sentence
 * still reads, also aloud.
 */

export interface MaskOptions {
  /** Names to hide wherever they stand, such as the contact name of the message. */
  readonly names?: readonly string[];
  /**
   * An official reply names offices: their landlines and addresses stay, everything personal goes.
   */
  readonly official?: boolean;
}

const HIDDEN = {
  identity: '【证件号已隐去】',
  card: '【账号已隐去】',
  phone: '【电话已隐去】',
  plate: '【车牌已隐去】',
  contact: '【联系方式已隐去】',
  address: '【门牌已隐去】',
} as const;

/** Digits as people type them, with single separators between. */
const DIGIT = '[0-9０-９]';
const GAP = '[ \\-－—_.·•]?';
const run = (min: number, max = min): string => `(?:${DIGIT}${GAP}){${min - 1},${max - 1}}${DIGIT}`;
const NOT_AFTER_DIGIT = `(?<!${DIGIT})`;
const NOT_BEFORE_DIGIT = `(?!${GAP}${DIGIT})`;
const HAN_DIGIT = '[零〇一二三四五六七八九幺0-9０-９]';

const IDENTITY = new RegExp(`${NOT_AFTER_DIGIT}${run(17)}${GAP}[0-9０-９XxＸｘ]${NOT_BEFORE_DIGIT}`, 'g');
const CARD = new RegExp(`${NOT_AFTER_DIGIT}${run(15, 19)}${NOT_BEFORE_DIGIT}`, 'g');
const MOBILE = new RegExp(
  `(?<!${DIGIT})(?:[+＋]?[8８][6６]${GAP})?[1１]${GAP}[3-9３-９]${GAP}${run(9)}${NOT_BEFORE_DIGIT}`,
  'g',
);
const MOBILE_IN_HAN = new RegExp(`[一幺]${'[三四五六七八九]'}${HAN_DIGIT}{9}(?!${HAN_DIGIT})`, 'g');
const LANDLINE = new RegExp(
  `${NOT_AFTER_DIGIT}[（(]?[0０]${DIGIT}{2,3}[）)]?${GAP}${DIGIT}{3,4}${GAP}${DIGIT}{4}${NOT_BEFORE_DIGIT}`,
  'g',
);
const CALLED_NUMBER = new RegExp(
  `((?:电话|座机|手机|联系方式|致电|短号|号码)(?:号码|号)?(?:是|为)?[:： ]{0,2})${run(6, 8)}${NOT_BEFORE_DIGIT}`,
  'g',
);
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-NP-Za-hj-np-z][·•.\s-]?(?=[A-HJ-NP-Za-hj-np-z0-9]*\d)[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳]/g;
const EMAIL = /[A-Za-z0-9._%+-]+[@＠][A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g;
const ACCOUNT = /((?:微信|QQ|qq|Ｑ|抖音|支付宝)(?:号|账号|帐号)?(?:是|为)?[:： ]{0,2})[A-Za-z0-9_-]{5,20}/g;

const NUMBER = '(?:[0-9０-９]{1,5}|[零〇一二三四五六七八九十百]{1,5}|[A-Za-z])';
const PART = `${NUMBER}[-－]?(?:${NUMBER})?(?:号楼|号|弄|幢|栋|座|单元|层|楼|室|户|房|组|梯)`;
/** Two or more parts of a house number: 12号3幢201室, 5栋2单元301. */
const HOUSE = new RegExp(
  `${NUMBER}(?:号楼|号|弄|幢|栋|座|单元)[ 之]?(?:${PART}[ 之]?)*(?:${PART}|${DIGIT}{2,4}${NOT_BEFORE_DIGIT})`,
  'g',
);
/** One number right after a street, village or estate: 建设路12号, 上塘村3组, 幸福小区5幢. */
const STREET = new RegExp(
  `(?<=[路街巷弄道村里苑园寓区庄湾])${NUMBER}(?:[-－]${NUMBER})?(?:号楼|号|弄|幢|栋|组|户|室)(?!线|窗|门岗|公告|文)`,
  'g',
);

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const NAME_AFTER_CUE = new RegExp(
  `((?:我叫|名叫|姓名|联系人|当事人|户主|申请人)(?:是|为)?[:： ]{0,2}|本人(?=[${SURNAMES}][\\u4e00-\\u9fa5]{1,2}[，,。；;、（(\\s]))([${SURNAMES}])[\\u4e00-\\u9fa5]{1,2}`,
  'g',
);

/** A text as the public may read it. */
export function maskPersonalData(text: string, options: MaskOptions = {}): string {
  let masked = text;
  for (const name of options.names ?? []) {
    if (name.length >= 2) masked = masked.split(name).join(maskedName(name));
  }
  masked = masked
    .replace(IDENTITY, HIDDEN.identity)
    .replace(CARD, HIDDEN.card)
    .replace(MOBILE, HIDDEN.phone)
    .replace(MOBILE_IN_HAN, HIDDEN.phone)
    .replace(PLATE, HIDDEN.plate)
    .replace(EMAIL, HIDDEN.contact)
    .replace(ACCOUNT, `$1${HIDDEN.contact}`)
    .replace(NAME_AFTER_CUE, '$1$2*');
  if (options.official === true) return masked;
  return masked
    .replace(LANDLINE, HIDDEN.phone)
    .replace(CALLED_NUMBER, `$1${HIDDEN.phone}`)
    .replace(HOUSE, HIDDEN.address)
    .replace(STREET, HIDDEN.address);
}

/** 王*: always the first character and one star, because the length of a name says something too. */
export function maskedName(name: string | null): string {
  const first = [...(name ?? '').trim()][0];
  return first === undefined ? '网友' : `${first}*`;
}

/** Full-width digits, letters and spaces as half-width ones; everything else stays. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/　/g, ' ');
}
