import { Sheet, View } from '../../ui';

/** Short and true: every sentence is what the program does. */
const points = [
  [
    '留言默认不公开',
    '只有您和负责办理的工作人员能看到。您打开“公开”、又经工作人员审核后，才会连同答复一起公开。',
  ],
  ['公开时隐去个人信息', '姓名显示为“王*”或“网友”，文字里的电话、证件号、车牌、账号和门牌会隐去。'],
  ['称呼和电话可以不填', '电话加密保存，只给您本人和办理单位看。'],
  ['不要身份证号', '留言里写了身份证号，系统会请您删去后再提交。'],
  ['草稿在您自己手里', '没提交的内容、字号和所选地区，只保存在这台设备上。'],
  ['办理经过只添不改', '什么时候收到、转办、答复，都按时间记录，逾期也照实记录。'],
  ['不打卡、不排名', '不统计您用了多久，没有积分，也没有排行。'],
] as const;

export function PrivacySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} title="隐私说明" onClose={onClose}>
      <View className="stack">
        {points.map(([title, text]) => (
          <View key={title}>
            <View className="t-strong">{title}</View>
            <View className="t-2">{text}</View>
          </View>
        ))}
      </View>
    </Sheet>
  );
}
