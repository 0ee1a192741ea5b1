import { cleanFileName } from './clean-file-name';

describe('a file name that somebody chose', () => {
  it.each([
    ['公示栏.jpg', '公示栏.jpg'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['C:\\Users\\a\\照片.PNG', '照片.jpg'],
    ['..', '附件.jpg'],
    ['', '附件.jpg'],
    ['.htaccess', '附件.jpg'],
    ['a\u202egpj.exe', 'agpj.jpg'],
    ['a\r\nSet-Cookie: x.png', 'aSet-Cookie x.jpg'],
    ['<script>.html', 'script.jpg'],
    ['会议  纪要 . .docx', '会议 纪要.jpg'],
    ['2026.04.01公示.jpeg', '2026.04.01公示.jpg'],
  ])('%j → %j', (name, clean) => {
    expect(cleanFileName(name, 'jpg', '附件')).toBe(clean);
  });

  it('is cut to a length that fits, by characters and not by halves of them', () => {
    expect(cleanFileName(`${'𠮷'.repeat(200)}.pdf`, 'pdf', '附件')).toBe(`${'𠮷'.repeat(80)}.pdf`);
  });
});
