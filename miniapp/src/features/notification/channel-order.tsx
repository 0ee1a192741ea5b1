import { channelNames, type Channel } from '@sunledger/shared-types';
import { Button, Check, View } from '../../ui';

interface ChannelOrderProps {
  title: string;
  choices: readonly Channel[];
  value: readonly Channel[];
  /** What holds while nothing is chosen. */
  usual: string;
  onChange: (value: readonly Channel[]) => void;
}

/** Channels in the order in which they were ticked; the first can be made another by one tap. */
export function ChannelOrder({ title, choices, value, usual, onChange }: ChannelOrderProps) {
  const first = value[0];
  return (
    <View>
      <View className="field__label">{title}</View>
      {choices.map((channel) => {
        const place = value.indexOf(channel);
        return (
          <Check
            key={channel}
            title={place < 0 ? channelNames[channel] : `${place + 1}. ${channelNames[channel]}`}
            checked={place >= 0}
            onChange={(yes) => onChange(yes ? [...value, channel] : value.filter((each) => each !== channel))}
          />
        );
      })}
      <View className="t-note">{first === undefined ? usual : `先试${channelNames[first]}`}</View>
      {value.length > 1 && (
        <Button kind="plain" inline onTap={() => onChange([...value.slice(1), ...value.slice(0, 1)])}>
          换个次序
        </Button>
      )}
    </View>
  );
}
