import { Text, View } from '../../ui';
import { diffParts } from './diff-parts';
import './reply.scss';

/** Two versions of a text in one: struck out what went, underlined what came; said in words for screen readers. */
export function DiffText({ before, after }: { before: string; after: string }) {
  return (
    <View className="t-pre">
      {diffParts(before, after).map(({ kind, text }, at) =>
        kind === 'same' ? (
          <Text key={at}>{text}</Text>
        ) : (
          <Text key={at} className={kind === 'added' ? 'diff__added' : 'diff__removed'}>
            <Text className="unseen">{kind === 'added' ? '增加：' : '删去：'}</Text>
            {text}
          </Text>
        ),
      )}
    </View>
  );
}
