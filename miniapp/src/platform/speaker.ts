import type { Speaker } from './speech';

const engine = (): SpeechSynthesis | null =>
  typeof window !== 'undefined' && 'speechSynthesis' in window ? window.speechSynthesis : null;

/** The voice of the browser. */
export const speaker: Speaker = {
  available: () => engine() !== null,
  say(text, onEnd, onFail) {
    const voice = engine();
    if (!voice) return onFail();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = 'zh-CN';
    utterance.rate = 0.95;
    utterance.onend = onEnd;
    utterance.onerror = onFail;
    voice.speak(utterance);
  },
  stop: () => engine()?.cancel(),
};
