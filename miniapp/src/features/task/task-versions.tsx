import { taskEndpoints, type TaskVersion } from '@sunledger/shared-types';
import { serverToday, useKeyset } from '../../platform';
import { Card, KeysetList, Text, View } from '../../ui';
import { dayWords } from './task-words';
import { textDifference } from './text-difference';
import './task.scss';

/** Every wording of a task, the newest first, each beside what changed in it. */
export function TaskVersions({ id }: { id: number }) {
  const list = useKeyset(taskEndpoints.versions, { id, limit: 50 });
  return (
    <KeysetList
      {...list}
      itemKey={(version) => version.id}
      renderItem={(version, index) => (
        <VersionCard version={version} before={list.items[index + 1] ?? null} newest={index === 0} />
      )}
      empty={null}
    />
  );
}

interface VersionCardProps {
  version: TaskVersion;
  before: TaskVersion | null;
  newest: boolean;
}

function VersionCard({ version, before, newest }: VersionCardProps) {
  const who = version.changedBy ?? '政务公开办';
  const when = dayWords(version.changedAt.slice(0, 10), serverToday());
  return (
    <Card title={newest ? '现在的文字' : version.reason === null ? '文件原文' : '曾经的文字'} note={when}>
      <View className="t-pre">
        {before ? (
          textDifference(before.text, version.text).map((part, at) => (
            <Text
              key={at}
              className={`difference difference--${part.kind}`}
              label={spoken(part.kind, part.text)}
            >
              {part.text}
            </Text>
          ))
        ) : (
          <Text selectable>{version.text}</Text>
        )}
      </View>
      {version.reason !== null && (
        <View className="t-note mt-s">
          {who}修改：{version.reason}
        </View>
      )}
    </Card>
  );
}

/** A line through a word says nothing to a screen reader. */
function spoken(kind: 'same' | 'added' | 'taken', text: string): string | undefined {
  if (kind === 'same') return undefined;
  return kind === 'added' ? `增加：${text}` : `删去：${text}`;
}
