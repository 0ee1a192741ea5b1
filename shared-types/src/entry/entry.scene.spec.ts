import { entryOf, entryPlaces, isScanCode, sceneOf } from './entry.scene';

describe('the scene of a mini-program code', () => {
  it('is what it was made of, and fits what WeChat allows', () => {
    for (const to of entryPlaces) {
      for (const id of [1, 42, 999_999_999_999_999]) {
        const scene = sceneOf({ to, id });
        expect(entryOf(scene)).toEqual({ to, id });
        expect(scene).toMatch(/^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/);
        expect(isScanCode(scene)).toBe(false);
      }
    }
  });

  it.each(['', 'w', 'w0', 'w-1', 'w1.5', 'x7', 'W7', 'w7 ', 'w1234567890123456', '7', 'sunledger:scan:abc'])(
    '“%s” is none',
    (scene) => expect(entryOf(scene)).toBeNull(),
  );

  it('a PC’s sign-in is told apart', () => {
    expect(isScanCode('a1b2c3d4e5f6a1b2c3d4e5f6')).toBe(true);
    expect(entryOf('a1b2c3d4e5f6a1b2c3d4e5f6')).toBeNull();
  });
});
