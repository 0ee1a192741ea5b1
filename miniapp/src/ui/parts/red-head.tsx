import { Tap, Text, View } from '../primitives/primitives';

interface RedHeadProps {
  title: string;
  /** 发文机关; shown large and red, with “文件” where it does not end so. */
  issuer?: string | null;
  /** 文号. */
  number?: string | null;
  /** 成文日期, already in words: 2026年5月12日. */
  date?: string | null;
  /** 主动公开. */
  disclosure?: string | null;
  /** Number and title only. */
  compact?: boolean;
  onTap?: () => void;
}

/** The head of a published document, drawn like the paper it is. */
export function RedHead({ title, issuer, number, date, disclosure, compact, onTap }: RedHeadProps) {
  const notes = [number, compact ? disclosure : null, date].filter(Boolean);
  const inside = (
    <>
      {issuer && !compact && (
        <View className="redhead__issuer">{issuer.endsWith('文件') ? issuer : `${issuer}文件`}</View>
      )}
      {notes.length > 0 && (
        <View className="redhead__note">
          {notes.map((note) => (
            <Text key={note}>{note}</Text>
          ))}
        </View>
      )}
      <View className="redhead__line" silent />
      <View as={onTap ? 'div' : 'h2'} className="redhead__title">
        {title}
      </View>
      {disclosure && !compact && <View className="redhead__note">{`公开属性：${disclosure}`}</View>}
    </>
  );
  const name = compact ? 'redhead redhead--compact' : 'redhead';
  if (!onTap) return <View className={name}>{inside}</View>;
  return (
    <Tap className={name} onTap={onTap}>
      {inside}
    </Tap>
  );
}
