import { maskedName, maskPersonalData } from './mask-personal-data';

describe('maskPersonalData', () => {
  test.each([
    ['请打13812345678联系', '请打【电话已隐去】联系'],
    ['请打 138-1234-5678 联系', '请打 【电话已隐去】 联系'],
    ['请打１３８１２３４５６７８', '请打【电话已隐去】'],
    ['电话+86 13812345678。', '电话【电话已隐去】。'],
    ['打一三八一二三四五六七八', '打【电话已隐去】'],
    ['座机0572-2345678', '座机【电话已隐去】'],
    ['座机(0572)2345678', '座机【电话已隐去】'],
    ['电话：2345678', '电话：【电话已隐去】'],
    ['身份证 33052219900307123X 请查', '身份证 【证件号已隐去】 请查'],
    ['卡号6222 0213 0200 1234 567', '卡号【账号已隐去】'],
    ['车牌浙E12345被贴条', '车牌【车牌已隐去】被贴条'],
    ['车牌浙E·D12345停着', '车牌【车牌已隐去】停着'],
    ['邮箱zhang.san@example.com', '邮箱【联系方式已隐去】'],
    ['加微信号：zhangsan_88', '加微信号：【联系方式已隐去】'],
    ['我住建设路12号3幢201室', '我住建设路【门牌已隐去】'],
    ['我家在幸福小区5幢2单元301', '我家在幸福小区【门牌已隐去】'],
    ['上塘村3组有积水', '上塘村【门牌已隐去】有积水'],
    ['我叫张小明，想咨询', '我叫张*，想咨询'],
    ['本人李强，住在城里', '本人李*，住在城里'],
  ])('%s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  test.each([
    '请问2026年惠农补贴什么时候公布？',
    '国办发〔2020〕51号文件说要在20个工作日内答复',
    '102路公交车3号线什么时候通车',
    '补贴标准每亩1200元，共350000元',
    '本人高度关注此事',
    '12345 热线打不通',
    '政务服务中心3号窗口几点下班',
  ])('leaves %s', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  test('an official reply keeps the office’s landline and address and hides what is personal', () => {
    const reply = '请到人民路88号窗口办理，咨询电话0572-2345678。王建国先生的手机13812345678已记录。';
    expect(maskPersonalData(reply, { official: true, names: ['王建国'] })).toBe(
      '请到人民路88号窗口办理，咨询电话0572-2345678。王*先生的手机【电话已隐去】已记录。',
    );
  });

  test('names show their first character only, whatever their length', () => {
    expect([maskedName('王小二'), maskedName('欧阳修'), maskedName(''), maskedName(null)]).toEqual([
      '王*',
      '欧*',
      '网友',
      '网友',
    ]);
  });
});
