import * as fc from 'fast-check';
import { isMaskedOf } from './chain-texts';
import { maskPersonalData } from '../../core/masking/mask-personal-data';

describe('what the public reads comes from the original', () => {
  test.each([
    ['电话13812345678，请回', '电话【电话已隐去】，请回', true],
    ['电话13812345678，请回', '电话【电话已隐去】，不回', false],
    ['电话13812345678，请回', '电话【电话已隐去】，请回！', false],
    ['王小明的车浙E12345停着', '王*的车【车牌已隐去】停着', true],
    ['王小明的车浙E12345停着', '王*的房【车牌已隐去】停着', false],
    ['补贴1万元', '补贴1万元', true],
    ['补贴1万元', '补贴2万元', false],
    ['ab', 'a【电话已隐去】ab', false],
  ])('%s → %s: %s', (original, shown, is) => {
    expect(isMaskedOf(original, shown)).toBe(is);
  });

  it('holds for whatever masking makes of a text', () => {
    const piece = fc.constantFrom(
      '电话',
      '13812345678',
      '浙E12345',
      '王小明',
      '5*3',
      '【】',
      '12号3幢201室',
      '，',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        return isMaskedOf(text, maskPersonalData(text, { names: ['王小明'] }));
      }),
    );
  });
});
