import { draftOf } from './draft-plan';
import { parsePlan } from './parse/parse-plan';

describe('the draft of a paper', () => {
  it('takes one task per table row and hangs it under the section and group it stands in', () => {
    const { points, tasks } = draftOf(
      parsePlan(
        [
          '2026年云溪县政务公开工作要点',
          '一、把大事讲明白',
          '（一）项目公开。重大项目按季公布进度和用款，接受群众查询和监督。',
          '附件：2026年政务公开任务清单',
          ['序号', '重点任务', '牵头单位', '责任单位', '完成时限'].join('\t'),
          '一、把大事讲明白',
          ['1', '公布项目清单', '县发展和改革局', '县财政局', '全年'].join('\t'),
          ['2', '公布用款明细', '县财政局', '', '6月底前'].join('\t'),
        ].join('\n'),
      ),
    );
    expect(points.map(({ level, parent }) => [level, parent])).toEqual([
      ['section', null],
      ['item', 0],
    ]);
    expect(tasks.map(({ no, text, section, point }) => [no, text, section, point])).toEqual([
      ['1', '公布项目清单', '一、把大事讲明白', 0],
      ['2', '公布用款明细', '一、把大事讲明白', 0],
    ]);
    expect(tasks[0]).toMatchObject({ continuous: true, dueOn: '2026-12-31', leadUnits: ['县发展和改革局'] });
  });

  it('takes one task per leaf of the tree where the paper has no table', () => {
    const { points, tasks } = draftOf(
      parsePlan(
        [
          '2026年云溪县政务公开工作要点',
          '一、把服务做细',
          '（一）办好热线。群众来电当天登记、三天回访。（牵头单位：县信访局）',
          '（二）公开目录。公开事项目录每年更新一次，删减已取消的事项。（责任单位：县司法局、县教育局）',
        ].join('\n'),
      ),
    );
    expect(points).toHaveLength(3);
    expect(tasks.map(({ no, text, point, section }) => [no, text, point, section])).toEqual([
      ['（一）', '办好热线。群众来电当天登记、三天回访。', 1, '一、把服务做细'],
      ['（二）', '公开目录。公开事项目录每年更新一次，删减已取消的事项。', 2, '一、把服务做细'],
    ]);
    expect(tasks[0]?.leadUnits).toEqual(['县信访局']);
    expect(tasks[1]?.responsibleUnits).toEqual(['县司法局', '县教育局']);
  });
});
