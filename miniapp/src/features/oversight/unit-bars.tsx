import type { UnitBoardRow } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Card, Icon, ProgressBar, Tap, View } from '../../ui';
import { dueCount, figuresWords, shareTone, shareWords } from './board-words';
import './oversight.scss';

/** The share on time of each unit as a bar with its words; a tap opens the unit. */
export function UnitBars({ rows }: { rows: readonly UnitBoardRow[] }) {
  const due = rows.filter((row) => dueCount(row.replies) > 0);
  const rest = rows.filter((row) => dueCount(row.replies) === 0);
  return (
    <Card title="各单位按时答复率">
      {due.length === 0 && <View className="t-2">这段时间还没有到期的留言。</View>}
      {due.map((row) => (
        <Tap
          key={row.unit.id}
          className="unit-bar"
          onTap={() => open('unit', { id: row.unit.id })}
          label={`${row.unit.name}，按时答复率 ${shareWords(row.replies)}，${figuresWords(row.replies)}`}
        >
          <View className="row row--between">
            <View className="grow t-strong">{row.unit.name}</View>
            <Icon name="next" className="unit-bar__arrow" />
          </View>
          <ProgressBar
            percent={(row.replies.share ?? 0) * 100}
            tone={shareTone(row.replies)}
            label="按时答复率"
            value={shareWords(row.replies)}
          />
          <View className="t-note">{figuresWords(row.replies)}</View>
        </Tap>
      ))}
      {rest.length > 0 && (
        <View className="rest-units">
          <View className="t-note">没有到期留言的单位</View>
          {rest.map((row) => (
            <Tap
              key={row.unit.id}
              className="rest-units__one"
              onTap={() => open('unit', { id: row.unit.id })}
            >
              {row.unit.name}
              {row.lights.overdue > 0 ? ` · 逾期任务 ${row.lights.overdue}` : ''}
            </Tap>
          ))}
        </View>
      )}
    </Card>
  );
}
