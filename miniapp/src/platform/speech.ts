import { useCallback, useEffect, useRef, useState } from 'react';
import { toast } from './feedback';
import { usePageHide } from './page';
import { speaker } from './speaker';

/** A voice: the browser's on H5, a plugin's on WeChat. */
export interface Speaker {
  available(): boolean;
  /** Says one sentence. */
  say(text: string, onEnd: () => void, onFail: () => void): void;
  stop(): void;
}

export interface Speech {
  /** Without a voice no button is drawn. */
  readonly available: boolean;
  /** Which sentence is being read; null when nothing is. */
  readonly at: number | null;
  start(): void;
  stop(): void;
}

/** One voice for all: who begins silences who was reading. */
let silence: (() => void) | null = null;

/** 语音播报: reads sentences one after the other, and ends when the page is left. */
export function useSpeech(sentences: readonly string[]): Speech {
  const [at, setAt] = useState<number | null>(null);
  const reading = useRef(0);

  const stop = useCallback((): void => {
    reading.current += 1;
    speaker.stop();
    setAt(null);
  }, []);

  const start = (): void => {
    silence?.();
    silence = stop;
    const mine = (reading.current += 1);
    const read = (index: number): void => {
      if (mine !== reading.current) return;
      const sentence = sentences[index];
      if (sentence === undefined) return stop();
      setAt(index);
      if (sentence.trim() === '') return read(index + 1);
      speaker.say(
        sentence,
        () => read(index + 1),
        () => {
          if (mine !== reading.current) return;
          stop();
          toast('这台设备读不出声音', 'bad');
        },
      );
    };
    read(0);
  };

  usePageHide(stop);
  useEffect(
    () => () => {
      if (silence === stop) silence = null;
      reading.current += 1;
      speaker.stop();
    },
    [stop],
  );
  return { available: speaker.available(), at, start, stop };
}
