import {
  formatMonthDayWeekday,
  messageEndpoints,
  PROVISIONAL_NOTE,
  type MessageDetail,
} from '@sunledger/shared-types';
import { useCall } from '../../platform';
import { Card, DateReason, Icon, Timeline, View } from '../../ui';
import { kindWords } from './message-words';
import { NumberAndCode } from './query-code';
import './message-sent.scss';

/** After sending: the number, the promised day, and what happens next. */
export function MessageSent({ message }: { message: MessageDetail }) {
  const due = useCall(messageEndpoints.due, { id: message.id });
  return (
    <View id="sent" className="stack">
      <Card>
        <View className="sent" role="status" live="polite">
          <View className="sent__seal" silent>
            <Icon name="check" />
          </View>
          <View className="t-title">留言已收到</View>
          <NumberAndCode message={message} />
        </View>
      </Card>
      <Card>
        {due.data ? (
          <DateReason due={due.data} what={kindWords(message)} />
        ) : (
          <View>
            <View className="t-strong">最迟 {formatMonthDayWeekday(message.dueOn)}答复</View>
            {message.provisional && <View className="t-note t-soon">{PROVISIONAL_NOTE}</View>}
          </View>
        )}
      </Card>
      <Card title="接下来">
        <Timeline
          items={[
            {
              key: 1,
              title: `${message.unit.name}正在受理`,
              note: message.task ? '由任务的牵头单位直接办理' : '政务公开办会转给负责的单位，答复期限不变',
              tone: 'going',
              open: true,
            },
            { key: 2, title: '写好答复，由另一位工作人员审核', tone: 'grey', open: true },
            {
              key: 3,
              title: '答复发布',
              note: '在“我的消息”里提醒您；过了期限没答复，会如实标明逾期',
              tone: 'grey',
              open: true,
            },
            { key: 4, title: '请您评价', note: '满意不满意，都可以照实说', tone: 'grey', open: true },
          ]}
        />
      </Card>
    </View>
  );
}
