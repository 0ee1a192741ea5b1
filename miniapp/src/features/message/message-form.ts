import { messageKinds, type CallOf, type messageEndpoints, type MessageKind } from '@sunledger/shared-types';
import type { MessageTarget } from './use-target';

/** What is kept of a message while it is being written, also when the page is left. */
export interface MessageForm {
  kind: MessageKind;
  text: string;
  contactName: string;
  contactPhone: string;
  /** The separate opt-in; off until tapped. */
  open: boolean;
  /** Sent by a guardian for a child under 14; then it is never public. */
  guardian?: boolean;
}

export const emptyForm: MessageForm = {
  kind: 'inquiry',
  text: '',
  contactName: '',
  contactPhone: '',
  open: false,
};

export const textLimits = { min: 5, max: 1000, name: 20 } as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const isMessageKind = (value: unknown): value is MessageKind =>
  typeof value === 'string' && (messageKinds as readonly string[]).includes(value);

/** Whether what was stored is a form of this version. */
export const isMessageForm = (value: unknown): value is MessageForm =>
  isRecord(value) &&
  isMessageKind(value.kind) &&
  typeof value.text === 'string' &&
  typeof value.contactName === 'string' &&
  typeof value.contactPhone === 'string' &&
  typeof value.open === 'boolean';

/** Each target has its own draft, so that a question to one task never turns up under another. */
export const draftKeyOf = (taskId: number): string => (taskId > 0 ? `message.task.${taskId}` : 'message');

export type FormErrors = Partial<Record<'text' | 'contactName' | 'contactPhone', string>>;

/** Spaces go, and the dashes people write into mobile numbers. */
export function plainPhone(text: string): string {
  const bare = text.replace(/\s+/g, '');
  const digits = bare.replace(/[-－—]/g, '');
  return /^1\d{10}$/.test(digits) ? digits : bare;
}

/** What has to be mended before sending, one sentence per field; empty when it may go. */
export function errorsOf(form: MessageForm): FormErrors {
  const errors: FormErrors = {};
  const length = form.text.trim().length;
  if (length === 0) errors.text = '请写下您要问的事或要说的话。';
  else if (length < textLimits.min) errors.text = `请再写详细些，至少 ${textLimits.min} 个字。`;
  else if (length > textLimits.max)
    errors.text = `留言最多 ${textLimits.max} 个字，请删去 ${length - textLimits.max} 个字。`;
  if (form.contactName.trim().length > textLimits.name)
    errors.contactName = `称呼最多 ${textLimits.name} 个字。`;
  const phone = plainPhone(form.contactPhone);
  if (phone !== '' && !/^1\d{10}$|^0\d{2,3}-?\d{7,8}$/.test(phone)) {
    errors.contactPhone = '请填写 11 位手机号，或带区号的固定电话；也可以不填。';
  }
  return errors;
}

/** The call that sends the form; what was left empty is left out. */
export function inputOf(
  form: MessageForm,
  { region, taskId, counter }: Pick<MessageTarget, 'region' | 'taskId' | 'counter'>,
): CallOf<typeof messageEndpoints.submit> {
  const name = form.contactName.trim();
  const phone = plainPhone(form.contactPhone);
  return {
    region,
    kind: form.kind,
    text: form.text.trim(),
    public: form.open && form.guardian !== true,
    ...(form.guardian === true ? { guardian: true } : {}),
    ...(taskId > 0 ? { taskId } : {}),
    ...(counter ? { counter } : {}),
    ...(name === '' ? {} : { contactName: name }),
    ...(phone === '' ? {} : { contactPhone: phone }),
  };
}

/** A word of help per kind: what to write so that it can be answered at the first go. */
export const writingHints: Record<MessageKind, string> = {
  inquiry: '例如：办什么事、在哪里办、要带什么材料。一次问一件事，答复更快。',
  suggestion: '请写明是哪里、现在怎样、您建议怎么改。',
  complaint: '请写明时间、地点、经过和您的要求。',
  help: '请写明遇到的困难、所在的乡镇或街道、需要什么帮助。',
  correction: '请写明哪一页、哪句话有误，正确的应是什么。',
};
