import { numberPrefix, receiptNumber } from './receipt-number';

test.each([
  ['yunxi', 'YX'],
  ['binjiang', 'BJ'],
  ['huating', 'HT'],
  ['shengsi', 'SS'],
  ['gongshu', 'GS'],
  ['changzhou-xinbei', 'CZXB'],
  ['ab', 'AB'],
])('the prefix of %s is %s', (code, prefix) => {
  expect(numberPrefix(code)).toBe(prefix);
});

test('a number has region, day and at least four digits', () => {
  expect(receiptNumber('yunxi', '2026-11-20', 31)).toBe('YX20261120-0031');
  expect(receiptNumber('yunxi', '2026-11-20', 12_345)).toBe('YX20261120-12345');
});
