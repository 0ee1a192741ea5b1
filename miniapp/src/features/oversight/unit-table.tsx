import { lightWords, type UnitBoardRow } from '@sunledger/shared-types';
import { useState } from 'react';
import { open } from '../../platform';
import { Card, ProgressBar, SearchBar, shapeOf, Tap, Text, View } from '../../ui';
import { totalOf } from '../task/light-parts';
import { lengthenedWords, shareTone, shareWords } from './board-words';
import { replyPartShapes, replyPartWords, whatOfLight, whatOfPart, type Period } from './items-of';
import { arranged, lightColumns, replyColumns, type Sorting, type UnitColumn } from './unit-order';
import './oversight.scss';

const lateLights: readonly string[] = ['overdue', 'doneLate'];

interface NumberCellProps {
  count: number;
  what: string;
  unit: number;
  label: string;
  late?: boolean;
}

function NumberCell({ count, what, unit, label, late }: NumberCellProps) {
  if (count === 0) {
    return (
      <View className="units__cell units__cell--none" role="cell">
        0
      </View>
    );
  }
  return (
    <View className="units__cell" role="cell">
      <Tap
        className={late ? 'units__number units__number--late' : 'units__number'}
        onTap={() => open('items', { what, unit })}
        label={label}
      >
        <Text>{count}</Text>
      </Tap>
    </View>
  );
}

interface HeadProps {
  column: UnitColumn;
  shape?: string;
  word: string;
  wide?: string;
  sorting: Sorting;
  onSort: (column: UnitColumn) => void;
}

function Head({ column, shape, word, wide, sorting, onSort }: HeadProps) {
  const on = sorting.column === column;
  return (
    <View className={wide ?? 'units__cell'} role="columnheader">
      <Tap
        className={on ? 'units__sort units__sort--on' : 'units__sort'}
        selected={on}
        onTap={() => onSort(column)}
        label={`按${word}排序${on ? (sorting.down ? '，现在从大到小' : '，现在从小到大') : ''}`}
      >
        {shape && <View silent>{shape}</View>}
        <Text>{on ? `${word}${sorting.down ? ' ↓' : ' ↑'}` : word}</Text>
      </Tap>
    </View>
  );
}

/** All units on one wide screen, sorted by any column and narrowed by name; every number opens its list. */
export function UnitTable({ rows: all, period }: { rows: readonly UnitBoardRow[]; period: Period }) {
  const [sorting, setSorting] = useState<Sorting>({ column: 'pressing', down: true });
  const [word, setWord] = useState('');
  const rows = arranged(all, sorting, word);
  const onSort = (column: UnitColumn): void =>
    setSorting({ column, down: sorting.column === column ? !sorting.down : column !== 'name' });
  const head = { sorting, onSort };
  return (
    <Card title="各单位" note="点表头排序，点数字看清单">
      <View className="units__find">
        <SearchBar value={word} onChange={setWord} placeholder="按名称筛选单位" />
      </View>
      {rows.length === 0 && <View className="t-2 mt">没有名称里有“{word}”的单位。</View>}
      <View className="units" role="table" label="各单位的任务和答复">
        <View className="units__row units__row--head" role="row">
          <Head column="name" word="单位" wide="units__name" {...head} />
          <Head column="tasks" word="任务" {...head} />
          {lightColumns.map((light) => (
            <Head key={light} column={light} shape={shapeOf(light)} word={lightWords[light].word} {...head} />
          ))}
          {replyColumns.map((part) => (
            <Head
              key={part}
              column={part}
              shape={replyPartShapes[part]}
              word={replyPartWords[part]}
              {...head}
            />
          ))}
          <Head column="reclassified" word={replyPartWords.reclassified} {...head} />
          <Head column="share" word="按时答复率" wide="units__share" {...head} />
        </View>
        {rows.map(({ unit, lights, replies }) => (
          <View key={unit.id} className="units__row" role="row">
            <View className="units__name" role="cell">
              <Tap className="units__link" onTap={() => open('unit', { id: unit.id })}>
                <Text>{unit.name}</Text>
              </Tap>
            </View>
            <NumberCell
              count={totalOf(lights)}
              what={whatOfLight(null)}
              unit={unit.id}
              label={`${unit.name}全部任务 ${totalOf(lights)} 项`}
            />
            {lightColumns.map((light) => (
              <NumberCell
                key={light}
                count={lights[light]}
                what={whatOfLight(light)}
                unit={unit.id}
                late={lateLights.includes(light)}
                label={`${unit.name}${lightWords[light].word}任务 ${lights[light]} 项`}
              />
            ))}
            {replyColumns.map((part) => (
              <NumberCell
                key={part}
                count={replies[part]}
                what={whatOfPart(part, period)}
                unit={unit.id}
                late={part === 'late' || part === 'openOverdue'}
                label={`${unit.name}${replyPartWords[part]} ${replies[part]} 件`}
              />
            ))}
            <NumberCell
              count={replies.reclassified}
              what={whatOfPart('reclassified', period)}
              unit={unit.id}
              label={[`${unit.name}改类延长 ${replies.reclassified} 件`, lengthenedWords(replies)]
                .filter(Boolean)
                .join('，')}
            />
            <View className="units__share" role="cell">
              {replies.share === null ? (
                <Text className="t-note">没有到期的</Text>
              ) : (
                <ProgressBar
                  percent={replies.share * 100}
                  tone={shareTone(replies)}
                  label={`${unit.name}按时答复率`}
                  value={shareWords(replies)}
                />
              )}
            </View>
          </View>
        ))}
      </View>
    </Card>
  );
}
