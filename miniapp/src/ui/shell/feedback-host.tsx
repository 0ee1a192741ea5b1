import { useEffect } from 'react';
import { useFeedback } from '../../platform';
import { Button } from '../parts/button';
import { Tap, View } from '../primitives/primitives';

/** Toasts and questions on H5; on WeChat both are native and this shows nothing. */
export function FeedbackHost() {
  const { toast, question } = useFeedback();
  useEffect(() => {
    if (!question) return undefined;
    document.getElementById('question-yes')?.focus();
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') question.answer(false);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [question]);
  return (
    <>
      {toast && (
        <View
          key={toast.serial}
          className="toast"
          role="status"
          live={toast.tone === 'bad' ? 'assertive' : 'polite'}
        >
          {toast.text}
        </View>
      )}
      {question && (
        <>
          <Tap className="veil" onTap={() => question.answer(false)} label="取消" />
          <View className="sheet sheet--dialog" role="alertdialog" label={question.title}>
            <View className="sheet__body">
              <View as="h2" className="t-head mt">
                {question.title}
              </View>
              {question.text && <View className="t-2 mt-s t-pre">{question.text}</View>}
            </View>
            <View className="sheet__foot">
              <Button kind="plain" onTap={() => question.answer(false)}>
                {question.cancelText ?? '先不了'}
              </Button>
              <Button
                id="question-yes"
                kind={question.danger ? 'danger' : 'primary'}
                onTap={() => question.answer(true)}
              >
                {question.confirmText}
              </Button>
            </View>
          </View>
        </>
      )}
    </>
  );
}
