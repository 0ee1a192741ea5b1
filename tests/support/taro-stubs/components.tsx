import type { ChangeEvent, CSSProperties, ReactNode } from 'react';

/** Plain DOM in place of WeChat's native components, for unit tests of primitives.weapp.tsx and the like. */
interface StubProps {
  id?: string;
  className?: string;
  style?: CSSProperties;
  children?: ReactNode;
  value?: string;
  placeholder?: string;
  maxlength?: number;
  disabled?: boolean;
  range?: string[];
  src?: string;
  ariaLabel?: string;
  ariaRole?: string;
  onClick?: (event: unknown) => void;
  onInput?: (event: { detail: { value: string } }) => void;
  onChange?: (event: { detail: { value: string } }) => void;
}

const spoken = ({ id, className, style, ariaLabel, ariaRole }: StubProps) => ({
  id,
  className,
  style,
  role: ariaRole,
  'aria-label': ariaLabel,
});

const box = (props: StubProps) => (
  <div {...spoken(props)} onClick={props.onClick}>
    {props.children}
  </div>
);

export const View = box;
export const ScrollView = box;

export const Text = (props: StubProps) => <span {...spoken(props)}>{props.children}</span>;

export const Button = (props: StubProps) => (
  <button {...spoken(props)} disabled={props.disabled} onClick={props.onClick}>
    {props.children}
  </button>
);

const typed = (props: StubProps) => ({
  ...spoken(props),
  value: props.value,
  placeholder: props.placeholder,
  maxLength: props.maxlength,
  disabled: props.disabled,
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    props.onInput?.({ detail: { value: event.target.value } }),
});

export const Input = (props: StubProps) => <input {...typed(props)} />;
export const Textarea = (props: StubProps) => <textarea {...typed(props)} />;

export const Picker = (props: StubProps) => (
  <div>
    <select
      value={props.value}
      onChange={(event) => props.onChange?.({ detail: { value: event.target.value } })}
      aria-label="picker"
    >
      {(props.range ?? []).map((label, index) => (
        <option key={label} value={index}>
          {label}
        </option>
      ))}
    </select>
    {props.children}
  </div>
);

export const Image = (props: StubProps) => (
  <img {...spoken(props)} src={props.src} alt={props.ariaLabel ?? ''} />
);
