import { DueExplanation, defaultReplyRule } from '@sunledger/shared-types';

import { type DueRegion, runDue } from './due-command';

async function due(args: string[], regions?: Record<string, DueRegion>) {
  let [out, err] = ['', ''];
  let asked = 0;
  const status = await runDue(args, {
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
    ...(regions && {
      loadRegion: async (code: string) => {
        asked += 1;
        return regions[code] ?? null;
      },
    }),
  });
  return { status, out, err, asked };
}

const region: DueRegion = {
  rule: { ...defaultReplyRule, promisedIn: '云溪县2026年政务公开工作要点第20项' },
  overrides: [{ date: '2026-11-23', working: false, decision: '云政发〔2026〕8号' }],
};

describe('npm run due', () => {
  it('prints the date and its reason for people', async () => {
    const { status, out, err } = await due(['2026-02-14T10:00:00+08:00', '1']);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('最迟　　2026年2月24日（周二）24:00');
    expect(out).toContain('逾期　　2026年2月25日（周三）00:00 起');
    expect(out).toContain('○ 02-15 至 02-23 春节放假\n  ● 02-24 周二 第1个工作日');
  });

  it('--json gives the shape of the contract and nothing else', async () => {
    const { status, out, err } = await due(['2026-11-20T17:00:00+08:00', '1', '--json']);
    expect([status, err]).toEqual([0, '']);
    const answer = DueExplanation.parse(JSON.parse(out));
    expect(answer).toMatchObject({
      receivedOn: '2026-11-20',
      workingDays: 1,
      dueOn: '2026-11-23',
      dueAt: '2026-11-24T00:00:00+08:00',
      provisional: false,
      rule: { startRule: 'nextDay', offHoursReceipt: 'asIs', dayEnd: '24:00' },
    });
    expect(answer.days.map((day) => [day.date, day.counted])).toEqual([
      ['2026-11-21', 0],
      ['2026-11-22', 0],
      ['2026-11-23', 1],
    ]);
  });

  it('says that a date is provisional', async () => {
    expect((await due(['2026-12-31T10:00', '1'])).out).toContain(
      '2027年1月4日（周一）24:00（暂定，以国务院办公厅通知为准）',
    );
  });

  it.each([
    [['2026-10-08T00:30', '1']],
    [['2026-10-08 00:30', '1']],
    [['2026-10-08', '00:30', '1']],
    [['2026-10-07T16:30:00Z', '1']],
    [['--json', '2026-10-08T00:30:00.000+0800', '1']],
  ])('reads %j', async (args) => {
    expect(JSON.parse((await due([...args, '--json'])).out)).toMatchObject({
      receivedAt: '2026-10-08T00:30:00+08:00',
      dueOn: '2026-10-09',
    });
  });

  it('--region uses the rule and the days of the region; without it nothing is opened', async () => {
    const local = await due(['2026-11-20T17:00', '1', '--region', 'yunxi'], { yunxi: region });
    expect(local.out).toContain('○ 11-23 周一 本地区休息（云政发〔2026〕8号）');
    expect(local.out).toContain('依据　　云溪县2026年政务公开工作要点第20项');
    expect((await due(['2026-11-20T17:00', '1', '--region=yunxi'], { yunxi: region })).out).toBe(local.out);
    expect((await due(['2026-11-20T17:00', '1'], { yunxi: region })).asked).toBe(0);
  });

  it('shows a deemed receipt and the close of business', async () => {
    const rule = { ...region.rule, offHoursReceipt: 'deemNextWorkday', dayEnd: 'closeOfBusiness' } as const;
    const { out } = await due(['2026-11-21T10:00', '1', '--region', 'x'], { x: { rule, overrides: [] } });
    expect(out).toContain('视为收到2026年11月23日（周一）');
    expect(out).toContain('最迟　　2026年11月24日（周二）17:30');
  });

  it.each([
    [[], '请写收到时间和工作日数'],
    [['2026-02-13'], '请写收到时间和工作日数'],
    [['2026-02-13', '1', '2', '3'], '请写收到时间和工作日数'],
    [['yesterday', '1'], '看不懂收到时间“yesterday”'],
    [['2026-02-30T10:00', '1'], 'RECEIVED_AT_INVALID'],
    [['2026-02-13T10:00', '0'], 'WORKING_DAYS_INVALID'],
    [['2026-02-13T10:00', '1.5'], 'WORKING_DAYS_INVALID'],
    [['2026-02-13T10:00', '1e1'], 'WORKING_DAYS_INVALID'],
    [['2026-02-13T10:00', '-1'], '不认识选项 -1'],
    [['2030-12-31T10:00', '1'], 'CALENDAR_YEAR_UNKNOWN'],
    [['2026-02-13T10:00', '1', '--jsn'], '不认识选项 --jsn'],
    [['2026-02-13T10:00', '1', '--region'], '--region 后面请写地区代码'],
    [['2026-02-13T10:00', '1', '--region', 'nowhere'], '没有地区“nowhere”'],
  ])('refuses %j with one line and status 2', async (args, text) => {
    const { status, out, err } = await due(args, { yunxi: region });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(text);
    expect(err.trimEnd()).not.toContain('\n');
  });

  it('a region that cannot be read is status 1 in one line', async () => {
    const lines: string[] = [];
    const status = await runDue(['2026-02-13', '1', '--region', 'yunxi'], {
      stdout: () => undefined,
      stderr: (text) => void lines.push(text),
      loadRegion: () => Promise.reject(new Error('connect\nECONNREFUSED')),
    });
    expect([status, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toBe(
      '没有算出期限：connect ECONNREFUSED。请检查数据库设置 DATABASE_URL 或 DATA_DIR 后重试。\n',
    );
  });
});
