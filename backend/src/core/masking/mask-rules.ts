/**
 * What counts as personal in a Chinese sentence, as patterns: what people type (full-width digits, spaces, Han
 * digits) on one side, and the numbers of public life that look alike (文号, 金额, 日期, 订单号, 热线, 窗口) on the other.
 */

export const HIDDEN = {
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
const NOT_AFTER_DIGIT = `(?<!${DIGIT}${GAP})`;
const NOT_BEFORE_DIGIT = `(?!${GAP}${DIGIT})`;
const HAN_DIGIT = '[零〇一二三四五六七八九幺0-9０-９]';
const SAYS = '(?:号码|账号|帐号|号)?(?:是|为|叫)?[:： ]{0,2}';

/** 18 digits, the last perhaps X; whether they are one is for {@link isIdentityLike} to say. */
export const IDENTITY = new RegExp(
  `${NOT_AFTER_DIGIT}${run(17)}${GAP}[0-9０-９XxＸｘ]${NOT_BEFORE_DIGIT}`,
  'g',
);
/** Other papers, and the old 15 digits, by their name before them. */
export const NAMED_IDENTITY = new RegExp(
  '((?:身份证|护照|通行证|回乡证|台胞证|军官证|居留证|准考证|学籍|社保卡?|医保卡?|住院|病历|门诊)' +
    `${SAYS})(?=[A-Za-z]{0,2}\\d)[A-Za-z]{0,2}${run(6, 18)}[XxＸｘ]?${NOT_BEFORE_DIGIT}`,
  'g',
);
export const NAMED_ACCOUNT = new RegExp(
  `((?:银行卡|存折|账户|帐户|账号|帐号|卡号|一卡通|一折通)${SAYS})${run(8, 24)}${NOT_BEFORE_DIGIT}`,
  'g',
);
export const CARD = new RegExp(`${NOT_AFTER_DIGIT}${run(16, 19)}${NOT_BEFORE_DIGIT}`, 'g');
/** An amount or a measure is no telephone. */
const NO_MEASURE = '(?! ?(?:元|万|亿|吨|斤|人|户|亩|平方|立方|公里|千瓦|件|次))';
export const MOBILE = new RegExp(
  `${NOT_AFTER_DIGIT}(?:[(（]?(?:[+＋]|00)?[8８][6６][)）]?${GAP})?[1１]${GAP}[3-9３-９]${GAP}${run(9)}${NOT_BEFORE_DIGIT}${NO_MEASURE}`,
  'g',
);
export const MOBILE_IN_HAN = new RegExp(
  `(?<!${HAN_DIGIT})[一幺1１]${GAP}[三四五六七八九3-9３-９]${GAP}(?:${HAN_DIGIT}${GAP}){8}${HAN_DIGIT}(?!${HAN_DIGIT})${NO_MEASURE}`,
  'g',
);
export const LANDLINE = new RegExp(
  `${NOT_AFTER_DIGIT}[（(]?[0０]${DIGIT}{2,3}[）)]?${GAP}${DIGIT}{3,4}${GAP}${DIGIT}{4}${NOT_BEFORE_DIGIT}`,
  'g',
);
export const CALLED_NUMBER = new RegExp(
  `((?:电话|座机|手机|联系方式|致电|短号)${SAYS})(?!400|800|9[56])${run(6, 8)}${NOT_BEFORE_DIGIT}`,
  'g',
);
export const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-NP-Za-hj-np-z][·•.\s-]?(?=[A-HJ-NP-Za-hj-np-z0-9]*\d)[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳](?![A-Za-z0-9])/g;
/** An office's own mailbox is no secret. */
export const EMAIL = /[A-Za-z0-9._%+-]+[@＠](?![A-Za-z0-9.-]*gov\.cn)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g;
export const ACCOUNT = new RegExp(
  `((?:微信|威信|薇信|[VvＶ]信|VX|vx|wx|WX|加[VvＶ]|QQ|qq|Ｑ|扣扣|抖音|快手|支付宝|钉钉)${SAYS})(?=[A-Za-z0-9_-]*[A-Za-z0-9])[A-Za-z0-9_-]{5,20}(?![A-Za-z0-9_-]*\\.)`,
  'g',
);

const NUMBER = '(?:[0-9０-９]{1,5}|[零〇一二三四五六七八九十百]{1,5}|[A-Za-z])';
const PART = `${NUMBER}[-－]?(?:${NUMBER})?(?:号楼|号|弄|幢|栋|座|单元|层|楼|室|房|组|梯)`;
/** Things that have numbers too: 3号窗口, 2号线, 1号公告. */
const PUBLIC_THING =
  '(?!窗|线|门(?!口)|公告|文|令|桥|井|闸|泵|站|机|库|地块|公路|隧道|出口|入口|码头|车库|高速|铁路|水厂|台风|会议室|展厅|议案|提案|前|后|之前|起|开始|截止|到期|上午|下午|晚)';
