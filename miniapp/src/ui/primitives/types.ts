import type { CSSProperties, ReactNode } from 'react';

/** What a screen reader is told. On H5 these become `role` and `aria-*`; on WeChat `aria-role` and the rest. */
export interface Spoken {
  /** Read instead of the content. */
  label?: string;
  role?: string;
  /** Decoration only: skipped by screen readers. */
  silent?: boolean;
  live?: 'polite' | 'assertive';
  /** Of a dialog: what is behind it is out of reach. */
  modal?: boolean;
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
  /** Of the ways of a navigation: the one that leads here. */
  current?: boolean;
  /** A second way for fingers and mice of what the keyboard does otherwise (the veil behind a dialog). */
  pointerOnly?: boolean;
  /** For switches and check boxes. */
  checked?: boolean;
  expanded?: boolean;
}

/** What every field tells of itself. */
interface FieldState {
  invalid?: boolean;
  /** Id of the hint or the error below (H5). */
  describedBy?: string;
  /** The error itself: WeChat knows no ids in its labels, so it is spoken with the name. */
  problem?: string;
}

export interface InputProps extends FieldState {
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
  focus?: boolean;
}

export interface TextareaProps extends Omit<InputProps, 'kind' | 'onConfirm'> {
  rows?: number;
}

export interface Choice<V extends string = string> {
  value: V;
  label: string;
}

export interface SelectProps<V extends string> extends FieldState {
  value: V | '';
  choices: readonly Choice<V>[];
  onChange: (value: V) => void;
  label: string;
  placeholder?: string;
  id?: string;
  className?: string;
  disabled?: boolean;
}

export interface DateInputProps extends FieldState {
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

/** A button of WeChat's own whose tap WeChat itself answers. */
export interface OpenButtonProps {
  open: 'getPhoneNumber' | 'agreePrivacyAuthorization';
  id?: string;
  className?: string;
  /** What WeChat says: a code, or why there is none. */
  onAnswer: (detail: Record<string, unknown>) => void;
  children?: ReactNode;
}
