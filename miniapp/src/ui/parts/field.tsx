import type { ReactNode } from 'react';
import { DateInput, Input, Select, Tap, Text, Textarea, View } from '../primitives/primitives';
import type { Choice, InputProps } from '../primitives/types';
import { Icon } from './icon';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** What is wrong, in a whole sentence. */
  error?: string;
  optional?: boolean;
  children: ReactNode;
}

/** Label above, hint and error below. The parts below bring their own; use it for anything else. */
export function Field({ label, hint, error, optional, children }: FieldProps) {
  return (
    <View className="field">
      <View className="field__label">
        <Text>{label}</Text>
        {optional && <Text className="field__need">选填</Text>}
      </View>
      {children}
      {hint !== undefined && !error && <View className="field__hint">{hint}</View>}
      {error && (
        <View className="field__error" live="polite">
          {error}
        </View>
      )}
    </View>
  );
}

type Around = Omit<FieldProps, 'children'>;

interface TextInputProps extends Around {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
  kind?: InputProps['kind'];
}

const fieldClass = (base: string, error: string | undefined): string => (error ? `${base} input--bad` : base);

export function TextInput({ value, onChange, placeholder, maxLength, kind, ...around }: TextInputProps) {
  return (
    <Field {...around}>
      <Input
        className={fieldClass('input', around.error)}
        value={value}
        onInput={onChange}
        label={around.label}
        placeholder={placeholder}
        maxLength={maxLength}
        kind={kind}
        invalid={Boolean(around.error)}
      />
    </Field>
  );
}

interface TextAreaProps extends Omit<TextInputProps, 'kind'> {
  maxLength: number;
  /** Left of the counter: “草稿已保存”. */
  status?: ReactNode;
  rows?: number;
  /** Hides the visible label where the card's title already says it. */
  bare?: boolean;
  /** Ready to type as soon as it is there. */
  focus?: boolean;
}

export function TextArea({
  value,
  onChange,
  placeholder,
  maxLength,
  status,
  rows,
  bare,
  focus,
  ...around
}: TextAreaProps) {
  const box = (
    <>
      <Textarea
        className={fieldClass('textarea', around.error)}
        value={value}
        onInput={onChange}
        label={around.label}
        placeholder={placeholder}
        maxLength={maxLength}
        rows={rows}
        focus={focus}
        invalid={Boolean(around.error)}
      />
      <View className="row row--between mt-s">
        <Text className="t-note">{status}</Text>
        <Text className="counter">
          {value.length}/{maxLength}
        </Text>
      </View>
    </>
  );
  if (!bare) return <Field {...around}>{box}</Field>;
  return (
    <View>
      {box}
      {around.error && (
        <View className="field__error" live="polite">
          {around.error}
        </View>
      )}
    </View>
  );
}

interface PickerProps<V extends string> extends Around {
  value: V | '';
  choices: readonly Choice<V>[];
  onChange: (value: V) => void;
  placeholder?: string;
}

/** One of many: a select on H5, WeChat's wheel there. */
export function Picker<V extends string>({
  value,
  choices,
  onChange,
  placeholder,
  ...around
}: PickerProps<V>) {
  return (
    <Field {...around}>
      <Select
        className={fieldClass('input input--pick', around.error)}
        value={value}
        choices={choices}
        onChange={onChange}
        label={around.label}
        placeholder={placeholder}
        invalid={Boolean(around.error)}
      />
    </Field>
  );
}

interface DatePickerProps extends Around {
  /** `YYYY-MM-DD` or ''. */
  value: string;
  onChange: (value: string) => void;
  min?: string;
  max?: string;
}

export function DatePicker({ value, onChange, min, max, ...around }: DatePickerProps) {
  return (
    <Field {...around}>
      <DateInput
        className={fieldClass('input', around.error)}
        value={value}
        onChange={onChange}
        label={around.label}
        min={min}
        max={max}
      />
    </Field>
  );
}

interface SwitchProps {
  title: string;
  note?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** The whole row switches. */
export function Switch({ title, note, checked, onChange }: SwitchProps) {
  return (
    <Tap className="switch-row" role="switch" checked={checked} onTap={() => onChange(!checked)}>
      <View className="grow">
        <View>{title}</View>
        {note !== undefined && <View className="t-note">{note}</View>}
      </View>
      <View className={checked ? 'switch switch--on' : 'switch'} silent>
        <View className="switch__knob" />
      </View>
    </Tap>
  );
}

/** A statement to confirm: “已正面回答所问”. */
export function Check({ title, note, checked, onChange }: SwitchProps) {
  return (
    <Tap className="check-row" role="checkbox" checked={checked} onTap={() => onChange(!checked)}>
      <View className={checked ? 'check check--on' : 'check'} silent>
        {checked && <Icon name="check" />}
      </View>
      <View className="grow">
        <View>{title}</View>
        {note !== undefined && <View className="t-note">{note}</View>}
      </View>
    </Tap>
  );
}
