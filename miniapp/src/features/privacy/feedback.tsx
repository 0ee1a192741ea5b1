import { regionEndpoints } from '@sunledger/shared-types';
import { dial, open, useCall } from '../../platform';
import { Card, ListRow, View } from '../../ui';
import { workingDaysWords } from '../region/reply-words';
import { useRegionCode } from '../region/use-region';

/** 投诉建议: every way to complain, propose and appeal, and how long each may take. */
export function Feedback() {
  const { code } = useRegionCode();
  const region = useCall(regionEndpoints.get, { code }, { enabled: code !== '' });
  const promise = region.data?.promise;
  const within = (days: number | undefined): string =>
    days === undefined ? '提交前告诉您最迟哪天答复' : `${workingDaysWords(days)}答复`;
  return (
    <View className="stack">
      <Card title="对政府工作">
        <ListRow
          icon="shield"
          title="我要投诉"
          note={within(promise?.complaint)}
          onTap={() => open('messageNew', { kind: 'complaint' })}
        />
        <ListRow
          icon="edit"
          title="我有建议"
          note={within(promise?.suggestion)}
          onTap={() => open('messageNew', { kind: 'suggestion' })}
        />
        <ListRow
          icon="search"
          title="内容有错"
          note={within(promise?.correction)}
          onTap={() => open('messageNew', { kind: 'correction' })}
        />
      </Card>
      <Card title="对办理结果不服">
        <ListRow
          icon="star"
          title="答复不满意"
          note="在留言详情里评价，最低两档由单位 5 个工作日内整改"
          onTap={() => open('desk')}
        />
        <ListRow
          icon="chat"
          title="不予受理有异议"
          note="在留言详情里提出，由没有经手的人决定"
          onTap={() => open('desk')}
        />
        <ListRow
          icon="clock"
          title="查办理进度"
          note="凭编号和查询码，不用登录"
          onTap={() => open('lookup')}
        />
      </Card>
      <Card title="对本小程序">
        <ListRow
          icon="info"
          title="使用问题和个人信息申诉"
          note="以“投诉”提交，写明是对小程序的意见"
          onTap={() => open('messageNew', { kind: 'complaint' })}
        />
        <ListRow icon="shield" title="隐私说明" onTap={() => open('privacy')} />
        <ListRow icon="phone" title="打 12345 热线" note="全天受理" onTap={() => dial('12345')} />
      </Card>
    </View>
  );
}
