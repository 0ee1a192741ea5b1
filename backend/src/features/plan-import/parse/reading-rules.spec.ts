import type { ParsedPlan } from '@sunledger/shared-types';
import { parsePlan } from './parse-plan';

// The reading rules of the outer contract, each with a few lines of paper as its evidence.
const read = (...lines: string[]): ParsedPlan => parsePlan(lines.join('\n'));
const outline = (plan: ParsedPlan): unknown =>
  plan.sections.map((section) => [
    section.number,
    section.title,
    section.items.map((item) => [
      item.number,
      item.title,
      item.text,
      ...item.subItems.map((sub) => sub.number),
    ]),
  ]);
const head = ['青禾县2026年政务公开工作要点', '一、强化公开'];

describe('header (rules 1 and 2)', () => {
  it('takes the plan’s own title and the notice’s, the year of the title', () => {
    const plan = read(
      '青禾县人民政府办公室',
      '关于印发2026年政务公开工作',
      '要点的通知',
      '青政办〔2026〕3号',
      '各乡镇：',
      '现印发给你们。',
      '青禾县人民政府办公室',
      '2026年5月2日',
      '2026年政务公开工作',
      '要点',
      '一、强化公开',
    );
    expect(plan).toMatchObject({
      title: '2026年政务公开工作要点',
      noticeTitle: '青禾县人民政府办公室关于印发2026年政务公开工作要点的通知',
      year: 2026,
      issuedOn: '2026-05-02',
      documentNumber: '青政办〔2026〕3号',
      addressees: '各乡镇',
    });
  });
  it('takes the signature before the 印发 line, web dates for neither', () => {
    const plan = read(
      '发布日期：2026-01-01',
      ...head,
      '1.公开预算。',
      '青禾县财政局',
      '2026年2月3日',
      '抄送：县委。',
      '青禾县人民政府办公室 2026年2月4日印发',
    );
    expect(plan).toMatchObject({ issuer: '青禾县财政局', issuedOn: '2026-02-03', printedOn: '2026-02-04' });
  });
  it('goes by the 印发 line, then by the title', () => {
    expect(read(...head, '1.公开预算。', '青禾县人民政府办公室 2026年2月4日印发')).toMatchObject({
      issuer: '青禾县人民政府办公室',
      issuedOn: null,
    });
    expect(read('青禾县教育局2026年政务公开工作要点', '一、强化公开').issuer).toBe('青禾县教育局');
    expect(read(...head).issuer).toBeNull();
  });
});

