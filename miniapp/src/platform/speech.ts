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
  /** Which sentence is being read, or will be after a pause; null when nothing is. */
  readonly at: number | null;
  readonly paused: boolean;
  start(): void;
  /** Silence until `resume`, which begins the sentence anew: phones forget where in it they were. */
  pause(): void;
  resume(): void;
  stop(): void;
}

/** One voice for all: who begins silences who was reading. */
let silence: (() => void) | null = null;

/** 语音播报: reads sentences one after the other, rests when told to, and ends when the page is left. */
export function useSpeech(sentences: readonly string[]): Speech {
  const [at, setAt] = useState<number | null>(null);
  const [paused, setPaused] = useState(false);
  const reading = useRef(0);

  const stop = useCallback((): void => {
    reading.current += 1;
    speaker.stop();
    setAt(null);
    setPaused(false);
  }, []);

  const readFrom = (begin: number): void => {
    if (silence !== stop) silence?.();
    silence = stop;
    setPaused(false);
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
    read(begin);
  };
  const pause = (): void => {
    reading.current += 1;
    speaker.stop();
    setPaused(true);
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
  return {
    available: speaker.available(),
    at,
    paused,
    start: () => readFrom(0),
    pause,
    resume: () => readFrom(at ?? 0),
    stop,
  };
}
