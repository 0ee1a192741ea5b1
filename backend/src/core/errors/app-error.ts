import { errorCodes, errorText, type ErrorCode, type ErrorParams } from '@sunledger/shared-types';

export interface ErrorDetail {
  field: string;
  message: string;
}

/**
 * A refusal that people see: `throw new AppError('PLAN_STATE', { state: '已公布', move: '提交' })`.
 * Code, status and Chinese sentence stand in shared-types/src/error-codes.ts. Params go into the
 * sentence, so they hold names and numbers, never private text.
 */
export class AppError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    readonly details?: readonly ErrorDetail[],
  ) {
    super(errorText(code, params));
    this.name = 'AppError';
    this.status = errorCodes[code].status;
  }
}

/** One field of the input is wrong: `throw invalidInput('text', '请填写留言内容')` → 422. */
export function invalidInput(field: string, message: string): AppError {
  return new AppError('INVALID_INPUT', {}, [{ field, message }]);
}
