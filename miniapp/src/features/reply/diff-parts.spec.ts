import fc from 'fast-check';
import { diffParts } from './diff-parts';

describe('what was changed in a draft', () => {
  it('shows what went before what came', () => {
    expect(diffParts('请到二楼窗口办理', '请到三楼窗口办理')).toEqual([
      { kind: 'same', text: '请到' },
      { kind: 'removed', text: '二' },
      { kind: 'added', text: '三' },
      { kind: 'same', text: '楼窗口办理' },
    ]);
  });

  it('gives back both versions, letter by letter', () => {
    const text = fc.string({ unit: fc.constantFrom(...'请带身份证到二三楼'), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffParts(before, after);
        const without = (kind: string): string =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });
});
