import { ratingLevels, ratingWords, type RatingLevel } from '@sunledger/shared-types';
import { Tap, Text, View } from '../../ui';
import './rating-card.scss';

/** A wide word may break in its middle only where it reads well. */
const words = (level: RatingLevel): string => ratingWords[level].replace('非常不', '非常\u200b不');

export function Face({ level }: { level: RatingLevel }) {
  return (
    <View className={`face face--${level}`} silent>
      <View className="face__mouth" />
    </View>
  );
}

/** 好差评: five levels, each a face with its words. */
export function LevelChoice({
  value,
  onChange,
}: {
  value: RatingLevel | null;
  onChange: (level: RatingLevel) => void;
}) {
  return (
    <View className="rate" role="radiogroup" label="满意程度">
      {ratingLevels.map((each) => (
        <Tap
          key={each}
          role="radio"
          className={each === value ? 'rate__level rate__level--on' : 'rate__level'}
          checked={each === value}
          onTap={() => onChange(each)}
        >
          <Face level={each} />
          <Text className="rate__word">{words(each)}</Text>
        </Tap>
      ))}
    </View>
  );
}
