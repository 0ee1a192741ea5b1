import { messageEndpoints, type MessageDetail, type MessageKind } from '@sunledger/shared-types';
import { useEffect, useRef, useState } from 'react';
import {
  ApiError,
  errorMessage,
  open,
  scrollToId,
  useDraft,
  usePageVisible,
  useSend,
  useSession,
  askToBeTold,
  learnTemplates,
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
    const fields = fieldErrorsOf(error);
    setErrors(fields);
    const first = Object.keys(fields)[0];
    setProblem(first ? null : problemOf(error));
    scrollToId(first ? `field-${first}` : 'problem');
  };

  const submit = async (): Promise<void> => {
    if (sending.current) return;
    const found = errorsOf(form);
    setErrors(found);
    setProblem(null);
    const first = Object.keys(found)[0];
    if (first) {
      scrollToId(`field-${first}`);
      return;
    }
    if (!useSession.getState().me) {
      askSignIn();
      return;
    }
    sending.current = true;
    // from the tap itself: WeChat opens its popup only there
    await askToBeTold(['answered', 'question']);
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

  useEffect(() => {
    if (signedIn) learnTemplates();
  }, [signedIn]);

  // whoever comes by “投诉建议” wants that kind, whatever an older draft says
  useEffect(() => {
    if (kind && form.kind !== kind) change({ kind });
  }, []); // eslint-disable-line react-hooks/exhaustive-deps -- once; another kind chosen later stays

  useEffect(() => {
    const askedFor = waitsForSignIn.current;
    if (!visible || askedFor === null) return;
    waitsForSignIn.current = null;
    if (!signedIn) setProblem('登录后才能提交。您写的内容都在，登录好会自动提交。');
    else if (askedFor !== region)
      setProblem('您登录的身份属于另一个地区，请核对留言地区和答复日期后再提交。');
    else void submit();
    // runs when the page comes back or the account changes; `submit` is of that very render
  }, [visible, signedIn]); // eslint-disable-line react-hooks/exhaustive-deps

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
    submit,
    busy: send.busy,
    errors,
    problem,
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
