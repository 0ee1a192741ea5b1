import type { CSSProperties, ReactNode } from 'react';

/** What a screen reader is told. On H5 these become `role` and `aria-*`; on WeChat `aria-role` and the rest. */
export interface Spoken {
  /** Read instead of the content. */
  label?: string;
  role?: string;
  /** Decoration only: skipped by screen readers. */
  silent?: boolean;
  live?: 'polite' | 'assertive';
  describedBy?: string;
}

export interface BoxProps extends Spoken {
  /** The HTML element on H5; WeChat has only views. */
  as?:
    | 'div'
    | 'main'
    | 'nav'
    | 'section'
    | 'article'
    | 'header'
    | 'footer'
    | 'ul'
    | 'ol'
    | 'li'
    | 'h1'
    | 'h2'
    | 'h3'
    | 'form';
  id?: string;
  className?: string;
  style?: CSSProperties;
  children?: ReactNode;
}

export interface TextProps extends Spoken {
  className?: string;
  style?: CSSProperties;
  children?: ReactNode;
  /** Lets people mark and copy the text on WeChat (H5 always does). */
  selectable?: boolean;
}

export interface TapProps extends Omit<Spoken, 'live'> {
  onTap: () => void;
  id?: string;
  className?: string;
  style?: CSSProperties;
  children?: ReactNode;
  disabled?: boolean;
  busy?: boolean;
  /** For tabs and choices. */
  selected?: boolean;
  /** For switches and check boxes. */
  checked?: boolean;
  expanded?: boolean;
}

export interface InputProps {
  value: string;
  onInput: (value: string) => void;
  onConfirm?: () => void;
  onBlur?: () => void;
  label: string;
  id?: string;
  className?: string;
  placeholder?: string;
  maxLength?: number;
  kind?: 'text' | 'number' | 'tel' | 'search';
  disabled?: boolean;
  invalid?: boolean;
  describedBy?: string;
  focus?: boolean;
}

export interface TextareaProps extends Omit<InputProps, 'kind' | 'onConfirm'> {
  rows?: number;
}

export interface Choice<V extends string = string> {
  value: V;
  label: string;
}

export interface SelectProps<V extends string> {
  value: V | '';
  choices: readonly Choice<V>[];
  onChange: (value: V) => void;
  label: string;
  placeholder?: string;
  id?: string;
  className?: string;
  disabled?: boolean;
  invalid?: boolean;
}

export interface DateInputProps {
  /** `YYYY-MM-DD` or ''. */
  value: string;
  onChange: (value: string) => void;
  label: string;
  placeholder?: string;
  min?: string;
  max?: string;
  id?: string;
  className?: string;
}

export interface ScrollRowProps {
  className?: string;
  children?: ReactNode;
  role?: string;
  label?: string;
}

export interface ImageProps {
  src: string;
  /** '' for decoration. */
  alt: string;
  className?: string;
}
