import { maskPersonalData } from './mask-personal-data';

const [ID, CARD, TEL, PLATE, CONTACT, HOME] = [
  '【证件号已隐去】',
  '【账号已隐去】',
  '【电话已隐去】',
  '【车牌已隐去】',
  '【联系方式已隐去】',
  '【门牌已隐去】',
];

/** What somebody may write, and what the public may read of it. All people and numbers are made up. */
const hidden: readonly [string, string][] = [
  ['请打13812345678联系', `请打${TEL}联系`],
  ['请打 138-1234-5678 谢谢', `请打 ${TEL} 谢谢`],
  ['手机138 1234 5678', `手机${TEL}`],
  ['手机138.1234.5678', `手机${TEL}`],
  ['打１３８１２３４５６７８', `打${TEL}`],
  ['打+8613812345678', `打${TEL}`],
  ['打0086 13812345678', `打${TEL}`],
  ['打(86)13812345678', `打${TEL}`],
  ['打一三八一二三四五六七八', `打${TEL}`],
  ['打幺三八一二三四五六七八', `打${TEL}`],
  ['打138一二三四五六七八', `打${TEL}`],
  ['打1 3 8 1 2 3 4 5 6 7 8', `打${TEL}`],
  ['电话19912345678，13912345678都行', `电话${TEL}，${TEL}都行`],
  ['我的电话是13812345678。', `我的电话是${TEL}。`],
  ['座机0572-2345678', `座机${TEL}`],
  ['座机(0572)2345678', `座机${TEL}`],
  ['家里010-62345678没人接', `家里${TEL}没人接`],
  ['电话：2345678', `电话：${TEL}`],
  ['短号 661234', `短号 ${TEL}`],
  ['联系方式为88661234', `联系方式为${TEL}`],
  ['身份证33052219900307123X请查', `身份证${ID}请查`],
  ['我是330522 19900307 1231', `我是${ID}`],
  ['３３０５２２１９９００３０７１２３Ｘ', ID],
  ['身份证号：330522900307123', `身份证号：${ID}`],
  ['护照E12345678丢了', `护照${ID}丢了`],
  ['护照号码是 E12345678', `护照号码是 ${ID}`],
  ['回乡证H12345678', `回乡证${ID}`],
  ['准考证号202633010123', `准考证号${ID}`],
  ['医保卡号 A12345678', `医保卡号 ${ID}`],
  ['住院号 0012345', `住院号 ${ID}`],
  ['卡号6222 0213 0200 1234 567', `卡号${CARD}`],
  ['打到6222021302001234567', `打到${CARD}`],
  ['打到6222-0213-0200-1234', `打到${CARD}`],
  ['银行账号201000012345678', `银行账号${CARD}`],
  ['存折号 1205 0100 1234', `存折号 ${CARD}`],
  ['一卡通：330501123456', `一卡通：${CARD}`],
  ['车牌浙E12345被贴条', `车牌${PLATE}被贴条`],
  ['浙E·12345停在路口', `${PLATE}停在路口`],
  ['浙E D12345停在路口', `${PLATE}停在路口`],
  ['沪AD12345乱停', `${PLATE}乱停`],
  ['浙e1234f乱停', `${PLATE}乱停`],
  ['粤Z1234港的车', `${PLATE}的车`],
  ['苏A1234学在练车', `${PLATE}在练车`],
  ['邮箱zhang.san@example.com', `邮箱${CONTACT}`],
  ['邮箱zhang＠example.com.cn。', `邮箱${CONTACT}。`],
  ['加微信号：zhangsan_88', `加微信号：${CONTACT}`],
  ['微信wxid_abc123', `微信${CONTACT}`],
  ['加V abc12345', `加V ${CONTACT}`],
  ['vx：lisi2026', `vx：${CONTACT}`],
  ['QQ12345678', `QQ${CONTACT}`],
  ['扣扣 12345678', `扣扣 ${CONTACT}`],
  ['抖音号dy_778899', `抖音号${CONTACT}`],
  ['我住建设路12号3幢201室', `我住建设路${HOME}`],
  ['我家在幸福小区5幢2单元301', `我家在幸福小区${HOME}`],
  ['上塘村3组有积水', `上塘村${HOME}有积水`],
  ['人民路88弄6号漏水', `人民路${HOME}漏水`],
  ['东街15-2号门口积水', `东街${HOME}门口积水`],
  ['阳光花园3-2-501没热水', `阳光花园${HOME}没热水`],
  ['阳光花园12栋1303没热水', `阳光花园${HOME}没热水`],
  ['梅园二单元三楼漏水', `梅园${HOME}漏水`],
  ['和平里7号', `和平里${HOME}`],
  ['桃源村十二组路灯不亮', `桃源村${HOME}路灯不亮`],
  ['我叫张小明，想咨询', '我叫张*，想咨询'],
  ['我叫张小明今年50岁', '我叫张*今年50岁'],
  ['本人李强，住在城里', '本人李*，住在城里'],
  ['我是王小明，问一下', '我是王*，问一下'],
  ['姓名：欧阳修文', '姓名：欧阳*'],
  ['联系人：诸葛明', '联系人：诸葛*'],
  ['户主赵大海，家中三口', '户主赵*，家中三口'],
  ['孩子叫陈一一，上三年级', '孩子叫陈*，上三年级'],
  ['王建国先生多次反映', '王*先生多次反映'],
  ['请转告李芳女士', '请转告李*女士'],
];