describe('items (rules 3, 7 and 8)', () => {
  it('a short first sentence or a line of its own is the title', () => {
    expect(outline(read(...head, '（一）晒好账本。公开预算。', '（二）讲清政策', '讲明怎么领。'))).toEqual([
      [
        '一',
        '强化公开',
        [
          ['（一）', '晒好账本', '公开预算。'],
          ['（二）', '讲清政策', '讲明怎么领。'],
        ],
      ],
    ]);
  });
  it('one level is one section without number', () => {
    expect(outline(read(head[0], '一、晒好账本。公开预算。', '二、讲清政策。讲明怎么领。'))).toEqual([
      [
        null,
        null,
        [
          ['一', '晒好账本', '公开预算。'],
          ['二', '讲清政策', '讲明怎么领。'],
        ],
      ],
    ]);
    expect(outline(read(head[0], '1、晒好账本：公开预算。', '2、讲清政策：讲明怎么领。'))).toEqual([
      [
        null,
        null,
        [
          ['1', '晒好账本', '公开预算。'],
          ['2', '讲清政策', '讲明怎么领。'],
        ],
      ],
    ]);
  });
  it('paragraphs without numbers are items of their section, unless other sections have numbered ones', () => {
    expect(
      outline(read(...head, '公开预算和决算。', '公开工程招标。', '二、强化队伍', '办好培训。')),
    ).toEqual([
      [
        '一',
        '强化公开',
        [
          ['一', null, '公开预算和决算。'],
          ['一', null, '公开工程招标。'],
        ],
      ],
      ['二', '强化队伍', [['二', null, '办好培训。']]],
    ]);
    const mixed = read(...head, '公开预算和决算。', '二、强化队伍', '（一）培训。办好培训。');
    expect(mixed.sections[0]).toMatchObject({ text: '公开预算和决算。', items: [] });
  });
  it('numbers may run on through the sections and stand at two levels', () => {
    expect(
      outline(
        read(
          ...head,
          '（一）晒账本',
          '1．公开部门预算和决算，附上说明。',
          '2．公开工程招标和验收的全部结果。',
          '二、强化队伍',
          '3．办好两期培训班并做好考试记录。',
        ),
      ),
    ).toEqual([
      ['一', '强化公开', [['（一）', '晒账本', '', '1', '2']]],
      ['二', '强化队伍', [['3', null, '办好两期培训班并做好考试记录。']]],
    ]);
  });
  it('① and 一是 stay in the text, and so do 1.2. under one note', () => {
    const plan = read(
      ...head,
      '（一）晒账本。一是公开预算。二是公开决算。',
      '①按月。',
      '（二）讲政策',
      '1.讲明怎么领。',
      '2.讲明找谁领。',
      '（责任单位：县税务局）',
    );
    expect(outline(plan)).toEqual([
      [
        '一',
        '强化公开',
        [
          ['（一）', '晒账本', '一是公开预算。二是公开决算。\n①按月。'],
          ['（二）', '讲政策', '1.讲明怎么领。\n2.讲明找谁领。'],
        ],
      ],
    ]);
    expect(plan.sections[0].items[1].responsibleUnits).toEqual(['县税务局']);
  });
  it('several notes in one item are one list, without those of its sub items', () => {
    const [item] = read(
      ...head,
      '（一）晒账本。公开预算（县财政局牵头）。公开招标。（责任单位：县住建局、县财政局）',
      '1.按月公开三公经费的支出情况。（责任单位：县审计局）',
      '2.按季公开专项资金的分配情况。（责任单位：县审计局）',
    ).sections[0].items;
    expect(item).toMatchObject({
      text: '公开预算。公开招标。',
      leadUnits: ['县财政局'],
      responsibleUnits: ['县住建局'],
    });
    expect(item.subItems[0]).toMatchObject({ responsibleUnits: ['县审计局'] });
    expect(item.unitText).toBe('（县财政局牵头）\n（责任单位：县住建局、县财政局）');
  });
  it('a paragraph behind the last item belongs to none', () => {
    expect(
      read(
        ...head,
        '1.公开部门预算和决算。',
        '2.公开工程招标结果。',
        '3.公开惠农补贴名单。',
        '各乡镇要抓好落实。',
      ).closing,
    ).toBe('各乡镇要抓好落实。');
  });
});

describe('units (rules 4 and 5)', () => {
  it('persons, copies and addressees are none; a rule for all items stays a remark', () => {
    const plan = read(
      ...head,
      '（一）晒账本。公开预算。（牵头单位：县财政局，各乡镇，以下责任单位均包含各乡镇；责任人：李四）',
      '抄送：县委办公室、县人大办公室。',
    );
    expect(plan.sections[0].items[0]).toMatchObject({
      leadUnits: ['县财政局', '各乡镇'],
      responsibleUnits: [],
    });
    expect(plan.remarks.some((remark) => remark.kind === 'unitRule')).toBe(true);
  });
  it('brackets in running text are no notes', () => {
    const [item] = read(...head, '（一）村务公开。通过村（居）委会（社区）公开，覆盖乡镇（街道）。')
      .sections[0].items;
    expect(item).toMatchObject({ text: '通过村（居）委会（社区）公开，覆盖乡镇（街道）。', unitText: null });
  });
  it('a note broken over lines, and a closing bracket that is missing', () => {
    expect(
      read(...head, '（一）晒账本。公开预算。（牵头单', '位：县财政局、县审', '计局）').sections[0].items[0]
        .leadUnits,
    ).toEqual(['县财政局', '县审计局']);
    expect(
      read(...head, '（一）晒账本。公开预算。（责任单位：县财政局', '（二）讲政策。讲明怎么领。').sections[0]
        .items[0],
    ).toMatchObject({ responsibleUnits: ['县财政局'], text: '公开预算。' });
  });
});

