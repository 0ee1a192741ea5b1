/** Codes of failures that happen before the server could answer; the server's own are in shared-types. */
export type LocalCode =
  'OFFLINE' | 'NETWORK' | 'TIMEOUT' | 'BAD_ANSWER' | 'TOO_MUCH' | 'TOO_LARGE' | 'NO_PRIVACY';

const localTexts: Record<LocalCode, string> = {
  OFFLINE: '网络已断开，联网后再试。',
  NETWORK: '网络不通，请检查网络后再试。',
  TIMEOUT: '网络较慢，没有等到回应，请再试一次。',
  BAD_ANSWER: '服务暂时不可用，请稍后再试。',
  TOO_MUCH: '一次写得太多，请分几次提交。',
  TOO_LARGE: '文件较大，请在电脑上打开网页版下载。',
  NO_PRIVACY: '没有同意隐私保护指引，暂不能登录；公开的内容不登录也能看。',
};

/** What the platform refused before it sent anything. */
const settled = new Set<string>(['TOO_MUCH', 'TOO_LARGE', 'NO_PRIVACY']);

export interface FieldError {
  field: string;
  message: string;
}

/** Every failed call ends as one of these; `message` is a Chinese sentence for people. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: FieldError[];
  readonly requestId: string | null;

  constructor(
    code: string,
    message: string,
    status: number,
    fields: FieldError[] = [],
    requestId: string | null = null,
  ) {
    super(message);
    // ES5 output: without this line `instanceof` is false on old phones
    Object.setPrototypeOf(this, ApiError.prototype);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.fields = fields;
    this.requestId = requestId;
  }

  /** Nothing is known about what the server did: the same Idempotency-Key must be used again. */
  get unanswered(): boolean {
    return (
      (this.status === 0 && !settled.has(this.code)) ||
      this.status >= 500 ||
      this.code === 'IDEMPOTENCY_IN_PROGRESS'
    );
  }
}

export function localError(code: LocalCode): ApiError {
  return new ApiError(code, localTexts[code], 0);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function fieldErrors(details: unknown): FieldError[] {
  if (!Array.isArray(details)) return [];
  return details.flatMap((detail: unknown) =>
    isRecord(detail) && typeof detail.field === 'string' && typeof detail.message === 'string'
      ? [{ field: detail.field, message: detail.message }]
      : [],
  );
}

/** The error of an answer with a status of 400 or more; a body of another shape (a proxy's page) is BAD_ANSWER. */
export function errorOfAnswer(status: number, body: unknown): ApiError {
  if (!isRecord(body) || typeof body.code !== 'string' || typeof body.message !== 'string') {
    return new ApiError('BAD_ANSWER', localTexts.BAD_ANSWER, status);
  }
  const requestId = typeof body.requestId === 'string' ? body.requestId : null;
  return new ApiError(body.code, body.message, status, fieldErrors(body.details), requestId);
}

/** The sentence to show for anything that was thrown. */
export function errorMessage(error: unknown): string {
  return error instanceof ApiError ? error.message : '出了点问题，请再试一次。';
}

/** The sentence for one field of a form, when the server refused that field. */
export function fieldMessage(error: unknown, field: string): string | undefined {
  return error instanceof ApiError
    ? error.fields.find((detail) => detail.field === field)?.message
    : undefined;
}