/** Looks personal and is not: must read as it was written. */
const untouched: readonly string[] = [
  '请问2026年惠农补贴什么时候公布？',
  '国办发〔2020〕51号文件说要在20个工作日内答复',
  '国务院令第711号第二十六条',
  '102路公交车3号线什么时候通车',
  '补贴标准每亩1200元，共350000元',
  '总投资13800000000元',
  '总投资1.38亿元，面积12345678平方米',
  '本人高度关注此事',
  '本人马上要退休了',
  '12345 热线打不通',
  '拨打110、119、120都可以',
  '供电95598和燃气96177',
  '咨询电话400-800-1234',
  '全国统一电话 4008001234',
  '电话12345没人接',
  '政务服务中心3号窗口几点下班',
  '请到2号门进，3号楼梯上',
  '留言编号YX20261120-0031怎么还没答复',
  '订单号202602131745000031查不到',
  '项目代码2020-330521-78-01-123456',
  '统一社会信用代码913305217613456789',
  '信用代码 91330521MA2B4XYZ12',
  '公示期2026.11.20-2026.12.31',
  '2026-11-20 2026-12-31期间停水',
  '2026年11月20号3楼会议室开会',
  '11月20号之前能办好吗',
  '二〇二六年十一月二十日的公告',
  '上午8:30-12:00，下午14:00-17:30',
  '全村30户没通自来水',
  '村里5户人家没有路灯',
  '这里5号停电',
  '高新区2号地块什么时候开工',
  '开发区8号水厂',
  '公园3号门没有坡道',
  '第3组数据对不上',
  '1号公路和2号隧道封闭',
  '1号2号窗口都关了',
  '5号台风来了学校放假吗',
  '区12号公告写错了',
  '联系人何时能到现场',
  '当事人向法院起诉了怎么办',
  '申请人钱款没有到账',
  '姓名填写错误怎么改',
  '我叫马上来人处理没人来',
  '任何女士都能报名吗',
  '王先生说要等三天',
  '李主任说下周答复',
  '各位女士先生',
  '关注微信公众号yunxi_gov能查吗',
  '微信支付200元没到账',
  '支付宝缴费记录在哪里',
  '寄到zwgk@yunxi.gov.cn可以吗',
  '京B2-20201234是什么证',
  '浙江A级景区免费吗',
  '川菜馆油烟扰民',
  'A4纸100张多少钱',
  '京沪高铁G1234次',
  '云南5000人报名',
  '房价每平方米13812元',
  '排队号码120345等了两小时',
  '身份证丢了怎么补办',
  '医保卡在哪里领',
  '账号忘记了怎么找回',
  '车牌怎么申请',
  '护照要几天',
  '卡号在哪里看',
  '微信怎么登录',
  '小区电梯坏了找谁',
  '路面宽12米，长1380米',
  '第12届第3次会议',
];

describe('the masking table', () => {
  const rows = [...hidden, ...untouched.map((text): [string, string] => [text, text])];

  it('has at least 120 examples, half of which must not be touched', () => {
    expect(rows.length).toBeGreaterThanOrEqual(120);
    expect(untouched.length).toBeGreaterThanOrEqual(60);
    expect(new Set(rows.map(([text]) => text)).size).toBe(rows.length);
  });

  it.each(rows)('%s', (text, shown) => {
    expect(maskPersonalData(text)).toBe(shown);
  });

  it('prints its false rates', () => {
    const missed = hidden.filter(([text, shown]) => maskPersonalData(text) !== shown);
    const wrong = untouched.filter((text) => maskPersonalData(text) !== text);
    process.stdout.write(
      `masking table: missed ${missed.length} of ${hidden.length}, hidden wrongly ${wrong.length} of ${untouched.length}\n`,
    );
    expect([...missed, ...wrong]).toEqual([]);
  });

  it('a second look changes nothing', () => {
    for (const [, shown] of hidden) expect(maskPersonalData(shown)).toBe(shown);
  });

  it('what somebody calls himself is hidden when it is a name, not when it is a word', () => {
    const text = '居民王小明反映：小区居民都停水';
    expect(maskPersonalData(text, { names: ['王小明'] })).toBe('居民王*反映：小区居民都停水');
    expect(maskPersonalData(text, { names: ['居民'] })).toBe(text);
  });

  it('an official answer keeps the office’s number, address and mailbox', () => {
    const reply =
      '请到人民路88号3楼办理，电话0572-2345678，邮箱zwgk@yunxi.gov.cn，公示期2026.11.20-2026.12.31。';
    expect(maskPersonalData(reply, { official: true })).toBe(reply);
  });
});
