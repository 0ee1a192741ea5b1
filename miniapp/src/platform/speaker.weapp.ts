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

export const speaker: Speaker = {
  available: () => SPEECH_PLUGIN,
  say(text, onEnd, onFail) {
    stop();
    const mine = order;
    requirePlugin('WechatSI').textToSpeech({
      lang: 'zh_CN',
      tts: true,
      content: text,
      success({ filename }) {
        if (mine !== order) return;
        audio = Taro.createInnerAudioContext();
        audio.onEnded(onEnd);
        audio.onError(onFail);
        audio.src = filename;
        audio.play();
      },
      fail: () => {
        if (mine === order) onFail();
      },
    });
  },
  stop,
};
