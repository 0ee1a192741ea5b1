import { Field, ProgressBar, Tap, Text, View } from '../../ui';
import { stepPercent } from './progress-form';
import './progress.scss';

interface PercentStepperProps {
  value: number;
  onChange: (percent: number) => void;
  error?: string;
  hint?: string;
}

const marks = [25, 50, 75, 100] as const;

/** 0 to 100 with two large buttons and the usual stops; no thin slider that a thumb cannot hold. */
export function PercentStepper({ value, onChange, error, hint }: PercentStepperProps) {
  return (
    <Field label="完成进度" error={error} hint={hint}>
      <View className="percent">
        <Tap className="percent__step" onTap={() => onChange(stepPercent(value, -1))} label="进度减 5%">
          <Text>－</Text>
        </Tap>
        <View className="percent__value" live="polite">
          <View className="t-big">{value}%</View>
        </View>
        <Tap className="percent__step" onTap={() => onChange(stepPercent(value, 1))} label="进度加 5%">
          <Text>＋</Text>
        </Tap>
      </View>
      <View className="mt-s">
        <ProgressBar
          percent={value}
          tone={value === 100 ? 'done' : 'going'}
          label="完成进度"
          value={null}
          thick
        />
      </View>
      <View className="percent__marks" role="group" label="常用进度">
        {marks.map((mark) => (
          <Tap
            key={mark}
            className={mark === value ? 'percent__mark percent__mark--on' : 'percent__mark'}
            selected={mark === value}
            onTap={() => onChange(mark)}
          >
            <Text>{mark}%</Text>
          </Tap>
        ))}
      </View>
    </Field>
  );
}