describe('what is no text (rules 6, 9 and 10)', () => {
  it('contents, page numbers, running heads and drawn lines', () => {
    const plan = read(
      head[0],
      '目录',
      '一、强化公开……1',
      '二、强化队伍……2',
      '- 1 -',
      '一、强化公开',
      '1.公开预算。',
      '────────',
      '第2页 共2页',
      '二、强化队伍',
      '2.办好培训。',
    );
    expect(outline(plan)).toEqual([
      ['一', '强化公开', [['1', null, '公开预算。']]],
      ['二', '强化队伍', [['2', null, '办好培训。']]],
    ]);
  });
  it('the notice’s own 一、二、三', () => {
    const plan = read(
      '关于印发《2026年政务公开工作要点》的通知',
      '各乡镇：',
      '通知如下：',
      '一、提高认识。要重视。',
      '二、抓好落实。要落实。',
      '青禾县人民政府',
      '2026年1月2日',
      '2026年政务公开工作要点',
      '一、强化公开',
      '（一）晒账本。公开预算。',
    );
    expect(outline(plan)).toEqual([['一', '强化公开', [['（一）', '晒账本', '公开预算。']]]]);
  });
  it('a date in a sentence is no deadline, one in a note or on a label line is', () => {
    const items = read(
      ...head,
      '（一）晒账本。年底前公开预算。',
      '（二）讲政策。讲明怎么领。（责任单位：县税务局，9月底前）',
      '（三）办培训。办两期。',
      '完成时限：上半年',
    ).sections[0].items;
    expect(items.map((item) => [item.deadlineText, item.dueOn])).toEqual([
      [null, null],
      ['9月底前', '2026-09-30'],
      ['上半年', '2026-06-30'],
    ]);
  });
});

describe('task tables', () => {
  const columns = ['序号\t工作任务\t牵头单位\t责任单位\t完成时限'];
  it('merged, missing and cut cells are flagged and never units', () => {
    const good = Array.from(
      { length: 8 },
      (_, i) => `${i + 1}\t公开第${i}类。\t县财政局\t县住房和城乡建设局、县农业农村局\t全年`,
    );
    const { tasks, remarks } = read(
      '青禾县2026年政务公开任务清单',
      ...columns,
      ...good,
      '9\t公开补贴。\t县财政局、县农业农\t村局、县住房和城乡建设局\t全年',
      '10\t抓落实。\t县政务公开领导小组\t成员单位\t',
    );
    expect(tasks.slice(0, 8).every((task) => task.flags.length === 0)).toBe(true);
    expect(tasks[8]).toMatchObject({
      leadUnits: ['县财政局'],
      responsibleUnits: ['县住房和城乡建设局'],
      flags: ['unitCut'],
    });
    expect(tasks[9].flags).toEqual(['cellsMerged', 'deadlineMissing']);
    expect(remarks.filter((remark) => remark.kind === 'doubt')).toHaveLength(3);
  });
  it('section rows of a table-only paper are sections, those of a table behind the text are not', () => {
    const table = [
      ...columns,
      '一、强化公开\t\t\t\t',
      '（一）晒账本\t\t\t\t',
      '1\t公开预算。\t县财政局\t\t全年',
    ];
    const alone = read('青禾县2026年政务公开任务清单', ...table);
    expect(outline(alone)).toEqual([['一', '强化公开', []]]);
    expect(alone.tasks[0]).toMatchObject({ section: '一', group: '（一）晒账本' });
    expect(outline(read(...head, '（一）晒账本。公开预算。', '附件', '任务清单', ...table))).toEqual([
      ['一', '强化公开', [['（一）', '晒账本', '公开预算。']]],
    ]);
  });
  it('a list of units and a list of persons', () => {
    const { unitLists } = read(
      ...head,
      '1.公开预算。',
      '附件1',
      '县直有关单位名单',
      '县财政局、县教育局、县委宣传部（县网信办）、市生态环境局',
      '青禾分局。',
      '附件2',
      '领导小组成员名单',
      '组长：王五',
      '成员：赵六、钱七、孙八',
    );
    expect(unitLists).toEqual([
      {
        title: '县直有关单位名单',
        units: ['县财政局', '县教育局', '县委宣传部（县网信办）', '市生态环境局青禾分局'],
      },
    ]);
  });
});

it('says nothing where there is nothing', () => {
  expect(parsePlan('')).toMatchObject({
    title: null,
    sections: [],
    tasks: [],
    remarks: [],
    coverage: { sourceCharacters: 0 },
  });
});
