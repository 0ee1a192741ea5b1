import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
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
import './primitives.scss';

/**
 * The smallest parts, as real HTML (H5 and unit tests). `primitives.weapp.tsx` is the same set over
 * @tarojs/components. Taro's own H5 components are custom elements without button, label or heading
 * semantics; with real elements keyboard, screen readers and tests work by themselves.
 */
const spoken = ({ label, role, silent, live, modal, describedBy }: Spoken) => ({
  role,
  'aria-label': label,
  'aria-hidden': silent || undefined,
  'aria-live': live,
  'aria-modal': modal,
  'aria-describedby': describedBy,
});

/** In a row of tabs or choices the arrow keys go from one to the next, as people who listen expect. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const places = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab], [role=radio]')];
  const now = places.findIndex((each) => each === document.activeElement);
  const next = places[(now + step + places.length) % places.length];
  if (now < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

export function View({ as: Tag = 'div', id, className, style, children, ...rest }: BoxProps) {
  const chooses = rest.role === 'tablist' || rest.role === 'radiogroup';
  return (
    <Tag
      id={id}
      className={className}
      style={style}
      onKeyDown={chooses ? moveByArrows : undefined}
      {...spoken(rest)}
    >
      {children}
    </Tag>
  );
}

export function Text({ className, style, children, ...rest }: TextProps) {
  return (
    <span className={className} style={style} {...spoken(rest)}>
      {children}
    </span>
  );
}

export function Tap({
  onTap,
  id,
  className,
  style,
  children,
  disabled,
  busy,
  selected,
  current,
  checked,
  expanded,
  pointerOnly,
  ...rest
}: TapProps) {
  const choice = rest.role === 'tab' || rest.role === 'option';
  return (
    <button
      type="button"
      id={id}
      className={className ? `tap ${className}` : 'tap'}
      style={style}
      disabled={disabled}
      onClick={(event) => {
        event.stopPropagation();
        onTap();
      }}
      {...spoken(pointerOnly ? { ...rest, silent: true } : rest)}
      tabIndex={pointerOnly ? -1 : undefined}
      aria-current={current ? 'page' : undefined}
      aria-busy={busy || undefined}
      aria-selected={choice ? selected : undefined}
      aria-pressed={choice || rest.role ? undefined : selected}
      aria-checked={checked}
      aria-expanded={expanded}
    >
      {children}
    </button>
  );
}

const inputModes = { text: undefined, number: 'numeric', tel: 'tel', search: 'search' } as const;

export function Input(props: InputProps) {
  const {
    value,
    onInput,
    onConfirm,
    label,
    kind = 'text',
    maxLength,
    invalid,
    describedBy,
    problem: _problem,
    focus,
    ...rest
  } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter that picks a word in a Chinese input method is not a confirmation
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.();
  };
  return (
    <input
      {...rest}
      type={kind === 'search' ? 'search' : 'text'}
      inputMode={inputModes[kind]}
      enterKeyHint={kind === 'search' ? 'search' : 'done'}
      value={value}
      maxLength={maxLength}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      autoFocus={focus}
      onChange={(event) => onInput(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

export function Textarea(props: TextareaProps) {
  const {
    value,
    onInput,
    label,
    maxLength,
    invalid,
    describedBy,
    problem: _problem,
    focus,
    rows = 5,
    ...rest
  } = props;
  const element = useRef<HTMLTextAreaElement>(null);
  // grows with its text, so that nobody has to scroll inside a small box
  useLayoutEffect(() => {
    const area = element.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      {...rest}
      ref={element}
      rows={rows}
      value={value}
      maxLength={maxLength}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      autoFocus={focus}
      onChange={(event) => onInput(event.target.value)}
    />
  );
}

export function Select<V extends string>(props: SelectProps<V>) {
  const { value, choices, onChange, label, placeholder, id, className, disabled, invalid, describedBy } =
    props;
  return (
    <select
      id={id}
      className={className}
      value={value}
      disabled={disabled}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {value === '' && <option value="">{placeholder ?? `请选择${label}`}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

export function DateInput({
  value,
  onChange,
  label,
  placeholder: _placeholder,
  invalid,
  describedBy,
  problem: _problem,
  ...rest
}: DateInputProps) {
  return (
    <input
      {...rest}
      type="date"
      value={value}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A row that scrolls sideways when it does not fit. */
export function ScrollRow({ className, children, role, label }: ScrollRowProps) {
  return (
    <div className={className ? `scroll-row ${className}` : 'scroll-row'} role={role} aria-label={label}>
      {children}
    </div>
  );
}

export function Image({ src, alt, className }: ImageProps) {
  return <img src={src} alt={alt} className={className} loading="lazy" />;
}
