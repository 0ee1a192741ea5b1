import * as fc from 'fast-check';
import { openField, sealField } from './field-cipher';

const key = Buffer.alloc(32, 1);

describe('sealed fields', () => {
  it('open to what was sealed, and never look alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = sealField(key, 'phone', text);
        return openField(key, 'phone', sealed) === text && sealed !== sealField(key, 'phone', text);
      }),
    );
  });

  it('open with no other key, for no other field, and not when altered', () => {
    const sealed = sealField(key, 'phone', '13812345678');
    const altered = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
    expect(openField(Buffer.alloc(32, 2), 'phone', sealed)).toBeNull();
    expect(openField(key, 'name', sealed)).toBeNull();
    expect(openField(key, 'phone', altered)).toBeNull();
    expect(openField(key, 'phone', '13812345678')).toBeNull();
    expect(openField(key, 'phone', '1.AAAA')).toBeNull();
  });

  it('fit into their column', () => {
    expect(sealField(key, 'phone', '0'.repeat(20)).length).toBeLessThan(200);
  });
});
