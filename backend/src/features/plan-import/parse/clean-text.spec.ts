import { cleanText } from './clean-text';
import { SourceLedger } from './source-ledger';
import { noSteps } from './steps';

function clean(source: string): { text: string; remarks: string[]; at: number[] } {
  const ledger = new SourceLedger(source);
  const traced = cleanText(source, ledger, noSteps);
  return { text: traced.text, remarks: ledger.remarks.map((remark) => remark.text), at: [...traced.at] };
}

describe('cleanText', () => {
  it.each([
    ['tags', '<p>公开<b>为</b>常态</p>', '\n公开为常态\n'],
    [
      'a table row is one line of cells',
      '<tr>\n<td><p>1</p></td>\n<td>公开<br>财政</td></tr>',
      '\n  1 \t 公开 财政\t\n',
    ],
    ['a break in a row of pipes', '| 1 | 县府办<br>县财政局 |', '| 1 | 县府办 县财政局 |'],
    ['scripts', '公开<script>var a = "<b>"</script>透明', '公开透明'],
    ['entities', '公开&nbsp;&ldquo;透明&rdquo;&#12290;', '公开 “透明”。'],
    ['@@', '公开@@@透明', '公开透明'],
    ['full-width digits', '２０２６年ＡＢ', '2026年AB'],
    ['radicals of PDF fonts', '⼯作⻓期', '工作长期'],
    ['zero-width letters', '公\u200b开', '公开'],
    ['line ends', 'a\r\nb\rc\fd', 'a\nb\nc\nd'],
  ])('%s', (_rule, source, want) => {
    expect(clean(source).text).toBe(want);
  });

  it('takes pinyin off where a paper uses it, and nothing else in brackets', () => {
    expect(clean('開(kāi)會(huì)時(shí)們(men)').text).toBe('开会时们');
    expect(clean('政务(app)服务').text).toBe('政务(app)服务');
  });

  it('makes traditional letters simplified with one remark, and leaves simplified papers alone', () => {
    expect(clean('政務公開工作要點').text).toBe('政务公开工作要点');
    expect(clean('显著的乾县公开工作要点和于都县的政务公开').text).toBe(
      '显著的乾县公开工作要点和于都县的政务公开',
    );
  });

  it('knows where every letter came from and remarks what it removed once for each kind', () => {
    const { at, remarks } = clean('甲<b>乙</b>');
    expect(at).toEqual([0, 4]);
    expect(remarks).toEqual(['<b> </b>']);
  });
});
