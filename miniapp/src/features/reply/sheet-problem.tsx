import { errorMessage } from '../../platform';
import { Notice, View } from '../../ui';

/** A refusal, in the sheet in which the words were written. */
export function SheetProblem({ problem }: { problem: unknown }) {
  if (problem === null || problem === undefined) return null;
  return (
    <View className="mt">
      <Notice tone="late" icon="warn">
        {errorMessage(problem)}
      </Notice>
    </View>
  );
}
