import Taro from '@tarojs/taro';
import type { Speaker } from './speech';

/** WeChat's 同声传译 plugin, there when the build was told to declare it (`SUNLEDGER_SPEECH_PLUGIN=1`). */
interface SpeechPlugin {
  textToSpeech(order: {
    lang: 'zh_CN';
    tts: true;
    content: string;
    success: (answer: { filename: string }) => void;
    fail: () => void;
  }): void;
}

declare const SPEECH_PLUGIN: boolean;
declare function requirePlugin(name: 'WechatSI'): SpeechPlugin;

let audio: Taro.InnerAudioContext | null = null;
/** What was asked for last; an answer that comes after a stop is not played. */
let order = 0;

function stop(): void {
  order += 1;
  audio?.destroy();
  audio = null;
}

/** The plugin takes 1000 bytes of UTF-8 at a time. */
const LONGEST = 300;

/** A very long sentence in pieces that the plugin takes, broken after a comma where there is one. */
export function piecesOf(text: string): string[] {
  if (text.length <= LONGEST) return [text];
  const head = text.slice(0, LONGEST);
  const comma = Math.max(head.lastIndexOf('，'), head.lastIndexOf('、'));
  const end = comma > 0 ? comma + 1 : LONGEST;
  return [text.slice(0, end), ...piecesOf(text.slice(end))];
}

export const speaker: Speaker = {
  available: () => SPEECH_PLUGIN,
  say(text, onEnd, onFail) {
    stop();
    const mine = order;
    const pieces = piecesOf(text);
    const sayPiece = (index: number): void => {
      const content = pieces[index];
      if (mine !== order) return;
      if (content === undefined) return onEnd();
      requirePlugin('WechatSI').textToSpeech({
        lang: 'zh_CN',
        tts: true,
        content,
        success({ filename }) {
          if (mine !== order) return;
          audio?.destroy();
          audio = Taro.createInnerAudioContext();
          audio.onEnded(() => sayPiece(index + 1));
          audio.onError(() => {
            if (mine === order) onFail();
          });
          audio.src = filename;
          audio.play();
        },
        fail: () => {
          if (mine === order) onFail();
        },
      });
    };
    sayPiece(0);
  },
  stop,
};
