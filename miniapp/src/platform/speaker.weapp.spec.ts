import Taro from '@tarojs/taro';
import { piecesOf, speaker } from './speaker.weapp';

interface Order {
  content: string;
  success: (answer: { filename: string }) => void;
  fail: () => void;
}

describe('WeChat’s 同声传译 plugin', () => {
  const orders: Order[] = [];
  const played: string[] = [];
  let ended = (): void => undefined;
  let broken = (): void => undefined;

  beforeEach(() => {
    orders.length = 0;
    played.length = 0;
    Object.assign(globalThis, {
      SPEECH_PLUGIN: true,
      requirePlugin: () => ({ textToSpeech: (order: Order) => void orders.push(order) }),
    });
    Object.assign(Taro, {
      createInnerAudioContext: () => ({
        src: '',
        play(this: { src: string }) {
          played.push(this.src);
        },
        destroy: () => undefined,
        onEnded: (listen: () => void) => (ended = listen),
        onError: (listen: () => void) => (broken = listen),
      }),
    });
  });
  afterEach(() => Object.assign(globalThis, { SPEECH_PLUGIN: false }));

  it('is used when the build was told of it', () => {
    expect(speaker.available()).toBe(true);
    Object.assign(globalThis, { SPEECH_PLUGIN: false });
    expect(speaker.available()).toBe(false);
  });

  it('says a sentence and tells when it has ended', () => {
    const events: string[] = [];
    speaker.say(
      '您好。',
      () => events.push('end'),
      () => events.push('fail'),
    );
    orders[0]?.success({ filename: 'a.mp3' });
    expect([orders.map(({ content }) => content), played, events]).toEqual([['您好。'], ['a.mp3'], []]);
    ended();
    expect(events).toEqual(['end']);
  });

  it('an answer that comes after a stop is not played', () => {
    speaker.say(
      '您好。',
      () => undefined,
      () => undefined,
    );
    speaker.stop();
    orders[0]?.success({ filename: 'late.mp3' });
    expect(played).toEqual([]);
  });

  it('a very long sentence goes in pieces that the plugin takes, all of it', () => {
    const long = `${'办事指南，'.repeat(120)}完。`;
    const pieces = piecesOf(long);
    expect(pieces.join('')).toBe(long);
    for (const piece of pieces) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(1000);
    const events: string[] = [];
    speaker.say(
      long,
      () => events.push('end'),
      () => events.push('fail'),
    );
    for (let at = 0; at < pieces.length; at++) {
      orders[at]?.success({ filename: `${at}.mp3` });
      ended();
    }
    expect([orders.map(({ content }) => content), events]).toEqual([pieces, ['end']]);
  });

  it('tells of a failure once', () => {
    const events: string[] = [];
    speaker.say(
      '您好。',
      () => events.push('end'),
      () => events.push('fail'),
    );
    orders[0]?.fail();
    speaker.say(
      '您好。',
      () => events.push('end'),
      () => events.push('fail'),
    );
    orders[1]?.success({ filename: 'b.mp3' });
    broken();
    expect(events).toEqual(['fail', 'fail']);
  });
});
