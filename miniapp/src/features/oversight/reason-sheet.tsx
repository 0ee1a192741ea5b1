import { useEffect, useState } from 'react';
import { errorMessage, fieldMessage } from '../../platform';
import { Button, Notice, Sheet, Tap, Text, TextArea, View } from '../../ui';
import './oversight.scss';

interface ReasonSheetProps {
  open: boolean;
  title: string;
  /** What happens, in one or two sentences. */
  lead: string;
  /** What is asked for: 退回理由. */
  label: string;
  placeholder?: string;
  /** Sentences that are often right; a tap writes one. */
  words?: readonly string[];
  min?: number;
  max?: number;
  confirmText: string;
  danger?: boolean;
  /** The field of the call, for the sentence of a refusal. */
  field?: string;
  onSend: (note: string) => Promise<unknown>;
  /** After the move was made and the sheet closed. */
  onSent: () => void;
  onClose: () => void;
}

/** A move that needs its reason in writing. Stays open, with the refusal in it, until the move was made. */
export function ReasonSheet(props: ReasonSheetProps) {
  const {
    open,
    title,
    lead,
    label,
    placeholder,
    words = [],
    min = 2,
    max = 500,
    confirmText,
    danger,
  } = props;
  const { field = 'note', onSend, onSent, onClose } = props;
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (!open) return;
    setNote('');
    setProblem(null);
  }, [open]);
  const ready = note.trim().length >= min;
  const wrong = fieldMessage(problem, field);

  const send = async (): Promise<void> => {
    setProblem(null);
    try {
      await onSend(note.trim());
    } catch (error) {
      // shown in the sheet, where the words were written
      setProblem(error);
      return;
    }
    onClose();
    onSent();
  };

  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      foot={
        <Button onTap={send} disabled={!ready} kind={danger ? 'danger' : 'primary'}>
          {confirmText}
        </Button>
      }
    >
      <View className="t-2">{lead}</View>
      <View className="mt">
        <TextArea
          label={label}
          value={note}
          onChange={setNote}
          maxLength={max}
          placeholder={placeholder}
          rows={3}
          error={wrong}
          status={ready ? '' : `至少 ${min} 个字`}
        />
        <QuickWords
          words={words}
          onPick={(word) => setNote(note.trim() === '' ? word : `${note.trim()}；${word}`)}
        />
      </View>
      {problem !== null && !wrong && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {errorMessage(problem)}
          </Notice>
        </View>
      )}
    </Sheet>
  );
}

interface QuickWordsProps {
  words: readonly string[];
  onPick: (word: string) => void;
}

export function QuickWords({ words, onPick }: QuickWordsProps) {
  if (words.length === 0) return null;
  return (
    <View className="quick-words" role="group" label="常用的话，点一下写上">
      {words.map((word) => (
        <Tap key={word} className="quick-words__one" onTap={() => onPick(word)}>
          <Text>{word}</Text>
        </Tap>
      ))}
    </View>
  );
}
