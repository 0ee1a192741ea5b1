import type { OpenButtonProps } from './types';

/** Outside WeChat there is nothing it could open. */
export function OpenButton(_props: OpenButtonProps) {
  return null;
}
