import { holdsIdentityNumber, isIdentityNumber } from './secret-marks';

describe('identity numbers', () => {
  test.each([
    '11010519491231002X',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105 19491231 002x',
    '证件11010519491231002X号',
  ])('are found in %s', (text) => {
    expect(holdsIdentityNumber(text)).toBe(true);
  });

  test.each(['110105194912310021', '6222021302001234567', '订单 202602131745000031', '没有数字'])(
    'are not seen in %s',
    (text) => {
      expect(holdsIdentityNumber(text)).toBe(false);
    },
  );

  test('the check character decides', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true);
    expect(isIdentityNumber('110105194912310020')).toBe(false);
  });
});
