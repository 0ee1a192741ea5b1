import { strToU8, zipSync } from 'fflate';
import { DocumentError } from '../../backend/src/adapters/documents';
import { paragraph, wordFile, wordTable } from './document-samples';
import { maxDocumentBytes, readDocument } from '../../backend/src/adapters/documents';

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const read = async (name: string, bytes: Uint8Array): Promise<string> =>
  (await readDocument(name, bytes)).text;
const refusal = async (name: string, bytes: Uint8Array): Promise<string> => {
  try {
    await readDocument(name, bytes);
    return 'read';
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    expect(error.message).toMatch(/[\u4e00-\u9fff]/);
    return error.code;
  }
};

describe('text files', () => {
  const text = '青禾县政务公开工作要点\n一、强化公开';

  it('reads UTF-8 with and without mark, UTF-16 of both orders and GB18030', async () => {
    const wide = Buffer.from(text, 'utf16le');
    const big = Buffer.from(wide).swap16();
    // 政务公开 in GB18030
    const gb = Uint8Array.from([0xd5, 0xfe, 0xce, 0xf1, 0xb9, 0xab, 0xbf, 0xaa]);
    expect(await read('a.txt', utf8(text))).toBe(text);
    expect(await read('a.txt', utf8(`\ufeff${text}`))).toBe(text);
    expect(await read('a.txt', new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), wide])))).toBe(text);
    expect(await read('a.txt', new Uint8Array(Buffer.concat([Buffer.from([0xfe, 0xff]), big])))).toBe(text);
    expect(await read('a.txt', new Uint8Array(wide))).toBe(text);
    expect(await read('a.md', gb)).toBe('政务公开');
  });

  it('refuses what holds no text', async () => {
    expect(await refusal('a.txt', new Uint8Array())).toBe('DOCUMENT_EMPTY');
    expect(await refusal('a.txt', utf8(' \n\n。—— '))).toBe('DOCUMENT_EMPTY');
    expect(await refusal('a.txt', Uint8Array.from([1, 0, 0, 0, 2, 0, 3, 255, 0, 0, 9]))).toBe(
      'DOCUMENT_UNREADABLE',
    );
    expect(await refusal('a.txt', Uint8Array.from([0x80, 0x20, 0xff, 0xff, 0x80]))).toBe(
      'DOCUMENT_UNREADABLE',
    );
  });
});

describe('web pages', () => {
  it('keeps blocks as lines and tables as rows of cells, spans filled', async () => {
    const html =
      '<!doctype html><html><head><title>要点</title><style>p{}</style></head><body><p>一、强化&ldquo;公开&rdquo;</p><table><tr><th>类别</th><th>任务</th><th>单位</th></tr><tr><td rowspan="2">财政</td><td>公开<br>预算</td><td>县财政局</td></tr><tr><td>公开决算</td><td>县财政局</td></tr><tr><td colspan="3">二、保障</td></tr></table><script>x()</script><ol><li>甲</li><li>乙</li></ol></body></html>';
    expect((await read('a.html', utf8(html))).split('\n').filter((line) => line.trim() !== '')).toEqual([
      '要点',
      '一、强化“公开”',
      '类别\t任务\t单位',
      '财政\t公开 预算\t县财政局',
      '财政\t公开决算\t县财政局',
      '二、保障\t\t',
      '1. 甲',
      '2. 乙',
    ]);
  });
});

describe('Word files', () => {
  it('reads paragraphs and tables', async () => {
    const body =
      paragraph('青禾县政务公开任务清单') +
      wordTable([
        ['序号', '任务', '责任单位'],
        ['1', '公开预算', { text: '县财政局', span: 'restart' }],
        ['2', '公开决算', { text: '', span: 'continue' }],
      ]);
    expect((await read('a.docx', wordFile(body))).split('\n').filter((line) => line !== '')).toEqual([
      '青禾县政务公开任务清单',
      '序号\t任务\t责任单位',
      '1\t公开预算\t县财政局',
      '2\t公开决算\t县财政局',
    ]);
  });

  it('refuses a bomb before it inflates', async () => {
    const bomb = wordFile(paragraph('x'), { 'word/media/a.bin': new Uint8Array(60 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refusal('a.docx', bomb)).toBe('DOCUMENT_BOMB');
    const many = Object.fromEntries(
      Array.from({ length: 2_500 }, (_, i) => [`word/p${i}.xml`, strToU8('x')]),
    );
    expect(await refusal('a.docx', wordFile(paragraph('x'), many))).toBe('DOCUMENT_BOMB');
  });

  it('refuses a directory that lies about sizes', async () => {
    const bytes = wordFile(paragraph('政务公开'.repeat(5_000)));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let i = 0; i + 46 < bytes.length; i++) {
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 100, true);
    }
    expect(await refusal('a.docx', bytes)).toBe('DOCUMENT_UNREADABLE');
  });

  it('refuses broken and foreign zips', async () => {
    expect(await refusal('a.docx', wordFile(paragraph('x')).subarray(0, 300))).toBe('DOCUMENT_UNREADABLE');
    expect(await refusal('a.docx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toBe(
      'DOCUMENT_TYPE_UNSUPPORTED',
    );
    expect(await refusal('a.docx', wordFile('<w:p><broken'))).toBe('DOCUMENT_UNREADABLE');
  });
});

describe('the type of a file', () => {
  it.each([
    ['a.exe', '政务公开', 'DOCUMENT_TYPE_UNSUPPORTED'],
    ['a.xlsx', '政务公开', 'DOCUMENT_TYPE_UNSUPPORTED'],
    ['a.doc', '\u00d0\u00cf\u0011\u00e0', 'DOCUMENT_TYPE_UNSUPPORTED'],
    ['a.pdf', '政务公开', 'DOCUMENT_TYPE_MISMATCH'],
    ['a.docx', '%PDF-1.4', 'DOCUMENT_TYPE_MISMATCH'],
    ['a.txt', '%PDF-1.4', 'DOCUMENT_TYPE_MISMATCH'],
    ['a.txt', '{\\rtf1 x}', 'DOCUMENT_TYPE_UNSUPPORTED'],
    ['a.txt', 'GIF89a', 'DOCUMENT_TYPE_UNSUPPORTED'],
  ])('%s with %j: %s', async (name, content, code) => {
    expect(await refusal(name, utf8(content))).toBe(code);
  });

  it('refuses 30 MB unread', async () => {
    expect(await refusal('a.txt', new Uint8Array(maxDocumentBytes + 1).fill(65))).toBe('DOCUMENT_TOO_LARGE');
  });

  it('goes by the content where there is no extension', async () => {
    expect((await readDocument('upload', utf8('政务公开'))).type).toBe('text');
    expect((await readDocument('upload', utf8('<html><body>政务公开</body></html>'))).type).toBe('html');
  });
});

it('refuses a paper with a secrecy mark at its head', async () => {
  expect(await refusal('a.txt', utf8('秘密★1年\n青禾县政务公开工作要点\n一、强化公开'))).toBe(
    'DOCUMENT_SECRET',
  );
  expect(await refusal('a.docx', wordFile(paragraph('内部资料 注意保存') + paragraph('要点')))).toBe(
    'DOCUMENT_SECRET',
  );
});
