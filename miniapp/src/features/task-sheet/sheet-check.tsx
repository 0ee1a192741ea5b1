import type { SheetImport } from '@sunledger/shared-types';
import { Button, Notice, Text, View } from '../../ui';
import '../bulletin/bulletin.scss';

/** More than this nobody compares on a screen. */
const SHOWN = 100;

interface SheetCheckProps {
  name: string;
  result: SheetImport;
  busy: boolean;
  onTake: () => void;
  onDrop: () => void;
}

/** What a sheet would change, or every row and column that stops it. */
export function SheetCheck({ name, result, busy, onTake, onDrop }: SheetCheckProps) {
  const { rows, changes, problems, waiting } = result;
  const bad = problems.length > 0;
  return (
    <View className="mt" live="polite">
      {bad ? (
        <Notice tone="late" icon="warn">
          {name}：{problems.length} 处问题，请在表格里改好后重新选择。没有导入任何内容。
        </Notice>
      ) : (
        <Notice icon="check">
          {name}：{rows} 行，{changes.length === 0 ? '没有改动' : `${changes.length} 处改动`}
          {waiting > 0 ? `；其中 ${waiting} 项已发布，导入后等另一位同事审核` : ''}
        </Notice>
      )}
      {bad
        ? problems.map((problem) => (
            <View key={`${problem.row} ${problem.column} ${problem.message}`} className="sheet-row">
              <View className="t-strong">
                第 {problem.row} 行 · {problem.column}
              </View>
              <View>{problem.message}</View>
            </View>
          ))
        : changes.slice(0, SHOWN).map((change) => (
            <View key={`${change.row} ${change.column}`} className="sheet-row">
              <View className="t-strong">
                第 {change.row} 行{change.no ? `（序号 ${change.no}）` : ''} · {change.column}
              </View>
              <View className="t-note">原：{change.from || '（空）'}</View>
              <View>新：{change.to || '（空）'}</View>
            </View>
          ))}
      {!bad && changes.length > SHOWN && (
        <Text className="t-note">另有 {changes.length - SHOWN} 处改动。</Text>
      )}
      <View className="stack stack--s mt">
        {!bad && changes.length > 0 && (
          <Button onTap={onTake} busy={busy}>
            导入这些改动
          </Button>
        )}
        <Button kind="ghost" onTap={onDrop}>
          {bad || changes.length === 0 ? '知道了' : '不导入'}
        </Button>
      </View>
    </View>
  );
}
