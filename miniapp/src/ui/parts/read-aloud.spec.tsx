import { act } from 'react';
import { mount } from '../../testing/mount';
import { ReadAloud, Sentences } from './read-aloud';

/** A voice that says what it is told and ends when the test lets it. */
class Voice {
  readonly said: string[] = [];
  private pending: { onend: () => void } | null = null;

  speak(utterance: { text: string; onend: () => void }): void {
    this.said.push(utterance.text);
    this.pending = utterance;
  }

  cancel(): void {
    this.pending = null;
  }

  end(): void {
    const { pending } = this;
    act(() => pending?.onend());
  }
}

class Utterance {
  onend = (): void => undefined;
  constructor(readonly text: string) {}
}

const parts = [
  { id: 'first', text: '您好！材料有两样。' },
  { id: 'second', text: '周六也开门。' },
];

function Page() {
  return (
    <ReadAloud parts={parts}>
      <p>
        <Sentences part="first" text="您好！材料有两样。" />
      </p>
      <p>
        <Sentences part="second" text="周六也开门。" />
      </p>
    </ReadAloud>
  );
}

const marked = (): string[] =>
  [...document.querySelectorAll('.read-aloud__now')].map((element) => element.textContent ?? '');

describe('reading aloud', () => {
  let voice: Voice;

  beforeEach(() => {
    voice = new Voice();
    Object.assign(window, { speechSynthesis: voice, SpeechSynthesisUtterance: Utterance });
  });
  afterEach(() => {
    document.body.replaceChildren();
    delete (window as { speechSynthesis?: unknown }).speechSynthesis;
  });

  it('says sentence after sentence and marks the one being read', async () => {
    const page = mount(<Page />);
    expect(marked()).toEqual([]);
    await page.tap('听一听');
    const seen: string[][] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      seen.push(marked());
      voice.end();
    }
    expect(seen).toEqual([['您好！'], ['材料有两样。'], ['周六也开门。']]);
    expect(voice.said).toEqual(['您好！', '材料有两样。', '周六也开门。']);
    expect(marked()).toEqual([]);
    expect(page.text()).toContain('听一听');
  });

  it('is silent at once when stopped', async () => {
    const page = mount(<Page />);
    await page.tap('听一听');
    await page.tap('停止朗读');
    expect(marked()).toEqual([]);
    voice.end();
    expect(voice.said).toEqual(['您好！']);
  });

  it('has no button where there is no voice', () => {
    delete (window as { speechSynthesis?: unknown }).speechSynthesis;
    const page = mount(<Page />);
    expect(page.element.querySelector('.read-aloud')).toBeNull();
    expect(page.text()).toContain('周六也开门。');
  });
});
