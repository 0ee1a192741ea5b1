import { formatMonthDay, type ParsedSubItem, type TaskFlag } from '@sunledger/shared-types';
import { Chip, TextLink, View } from '../../ui';
import { flagWords } from './check-words';
import './plan-import.scss';

interface CheckEntryProps {
  number: string | null;
  title: string | null;
  entry: Pick<ParsedSubItem, 'text' | 'leadUnits' | 'responsibleUnits' | 'deadlineText' | 'dueOn'>;
  flags?: readonly TaskFlag[];
  line: number | null;
  onLine: (line: number) => void;
  /** Left out once the import is confirmed. */
  onEdit?: () => void;
}

/** One task or item as it was read, with the ways to its source line and to its fields. */
export function CheckEntry({ number, title, entry, flags = [], line, onLine, onEdit }: CheckEntryProps) {
  const { leadUnits, responsibleUnits, deadlineText, dueOn } = entry;
  const due = dueOn ? `（${dueOn.slice(0, 4)}年${formatMonthDay(dueOn)}）` : '';
  return (
    <View>
      {flags.length > 0 && (
        <View className="row row--wrap">
          {flags.map((flag) => (
            <Chip key={flag} tone="late" shape="▲">
              {flagWords[flag]}
            </Chip>
          ))}
        </View>
      )}
      {(number || title) && <View className="t-strong">{[number, title].filter(Boolean).join(' ')}</View>}
      {entry.text !== '' && <View className="clamp-3">{entry.text}</View>}
      {leadUnits.length > 0 && <View className="t-note">牵头：{leadUnits.join('、')}</View>}
      {responsibleUnits.length > 0 && <View className="t-note">责任：{responsibleUnits.join('、')}</View>}
      {(deadlineText || dueOn) && (
        <View className="t-note">
          时限：{deadlineText ?? ''}
          {due}
        </View>
      )}
      <View className="check-actions">
        {onEdit && (
          <TextLink icon="edit" onTap={onEdit} label={`修改 ${number ?? ''} ${entry.text.slice(0, 12)}`}>
            修改
          </TextLink>
        )}
        {line !== null && (
          <TextLink onTap={() => onLine(line)} label={`看原文第 ${line} 行`}>
            原文第 {line} 行
          </TextLink>
        )}
      </View>
    </View>
  );
}
