import { dial } from '../../platform';
import { Icon, Notice, Tap, Text, View } from '../../ui';
import './emergency-lines.scss';

const lines = [
  { number: '110', what: '报警' },
  { number: '119', what: '火警' },
  { number: '120', what: '急救' },
] as const;

/** Before a 求助: what must not wait for a reply. */
export function EmergencyLines() {
  return (
    <View className="emergency">
      <Notice tone="late" icon="phone">
        紧急情况请先拨打 110、119、120
      </Notice>
      <View className="emergency__row">
        {lines.map(({ number, what }) => (
          <Tap
            key={number}
            className="emergency__line"
            onTap={() => dial(number)}
            label={`拨打 ${number} ${what}`}
          >
            <Icon name="phone" />
            <Text className="emergency__number">{number}</Text>
            <Text>{what}</Text>
          </Tap>
        ))}
      </View>
    </View>
  );
}
