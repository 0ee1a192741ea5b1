import { useFeedback, type ConfirmRequest } from '../../platform';
import { Button } from '../parts/button';
import { useDialog } from '../parts/use-dialog';
import { Tap, View } from '../primitives/primitives';

/** Toasts and questions on H5; on WeChat both are native and this shows nothing. */
export function FeedbackHost() {
  const { toast, question } = useFeedback();
  return (
    <>
      {toast && (
        // what it says is spoken by the one live region of the document, see `announce`
        <View key={toast.serial} className="toast" silent>
          {toast.text}
        </View>
      )}
      {question && <Question {...question} />}
    </>
  );
}

function Question(question: ConfirmRequest & { answer: (yes: boolean) => void }) {
  // nobody takes something back for good with a key that was pressed once too often
  const first = question.danger ? 'question-no' : 'question-yes';
  const id = useDialog(true, () => question.answer(false), first);
  return (
    <>
      <Tap className="veil" onTap={() => question.answer(false)} pointerOnly />
      <View id={id} className="sheet sheet--dialog" role="alertdialog" modal label={question.title}>
        <View className="sheet__body">
          <View as="h2" className="t-head mt">
            {question.title}
          </View>
          {question.text && <View className="t-2 mt-s t-pre">{question.text}</View>}
        </View>
        <View className="sheet__foot">
          <Button id="question-no" kind="plain" onTap={() => question.answer(false)}>
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
  );
}
