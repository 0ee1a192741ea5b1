import type { UnitBoardRow } from '@sunledger/shared-types';
import { useState } from 'react';
import { open } from '../../platform';
import { Button, Card, Icon, ProgressBar, Tap, View } from '../../ui';
import { dueCount, figuresWords, lengthenedWords, pressingFirst, shareTone, shareWords } from './board-words';
import './oversight.scss';

/** How each unit answers and what is late there; units without either stand behind a button. */
export function UnitBars({ rows }: { rows: readonly UnitBoardRow[] }) {
  const [all, setAll] = useState(false);
  const { pressing, rest } = pressingFirst(rows);
  const shown = all ? [...pressing, ...rest] : pressing;
  return (
    <Card title="各单位" note="按时答复率和逾期任务">
      {shown.length === 0 && <View className="t-2">没有到期的留言，也没有逾期的任务。</View>}
      {shown.map((row) => (
        <UnitRow key={row.unit.id} row={row} />
      ))}
      {rest.length > 0 && (
        <Button kind="plain" onTap={() => setAll(!all)}>
          {all ? '收起' : `看其余 ${rest.length} 个单位`}
        </Button>
      )}
    </Card>
  );
}

function UnitRow({ row: { unit, lights, replies } }: { row: UnitBoardRow }) {
  const words = [
    dueCount(replies) > 0 || replies.notYetDue > 0 ? `留言 ${figuresWords(replies)}` : '没有到期的留言',
    lengthenedWords(replies),
    lights.overdue > 0 ? `逾期任务 ${lights.overdue} 项` : '',
  ];
  const said = words.filter(Boolean).join('；');
  return (
    <Tap className="unit-bar" onTap={() => open('unit', { id: unit.id })}>
      <View className="row row--between">
        <View className="grow t-strong">{unit.name}</View>
        <Icon name="next" className="unit-bar__arrow" />
      </View>
      {replies.share !== null && (
        <ProgressBar
          percent={replies.share * 100}
          tone={shareTone(replies)}
          label="按时答复率"
          value={shareWords(replies)}
        />
      )}
      <View className="t-note">{said}</View>
    </Tap>
  );
}
