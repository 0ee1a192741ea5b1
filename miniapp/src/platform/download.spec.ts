import { nameIn } from './download';

test('the name of a file is the coded one of its header', () => {
  const name = '云溪县任务台账-2026-03-02.xlsx';
  const header = `attachment; filename="____.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`;
  expect(nameIn(header)).toBe(name);
  expect(nameIn('attachment')).toBeNull();
  expect(nameIn(null)).toBeNull();
});
