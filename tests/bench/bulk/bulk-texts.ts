/** Invented sentences; the combinations are many, the words few, as in real ledgers. */
const topics = [
  '保障性住房分配',
  '义务教育招生',
  '农村危房改造',
  '城乡医疗救助',
  '就业创业补贴',
  '饮用水水源水质',
  '安全生产抽查',
  '重大建设项目进度',
  '财政预算执行',
  '征地补偿方案',
  '养老服务设施',
  '托育机构名录',
  '公共交通线路调整',
  '垃圾分类投放点',
  '惠农资金发放',
  '食品抽检结果',
  '政府采购合同',
  '行政审批事项',
  '小区加装电梯',
  '残疾人辅助器具适配',
];
const places = ['城东片区', '柳湾镇', '老城街道', '开发区', '云水乡', '河西村', '西山社区', '南门口一带'];
const acts = ['按季公布进度', '每月张榜到村居', '更新名单并附申领条件', '公开标准和流程', '汇总问答并回应'];
const ends = [
  '注明责任人和联系电话',
  '数据与上月对照说明',
  '错漏当天改正',
  '同步到政务新媒体',
  '留存底稿备查',
];
const asks = [
  '什么时候公布结果，在哪里可以查到',
  '需要准备哪些材料，可以代办吗',
  '去年登记过，今年还要重新登记吗',
  '窗口说要等通知，请问大概等多久',
  '公示名单里没有我家，应该找谁核对',
  '标准和隔壁镇不一样，依据是哪一条',
];
const whens = ['本月20日前', '下月第一个工作日', '审核结束后五日内', '季度末', '方案批准当周'];
const wheres = ['县政府网站公告栏', '镇便民服务中心一楼', '村务公开栏', '单位办事大厅二号窗口'];
const names = ['王小明', '李秀英', '张建国', '陈晓', '赵阿姨', '周一鸣'];

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
const step = (at: number, by: number): number => Math.floor(at / by);

export const taskText = (at: number): string =>
  `围绕${pick(topics, at)}，在${pick(places, step(at, 7))}${pick(acts, step(at, 3))}，${pick(ends, step(at, 11))}，第${(at % 97) + 1}号事项。`;

export const pointTitle = (at: number): string => `做好${pick(topics, at)}公开`;

export const pointText = (at: number): string =>
  `${pick(topics, at)}关系群众日常，要${pick(acts, at)}，${pick(ends, step(at, 2))}；${pick(places, step(at, 3))}先行一步，经验成熟后在全县推开，年中和年底各核对一次。`;

export const questionText = (at: number): string =>
  `您好，我住在${pick(places, at)}，想问${pick(topics, step(at, 5))}${pick(asks, step(at, 3))}？家里老人不会上网，盼望说得具体一些，谢谢。`;

export const answerText = (at: number): string =>
  `您好，${pick(topics, step(at, 5))}的结果在${pick(whens, at)}公布，可到${pick(wheres, step(at, 2))}查看；需要身份证明和申请表，可以由家人代办。未列入名单的，五个工作日内可以申请复核，我们会逐户回电说明。`;

/** Two in three give a name. */
export const contactName = (at: number): string | null => (at % 3 === 0 ? null : pick(names, at));
