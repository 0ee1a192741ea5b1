import type { Attachment } from '@sunledger/shared-types';
import { evidenceWords, fileNote, sizeWords } from './file-words';

const file = (part: Partial<Attachment>): Attachment => ({
  id: 1,
  name: '公示栏.jpg',
  kind: 'image',
  bytes: 240_000,
  width: 800,
  height: 600,
  state: 'ready',
  url: '/a',
  thumbnailUrl: '/b',
  ...part,
});

describe('files in words', () => {
  it('sizes are short and never nothing', () => {
    expect([sizeWords(10), sizeWords(240_000), sizeWords(3_500_000)]).toEqual(['1 KB', '234 KB', '3.3 MB']);
  });

  it('a file that waits or was refused says so', () => {
    expect(fileNote(file({}))).toBe('照片 · 234 KB');
    expect(fileNote(file({ state: 'pending' }))).toContain('安全检查');
    expect(fileNote(file({ state: 'refused' }))).toContain('已删除');
  });

  it('evidence is counted by its kinds', () => {
    expect(evidenceWords([], 0)).toBeNull();
    expect(evidenceWords([file({}), file({ kind: 'pdf' })], 2)).toBe('1 张照片、1 个文件、2 个链接');
  });
});
