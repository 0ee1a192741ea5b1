import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { sentencesOf, useSpeech } from '../../platform';
import { Text, View } from '../primitives/primitives';
import { TextLink } from './button';

export interface SpokenPart {
  /** The same as in the `<Sentences>` that shows it. */
  readonly id: string;
  readonly text: string;
}

interface Sentence {
  readonly part: string;
  readonly index: number;
}

const Reading = createContext<Sentence | null>(null);

interface ReadAloudProps {
  parts: readonly SpokenPart[];
  /** On the button: 听一听. */
  words?: string;
  children: ReactNode;
}

/** 语音播报: a button that reads the parts aloud; the sentence being read is marked where `<Sentences>` shows it. */
export function ReadAloud({ parts, words = '听一听', children }: ReadAloudProps) {
  const spoken = useMemo(
    () =>
      parts.flatMap(({ id, text }) =>
        sentencesOf(text).map((sentence, index) => ({ part: id, index, sentence })),
      ),
    [parts],
  );
  const { available, at, paused, start, pause, resume, stop } = useSpeech(
    useMemo(() => spoken.map(({ sentence }) => sentence), [spoken]),
  );
  const now = at === null ? null : (spoken[at] ?? null);
  return (
    <Reading.Provider value={now}>
      {available && spoken.length > 0 && (
        <View className="read-aloud">
          {at === null ? (
            <TextLink icon="sound" onTap={start}>
              {words}
            </TextLink>
          ) : (
            <>
              <TextLink icon="sound" onTap={paused ? resume : pause}>
                {paused ? '继续听' : '暂停'}
              </TextLink>
              <TextLink icon="close" onTap={stop}>
                停止朗读
              </TextLink>
            </>
          )}
        </View>
      )}
      {children}
    </Reading.Provider>
  );
}

/** Whether something of this part is being read. */
export const useBeingRead = (part: string): boolean => useContext(Reading)?.part === part;

/** A text whose sentence is marked while it is read aloud. */
export function Sentences({ part, text }: { part: string; text: string }) {
  const now = useContext(Reading);
  if (now?.part !== part) return <Text selectable>{text}</Text>;
  return (
    <>
      {sentencesOf(text).map((sentence, index) => (
        // A text never changes its sentences while it is read.
        <Text key={index} selectable className={index === now.index ? 'read-aloud__now' : undefined}>
          {sentence}
        </Text>
      ))}
    </>
  );
}
