import {
  formatMonthDayWeekday,
  messageEndpoints,
  PROVISIONAL_NOTE,
  type MessageDetail,
} from '@sunledger/shared-types';
import { serverToday, useCall, useSession } from '../../platform';
import { Card, DateReason, Text, View, type Tone } from '../../ui';
import { kindWords, timeLeftOf } from './message-words';
import './due-card.scss';

const tones: Record<MessageDetail['clock'], Tone> = {
  running: 'going',
  paused: 'soon',
  overdue: 'late',
  onTime: 'done',
  late: 'late',
  stopped: 'grey',
};

/** The promised day of a message; author and staff open its reason, the public reads the day. */
export function DueCard({ message }: { message: MessageDetail }) {
  const signedIn = useSession((state) => state.me !== null);
  const mayExplain = signedIn && (message.mine || message.moves.length > 0);
  const due = useCall(messageEndpoints.due, { id: message.id }, { enabled: mayExplain });
  if (message.clock === 'stopped') return null;
  const running = message.clock === 'running' || message.clock === 'paused';
  const lead = running ? '最迟' : '应于';
  const left = timeLeftOf(message, serverToday());
  return (
    <Card label="答复期限">
      <View className="due-row">
        <View className="due-row__day">
          {due.data ? (
            <DateReason due={due.data} lead={lead} what={kindWords(message)} tone={tones[message.clock]} />
          ) : (
            <View>
              <View className="t-strong">
                {lead} {formatMonthDayWeekday(message.dueOn)}答复
              </View>
              {message.provisional && <View className="t-note t-soon">{PROVISIONAL_NOTE}</View>}
            </View>
          )}
        </View>
        {left && (
          <Text className={message.clock === 'overdue' ? 't-strong t-late' : 't-strong t-brand'}>{left}</Text>
        )}
      </View>
    </Card>
  );
}
