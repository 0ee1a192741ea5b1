import { formatMonthDayWeekday, type MessageDetail } from '@sunledger/shared-types';
import { Card, Check, Switch, View } from '../../ui';
import { openFollowers, type ReviewForm } from './review-form';

interface ReviewCardProps {
  message: MessageDetail;
  form: ReviewForm;
  onChange: (form: ReviewForm) => void;
}

/** What goes with the approval: whether the public reads it, and who else gets the same answer. */
export function ReviewCard({ message, form, onChange }: ReviewCardProps) {
  const followers = openFollowers(message);
  const toggle = (id: number, on: boolean): void =>
    onChange({
      ...form,
      deliverTo: on ? [...form.deliverTo, id] : form.deliverTo.filter((each) => each !== id),
    });
  return (
    <Card title="审核">
      <View className="t-note">逐条对照问题：问了几件事，就答了几件事。点“发布”就是确认已经正面回答。</View>
      {message.publicWanted ? (
        <Switch
          title="连同答复一起公开"
          note="留言人愿意公开；姓名显示为王*或网友，电话和证件号会隐去"
          checked={form.makePublic}
          onChange={(makePublic) => onChange({ ...form, makePublic })}
        />
      ) : (
        <View className="t-note mt-s">留言人没有选择公开，答复只给留言人看。</View>
      )}
      {followers.length > 0 && (
        <View className="mt">
          <View className="t-strong">同时答复并入的留言</View>
          <View className="t-note">这份答复也正面回答了的，勾上；没有勾的继续单独计时。</View>
          {followers.map((follower) => (
            <Check
              key={follower.id}
              title={follower.text.slice(0, 60)}
              note={`${follower.number} · 最迟 ${formatMonthDayWeekday(follower.dueOn)}${follower.clock === 'overdue' ? '，已逾期' : ''}`}
              checked={form.deliverTo.includes(follower.id)}
              onChange={(on) => toggle(follower.id, on)}
            />
          ))}
        </View>
      )}
    </Card>
  );
}
