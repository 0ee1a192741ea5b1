import { lightWords, type Light, type UnitBoardRow } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Card, ProgressBar, shapeOf, Tap, Text, View } from '../../ui';
import { totalOf } from '../task/light-parts';
import { shareTone, shareWords } from './board-words';
import {
  replyPartShapes,
  replyPartWords,
  whatOfLight,
  whatOfPart,
  type Period,
  type ReplyPart,
} from './items-of';
import './oversight.scss';

const lightColumns: readonly Light[] = [
  'overdue',
  'dueSoon',
  'stale',
  'notStarted',
  'onTrack',
  'doneLate',
  'done',
];
const replyColumns: readonly Exclude<ReplyPart, 'total'>[] = ['openOverdue', 'late', 'notYetDue', 'onTime'];
const lateLights: readonly Light[] = ['overdue', 'doneLate'];

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

/** All units on one wide screen; every number opens its list. */
export function UnitTable({ rows, period }: { rows: readonly UnitBoardRow[]; period: Period }) {
  return (
    <Card title="各单位" note="点数字看清单">
      <View className="units" role="table" label="各单位的任务和答复">
        <View className="units__row units__row--head" role="row">
          <View className="units__name" role="columnheader">
            单位
          </View>
          <View className="units__cell" role="columnheader">
            任务
          </View>
          {lightColumns.map((light) => (
            <View key={light} className="units__cell" role="columnheader">
              <View silent>{shapeOf(light)}</View>
              {lightWords[light].word}
            </View>
          ))}
          {replyColumns.map((part) => (
            <View key={part} className="units__cell" role="columnheader">
              <View silent>{replyPartShapes[part]}</View>
              {replyPartWords[part]}
            </View>
          ))}
          <View className="units__share" role="columnheader">
            按时答复率
          </View>
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
