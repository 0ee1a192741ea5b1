import {
  Image as TaroImage,
  Input as TaroInput,
  Picker,
  ScrollView,
  Text as TaroText,
  Textarea as TaroTextarea,
  View as TaroView,
} from '@tarojs/components';
import type {
  BoxProps,
  DateInputProps,
  ImageProps,
  InputProps,
  ScrollRowProps,
  SelectProps,
  Spoken,
  TapProps,
  TextareaProps,
  TextProps,
} from './types';

/** The smallest parts over WeChat's native components; see primitives.tsx for the other half. */
const spoken = ({ label, role, silent, live, modal }: Spoken) => ({
  ...(role ? { ariaRole: role } : {}),
  ...(label ? { ariaLabel: label } : {}),
  ...(silent ? { ariaHidden: true } : {}),
  ...(live ? { ariaLive: live } : {}),
  ...(modal ? { ariaModal: true } : {}),
});

/** The name of a field, and what is wrong with it. */
const nameOf = (label: string, problem: string | undefined): string =>
  problem ? `${label}，${problem}` : label;

const headings = { h1: 'heading', h2: 'heading', h3: 'heading' } as const;

export function View({ as, id, className, style, children, role, ...rest }: BoxProps) {
  const heading = as && as in headings ? 'heading' : undefined;
  return (
    <TaroView id={id} className={className} style={style} {...spoken({ ...rest, role: role ?? heading })}>
      {children}
    </TaroView>
  );
}

export function Text({ className, style, children, selectable, ...rest }: TextProps) {
  return (
    <TaroText
      className={className}
      style={style}
      {...(selectable ? { userSelect: true } : {})}
      {...spoken(rest)}
    >
      {children}
    </TaroText>
  );
}

export function Tap(props: TapProps) {
  const {
    onTap,
    id,
    className,
    style,
    children,
    disabled,
    selected,
    current,
    checked,
    expanded,
    pointerOnly,
    role = 'button',
    ...rest
  } = props;
  return (
    <TaroView
      id={id}
      className={`tap${className ? ` ${className}` : ''}${disabled ? ' tap--off' : ''}`}
      style={style}
      hoverClass={disabled ? 'none' : 'tap--down'}
      onClick={(event) => {
        event.stopPropagation();
        if (!disabled) onTap();
      }}
      {...spoken(pointerOnly ? { silent: true } : { ...rest, role })}
      {...(current === undefined ? {} : { ariaSelected: current })}
      {...(disabled ? { ariaDisabled: true } : {})}
      {...(selected === undefined ? {} : { ariaSelected: selected })}
      {...(checked === undefined ? {} : { ariaChecked: checked })}
      {...(expanded === undefined ? {} : { ariaExpanded: expanded })}
    >
      {children}
    </TaroView>
  );
}

export function Input(props: InputProps) {
  const {
    value,
    onInput,
    onConfirm,
    onBlur,
    label,
    kind = 'text',
    id,
    className,
    placeholder,
    maxLength,
    disabled,
    focus,
    problem,
  } = props;
  return (
    <TaroInput
      id={id}
      className={className}
      value={value}
      placeholder={placeholder}
      placeholderClass="placeholder"
      maxlength={maxLength ?? 200}
      disabled={disabled}
      focus={focus}
      type={kind === 'number' || kind === 'tel' ? 'number' : 'text'}
      confirmType={kind === 'search' ? 'search' : 'done'}
      onInput={(event) => onInput(event.detail.value)}
      onConfirm={onConfirm}
      onBlur={onBlur}
      // iOS reads an input's label only with this role
      {...spoken({ role: 'textbox', label: nameOf(label, problem) })}
    />
  );
}

export function Textarea(props: TextareaProps) {
  const { value, onInput, onBlur, label, id, className, placeholder, maxLength, disabled, focus, problem } =
    props;
  return (
    <TaroTextarea
      id={id}
      className={className}
      value={value}
      placeholder={placeholder}
      placeholderClass="placeholder"
      maxlength={maxLength ?? 2000}
      disabled={disabled}
      focus={focus}
      autoHeight
      disableDefaultPadding
      showConfirmBar={false}
      cursorSpacing={96}
      onInput={(event) => onInput(event.detail.value)}
      onBlur={onBlur}
      {...spoken({ role: 'textbox', label: nameOf(label, problem) })}
    />
  );
}

export function Select<V extends string>(props: SelectProps<V>) {
  const { value, choices, onChange, label, placeholder, id, className, disabled, problem } = props;
  const index = choices.findIndex((choice) => choice.value === value);
  const shown = choices[index]?.label;
  return (
    <Picker
      mode="selector"
      range={choices.map((choice) => choice.label)}
      value={Math.max(0, index)}
      disabled={disabled}
      onChange={(event) => {
        const chosen = choices[Number(event.detail.value)];
        if (chosen) onChange(chosen.value);
      }}
    >
      <TaroView
        id={id}
        className={className}
        {...spoken({ role: 'combobox', label: nameOf(`${label}，${shown ?? '未选择'}`, problem) })}
      >
        {shown ?? <TaroText className="placeholder">{placeholder ?? `请选择${label}`}</TaroText>}
      </TaroView>
    </Picker>
  );
}

export function DateInput(props: DateInputProps) {
  const { value, onChange, label, placeholder, min, max, id, className, problem } = props;
  return (
    <Picker
      mode="date"
      value={value}
      start={min}
      end={max}
      onChange={(event) => onChange(event.detail.value)}
    >
      <TaroView
        id={id}
        className={className}
        {...spoken({ role: 'combobox', label: nameOf(`${label}，${value || '未选择'}`, problem) })}
      >
        {value || <TaroText className="placeholder">{placeholder ?? `请选择${label}`}</TaroText>}
      </TaroView>
    </Picker>
  );
}

/** A row that scrolls sideways when it does not fit. */
export function ScrollRow({ className, children, role, label }: ScrollRowProps) {
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="scroll-row">
      <TaroView className={className} {...spoken({ role, label })}>
        {children}
      </TaroView>
    </ScrollView>
  );
}

export function Image({ src, alt, className }: ImageProps) {
  return (
    <TaroImage
      src={src}
      className={className}
      mode="aspectFill"
      lazyLoad
      {...spoken({ label: alt, silent: alt === '' })}
    />
  );
}
