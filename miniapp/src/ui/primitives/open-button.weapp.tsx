import { Button as TaroButton } from '@tarojs/components';
import type { OpenButtonProps } from './types';

/** WeChat's own button, for what WeChat grants to nothing else. */
export function OpenButton({ open, id, className, onAnswer, children }: OpenButtonProps) {
  const answer = (event: { detail: unknown }): void => onAnswer(event.detail as Record<string, unknown>);
  return (
    <TaroButton
      id={id}
      className={`tap open-button ${className ?? ''}`}
      hoverClass="tap--down"
      openType={open}
      onGetPhoneNumber={answer}
      onAgreePrivacyAuthorization={answer}
    >
      {children}
    </TaroButton>
  );
}