/** Two or more parts of a house number: 12号3幢201室, 5栋2单元301; not a day of the month. */
export const HOUSE = new RegExp(
  `(?<![月第${'0-9０-９'}零〇一二三四五六七八九十])${NUMBER}(?:号楼|号|弄|幢|栋|座|单元)[ 之]?(?:${PART}[ 之]?)*(?:${PART}|${DIGIT}{2,4}${NOT_BEFORE_DIGIT})${PUBLIC_THING}(?!窗)`,
  'g',
);
/** 阳光花园3-2-501. */
export const HOUSE_IN_DASHES = new RegExp(
  `(?<=[苑园寓区庄湾城府邸里])${DIGIT}{1,3}[-－]${DIGIT}{1,3}(?:[-－]${DIGIT}{2,4})${NOT_BEFORE_DIGIT}`,
  'g',
);
/** One number right after a street, village or estate: 建设路12号, 上塘村3组, 幸福小区5幢. */
export const STREET = new RegExp(
  `(?<=[路街巷弄道村苑园寓庄湾]|(?<![这那哪家城村夜月镇乡县校公])里|(?<![开发高新功能全])区)${NUMBER}(?:[-－]${NUMBER})?(?:号楼|号|弄|幢|栋|组|室)${PUBLIC_THING}`,
  'g',
);

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const COMPOUND = '欧阳|诸葛|司马|上官|皇甫|令狐|东方|慕容|尉迟|司徒|夏侯|端木';
/** Words of every day that begin like a surname. */
const NO_NAME =
  '(?!何时|何地|何处|何人|任何|任意|任务|方便|方面|方式|高度|高级|高兴|金额|万一|钱款|于是|向[^a-z]|周边|周末|周围|马上|张贴|毛病|白天|江边|石头|田地|林地|叶子|程序|许可|许多|余额|段落|史上|严重|武装)';
const NAME = `${NO_NAME}(?:(?:${COMPOUND})|[${SURNAMES}])`;
const GIVEN = '[\\u4e00-\\u9fa5]{1,2}';
/** What may follow a name that no colon announces. */
const AFTER_NAME = '(?=[，,。；;、！!（(\\s今住在家想要有的电手身]|$)';
const CUES =
  '我叫|名叫|姓名|联系人|当事人|户主|申请人|负责人|孩子叫|儿子叫|女儿叫|丈夫叫|妻子叫|老伴叫|父亲叫|母亲叫';
export const NAME_AFTER_CUE = new RegExp(
  `((?:${CUES})(?:是|为)?[:：] ?|(?:${CUES})[是为]?(?=${NAME}${GIVEN}${AFTER_NAME})|(?:我是|本人)(?=${NAME}${GIVEN}[，,。；;、（(\\s]))(${NAME})${GIVEN}`,
  'g',
);
/** 王建国先生; 李主任 and 高先生 say nothing that must be hidden. */
export const NAME_WITH_TITLE = new RegExp(`(${NAME})${GIVEN}(?=先生|女士|同志|大爷|大妈|阿姨|师傅)`, 'g');

/** What a person may call himself that is no name. */
export const NO_PERSON =
  /^(?:居民|村民|业主|市民|家长|网友|群众|学生|老师|司机|商户|个体户|租户|用户|匿名|某某|热心.*|一名.*|一位.*|.*居民|.*村民|.*业主|.*家长)$/;

/** Region, birth date and length fit a resident identity number; a slip of the finger in the check digit does not matter. */
export function isIdentityLike(typed: string): boolean {
  const plain = plainDigits(typed);
  return /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(plain);
}

/** Bank cards are told from order numbers and dates by their groups and their Luhn digit. */
export function isCardLike(typed: string): boolean {
  const groups = typed.split(/[^0-9０-９]+/);
  const grouped = groups.length === 1 || groups.slice(0, -1).every((group) => group.length === 4);
  const plain = plainDigits(typed);
  if (!grouped || /[.·•]/.test(typed)) return false;
  return /^(?:62|4|5)/.test(plain) || (luhn(plain) && !/^(?:19|20)\d{2}[01]\d/.test(plain));
}

/** What stands before a long number says that it is none of a person. */
export const isPublicNumber = (before: string): boolean =>
  /(?:订单|编号|单号|流水|文号|案号|代码|合同|批号|条码|项目|招标|公告|许可证|执照|备案|发票|第)(?:号|码|号码)?(?:是|为)?[:： ]{0,2}$/.test(
    before,
  );

function luhn(digits: string): boolean {
  let sum = 0;
  for (const [at, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

const plainDigits = (typed: string): string =>
  typed
    .replace(/[０-９Ｘｘ]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[^0-9Xx]/g, '');
