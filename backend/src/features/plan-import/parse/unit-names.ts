/**
 * What the name of a Chinese public body looks like. Evidence for every ending is a line of unit-names.spec.ts.
 */
const endings = [
  '局',
  '委',
  '委员会',
  '办',
  '办公室',
  '办公厅',
  '公室',
  '部',
  '院',
  '厅',
  '处',
  '科',
  '股',
  '室',
  '站',
  '所',
  '队',
  '会',
  '社',
  '馆',
  '团',
  '联',
  '署',
  '组',
  '台',
  '校',
  '学校',
  '医院',
  '乡',
  '镇',
  '村',
  '区',
  '县',
  '市',
  '旗',
  '州',
  '盟',
  '企',
  '企业',
  '行',
  '库',
  '网',
  '厂',
  '场',
  '司',
  '公司',
  '集团',
  '中心',
  '政府',
  '街道',
  '街',
  '苏木',
  '嘎查',
  '园',
  '园区',
  '部门',
  '单位',
  '机构',
  '机关',
  '乡镇',
  '镇街',
  '科室',
  '站所',
  '专班',
  '分行',
  '支行',
  '信用社',
  '法庭',
  '大厅',
  '团体',
  '组织',
  '院校',
  '主体',
  '管委',
  '党工委',
  '工委',
  '纪委',
  '编办',
  '宣',
  '党校',
  '基地',
  '协会',
  '学会',
  '联盟',
  '12345热线',
  '热线',
  '专区',
  '社区',
  '农场',
  '林场',
  '融媒体',
  '政法委',
  '出版社',
  '报社',
  '总工会',
  '妇联',
  '残联',
  '工商联',
  '科协',
  '文联',
  '电视台',
  '窗口',
  '平台',
  '分局',
  '大队',
  '支队',
  '海关',
  '气象台',
  '邮政',
  '移动',
  '电信',
  '联通',
  '铁塔',
];
const ending = new RegExp(`(?:${[...new Set(endings)].sort((a, b) => b.length - a.length).join('|')})$`);
const trailingBracket = /[（(【[][^（）()【】[\]]*[）)】\]]$/;
const persons = /^(?:组长|副组长|成员|联系人|负责人|责任人|联系电话|电话)[：:]/;
/** Words of a form: 责任单位 names nobody. */
const formWord = /^(?:牵头|责任|配合|主办|协办|承办|参与|落实|实施|主管|指导)(?:单位|部门|科室|机构|主体)$/;
const wordsOfSentences =
  /[。！？!?“”"]|要求|进一步|加强|推进|做好|开展|落实到|完善|建立|及时|应当|通过|按照|根据|以及时|提升|确保|年底|月底|工作日/;

/** Does the name end like that of a public body? 县委宣传部（县网信办） does, 县农业农 does not. */
export function endsLikeUnit(name: string): boolean {
  const bare = name.replace(trailingBracket, '').replace(/等$/, '');
  return bare.length >= 2 && ending.test(bare);
}

/** A whole name that may stand alone in a list of units. */
export function looksLikeUnit(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 40 &&
    endsLikeUnit(name) &&
    !persons.test(name) &&
    !formWord.test(name) &&
    !wordsOfSentences.test(name)
  );
}

const plainBody =
  /(?:人民政府|政府|办公室|办公厅|委员会|局|厅|院|中心|领导小组|办事处|管委会|工作组|指挥部|部|公司|集团|联合会|总队|支队|大队|学校|大学|学院|街道|办|委|社|站|所|处|分行|支行|总社|公安处)$/;

/** The name of a body that issues papers, alone on a line: 嵊泗县人民政府办公室. */
export function isBodyName(text: string): boolean {
  const bare = text.replace(/\s+/g, '').replace(/[（(](?:代章|盖章|印章|章)[）)]$/, '');
  return (
    bare.length >= 3 &&
    bare.length <= 45 &&
    /^[\u3400-\u9fff（）()·]+$/.test(bare) &&
    plainBody.test(bare.replace(trailingBracket, '') || bare)
  );
}
