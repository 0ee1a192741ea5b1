import { consentPurposeWords, privacyEndpoints, type PrivacyGuide } from '@sunledger/shared-types';
import { open, useCall } from '../../platform';
import { Card, Facts, Items, ListRow, Page, QueryView, View } from '../../ui';

/** Short and true: every sentence is what the program does. */
const promises = [
  [
    '留言默认不公开',
    '只有您和负责办理的工作人员能看到。您同意公开、又经工作人员审核后，才会连同答复一起公开。',
  ],
  ['公开时隐去个人信息', '姓名显示为“王*”或“网友”，文字里的电话、证件号、车牌、账号和门牌会隐去。'],
  ['不要身份证号', '留言里写了身份证号，系统会请您删去后再提交。'],
  ['草稿在您自己手里', '没提交的内容、字号和所选地区，只保存在这台设备上。'],
  ['不打卡、不排名', '不统计您用了多久，没有积分，也没有排行。'],
  ['未满14周岁', '请由父母或其他监护人代为提交，提交前会请监护人确认；这样的留言不公开，只给办理单位看。'],
] as const;

/** 隐私说明: the data list (what, why, who, how long), the rights and where to use them. */
export function PrivacyGuideView({ code }: { code: string }) {
  const guide = useCall(privacyEndpoints.guide, { code });
  return (
    <Page title="隐私说明" onRefresh={guide.refetch}>
      <QueryView query={guide}>{(found) => <Guide guide={found} />}</QueryView>
    </Page>
  );
}

function Guide({ guide }: { guide: PrivacyGuide }) {
  return (
    <View className="stack">
      <Card>
        <View className="stack">
          {promises.map(([title, text]) => (
            <View key={title}>
              <View className="t-strong">{title}</View>
              <View className="t-2">{text}</View>
            </View>
          ))}
        </View>
      </Card>
      <Card title="收集和保存的信息" note={`${guide.items.length} 项`}>
        <Items>
          {guide.items.map((item) => (
            <View key={item.what}>
              <View className="t-strong">{item.what}</View>
              <Facts
                items={[
                  { label: '为什么', value: item.why },
                  { label: '谁能看', value: item.who },
                  { label: '存多久', value: item.howLong },
                ]}
              />
            </View>
          ))}
        </Items>
      </Card>
      <Card title="需要您单独同意的事">
        <Items>
          {guide.consents.map((consent) => (
            <View key={consent.purpose}>
              <View className="t-strong">{consentPurposeWords[consent.purpose]}</View>
              <View className="t-2">{consent.text}</View>
            </View>
          ))}
        </Items>
      </Card>
      <Card title="您的权利">
        <ListRow
          icon="file"
          title="查看和导出我的数据"
          note="随时下载，一个文件"
          onTap={() => open('myData')}
        />
        <ListRow
          icon="exit"
          title="删除数据、注销账号"
          note="立即生效；依法要保留的会说明"
          onTap={() => open('myData')}
        />
        <ListRow icon="chat" title="投诉和申诉" note="15 个工作日内答复" onTap={() => open('feedback')} />
      </Card>
      <View className="t-note">
        信息处理者：{guide.processor}。说明版本 {guide.version}
        {guide.filingNumber ? `，备案编号 ${guide.filingNumber}` : ''}。
      </View>
    </View>
  );
}
