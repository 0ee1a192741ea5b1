import { messageEndpoints, type MessageDetail, type MessageKind } from '@sunledger/shared-types';
import { useEffect, useRef, useState } from 'react';
import {
  ApiError,
  errorMessage,
  goToId,
  open,
  useDraft,
  useLatest,
  usePageVisible,
  useSend,
  useSession,
  askToBeTold,
} from '../../platform';
import {
  draftKeyOf,
  emptyForm,
  errorsOf,
  inputOf,
  isMessageForm,
  type FormErrors,
  type MessageForm,
} from './message-form';
import type { MessageTarget } from './use-target';

/** Refusals that belong to what was written, not to the sending of it. */
const aboutText = new Set(['MESSAGE_SECRET_MARK']);

/** The sentence for a failed sending; when nothing is known about its outcome, that a repeat is safe. */
function problemOf(error: unknown): string {
  const repeatable = error instanceof ApiError && error.unanswered;
  return repeatable
    ? `${errorMessage(error)}您写的内容都在，请再点一次“提交留言”，不会重复提交。`
    : `${errorMessage(error)}您写的内容都在。`;
}

function fieldErrorsOf(error: unknown): FormErrors {
  if (!(error instanceof ApiError)) return {};
  const errors: FormErrors = aboutText.has(error.code) ? { text: error.message } : {};
  error.fields.forEach(({ field, message }) => {
    if (field === 'text' || field === 'contactName' || field === 'contactPhone') errors[field] = message;
  });
  return errors;
}

/**
 * Writing and sending a message: the draft, the checks, sign-in only when it is sent (and then it goes on
 * by itself), one message however often the button is tapped or the network fails.
 */
export function useMessageForm(target: MessageTarget, kind?: MessageKind) {
  const { region, taskId } = target;
  // a draft is kept under the task it was begun with
  const [key] = useState(() => draftKeyOf(taskId));
  const [form, change, drop, draft] = useDraft(key, kind ? { ...emptyForm, kind } : emptyForm, isMessageForm);
  const send = useSend(messageEndpoints.submit, { refreshes: [messageEndpoints.list], keepAs: key });
  const [errors, setErrors] = useState<FormErrors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [sent, setSent] = useState<MessageDetail | null>(null);
  /** The region wants a verified phone and this account has none yet. */
  const [wantsPhone, setWantsPhone] = useState(false);
  const sending = useRef(false);
  /** The region the message was for when sign-in was asked; signing in as staff may change the region. */
  const waitsForSignIn = useRef<string | null>(null);
  const signedIn = useSession((state) => state.me !== null);
  const visible = usePageVisible();

  const askSignIn = (): void => {
    waitsForSignIn.current = region;
    open('signIn', { then: 'back' });
  };

  const fail = (error: unknown): void => {
    if (error instanceof ApiError && error.status === 401) {
      askSignIn();
      return;
    }
    if (error instanceof ApiError && error.code === 'PHONE_REQUIRED') {
      setWantsPhone(true);
      return;
    }
    const fields = fieldErrorsOf(error);
    setErrors(fields);
    const first = Object.keys(fields)[0];
    setProblem(first ? null : problemOf(error));
    goToId(first ? `field-${first}` : 'problem');
  };

  /** @param tapped WeChat's popup for messages opens from a tap only. */
  const submit = async (tapped = true): Promise<void> => {
    if (sending.current) return;
    setWantsPhone(false);
    const found = errorsOf(form);
    setErrors(found);
    setProblem(null);
    const first = Object.keys(found)[0];
    if (first) {
      goToId(`field-${first}`);
      return;
    }
    if (!useSession.getState().me) {
      askSignIn();
      return;
    }
    sending.current = true;
    if (tapped) await askToBeTold(['answered', 'question']);
    try {
      const message = await send.run(inputOf(form, target));
      drop();
      setSent(message);
    } catch (error) {
      fail(error);
    } finally {
      sending.current = false;
    }
  };

  // whoever comes by “投诉建议” wants that kind, whatever an older draft says
  const begin = useLatest(() => {
    if (kind && form.kind !== kind) change({ kind });
  });
  useEffect(() => begin.current(), [begin]);

  const comeBack = useLatest(() => {
    const askedFor = waitsForSignIn.current;
    if (askedFor === null) return;
    waitsForSignIn.current = null;
    if (!signedIn) setProblem('登录后才能提交。您写的内容都在，登录好会自动提交。');
    else if (askedFor !== region)
      setProblem('您登录的身份属于另一个地区，请核对留言地区和答复日期后再提交。');
    else void submit(false);
  });
  useEffect(() => {
    if (visible) comeBack.current();
  }, [visible, signedIn, comeBack]);

  return {
    form,
    change: (part: Partial<MessageForm>): void => {
      change(part);
      setErrors((before) => without(before, Object.keys(part)));
      setProblem(null);
    },
    startOver: (): void => {
      drop();
      setErrors({});
      setProblem(null);
    },
    writeAnother: (): void => setSent(null),
    submit: () => submit(),
    /** After the phone was verified. */
    submitAgain: () => submit(false),
    busy: send.busy,
    errors,
    problem,
    wantsPhone,
    sent,
    saved: draft.savedAt !== null,
    restored: draft.restored,
  };
}

function without(errors: FormErrors, fields: string[]): FormErrors {
  const rest: FormErrors = { ...errors };
  fields.forEach((field) => delete rest[field as keyof FormErrors]);
  return rest;
}

export type MessageFormState = ReturnType<typeof useMessageForm>;
