import { useId, type ReactNode } from 'react';
import { DateInput, Input, Select, Tap, Text, Textarea, View } from '../primitives/primitives';
import type { Choice, InputProps } from '../primitives/types';
import { Icon } from './icon';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** What is wrong, in a whole sentence. */
  error?: string;
  optional?: boolean;
  /** The control inside is described by what stands below it, see `describe`. */
  id?: string;
  children: ReactNode;
}

/** Label above, hint and error below. The parts below bring their own; use it for anything else. */
export function Field({ label, hint, error, optional, id, children }: FieldProps) {
  return (
    <View className="field">
      <View className="field__label">
        <Text>{label}</Text>
        {optional && <Text className="field__need">选填</Text>}
      </View>
      {children}
      {hint !== undefined && !error && (
        <View id={id && `${id}-hint`} className="field__hint">
          {hint}
        </View>
      )}
      <FieldError id={id} error={error} />
    </View>
  );
}

function FieldError({ id, error }: { id: string | undefined; error: string | undefined }) {
  if (!error) return null;
  return (
    <View id={id && `${id}-error`} className="field__error" live="polite">
      {error}
    </View>
  );
}

/** What ties a control to the words below it: by id on H5, by its spoken name on WeChat. */
const describe = (id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>) => ({
  invalid: Boolean(error),
  problem: error,
  describedBy: error ? `${id}-error` : hint !== undefined ? `${id}-hint` : undefined,
});

type Around = Omit<FieldProps, 'children' | 'id'>;

interface TextInputProps extends Around {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
  kind?: InputProps['kind'];
}

const fieldClass = (base: string, error: string | undefined): string => (error ? `${base} input--bad` : base);

export function TextInput({ value, onChange, placeholder, maxLength, kind, ...around }: TextInputProps) {
  const id = useId();
  return (
    <Field {...around} id={id}>
      <Input
        className={fieldClass('input', around.error)}
        value={value}
        onInput={onChange}
        label={around.label}
        placeholder={placeholder}
        maxLength={maxLength}
        kind={kind}
        {...describe(id, around)}
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
  const id = useId();
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
        {...describe(id, bare ? { error: around.error } : around)}
      />
      <View className="row row--between mt-s">
        <Text className="t-note">{status}</Text>
        <Text className="counter">
          {value.length}/{maxLength}
        </Text>
      </View>
    </>
  );
  if (!bare)
    return (
      <Field {...around} id={id}>
        {box}
      </Field>
    );
  return (
    <View>
      {box}
      <FieldError id={id} error={around.error} />
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
  const id = useId();
  return (
    <Field {...around} id={id}>
      <Select
        className={fieldClass('input input--pick', around.error)}
        value={value}
        choices={choices}
        onChange={onChange}
        label={around.label}
        placeholder={placeholder}
        {...describe(id, around)}
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
  const id = useId();
  return (
    <Field {...around} id={id}>
      <DateInput
        className={fieldClass('input', around.error)}
        value={value}
        onChange={onChange}
        label={around.label}
        min={min}
        max={max}
        {...describe(id, around)}
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
