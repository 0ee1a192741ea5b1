import type { ParsedItem, ParsedPlan } from '@sunledger/shared-types';
import { useState } from 'react';
import { Card, Empty, Items, Segmented, View } from '../../ui';
import { CheckEntry } from './check-entry';
import { lineOf } from './check-words';
import { itemAt, itemFormOf, withItem, type EntryForm, type ItemPath } from './edit-parsed';
import { EntrySheet } from './entry-sheet';

interface CheckPointsProps {
  parsed: ParsedPlan;
  lines: readonly string[];
  onLine: (line: number) => void;
  onSave: ((parsed: ParsedPlan) => Promise<unknown>) | null;
}

/** The tree of the paper, one section at a time. */
export function CheckPoints({ parsed, lines, onLine, onSave }: CheckPointsProps) {
  const [at, setAt] = useState(0);
  const [path, setPath] = useState<ItemPath | null>(null);
  const [form, setForm] = useState<EntryForm | null>(null);
  const section = parsed.sections[at];
  const edit = (next: ItemPath): void => {
    const item = itemAt(parsed, next);
    if (!item) return;
    setPath(next);
    setForm(itemFormOf(item));
  };
  const close = (): void => {
    setPath(null);
    setForm(null);
  };
  if (!section) {
    return (
      <Card>
        <Empty icon="file" title="没有识别出要点" text="这份文件可能只有任务表；请对照原文确认。" />
      </Card>
    );
  }
  const entry = (item: ParsedItem, index: number) => (
    <View key={index}>
      <CheckEntry
        number={item.number}
        title={item.title}
        entry={item}
        line={lineOf(lines, item.title ?? item.text)}
        onLine={onLine}
        onEdit={onSave ? () => edit({ section: at, item: index, subItem: null }) : undefined}
      />
      {item.subItems.length > 0 && (
        <View className="check-sub">
          <Items>
            {item.subItems.map((sub, subAt) => (
              <CheckEntry
                key={subAt}
                number={sub.number}
                title={sub.title}
                entry={sub}
                line={lineOf(lines, sub.title ?? sub.text)}
                onLine={onLine}
                onEdit={onSave ? () => edit({ section: at, item: index, subItem: subAt }) : undefined}
              />
            ))}
          </Items>
        </View>
      )}
    </View>
  );
  return (
    <View className="stack">
      {parsed.sections.length > 1 && (
        <Segmented
          label="部分"
          value={String(at)}
          onChange={(value) => setAt(Number(value))}
          options={parsed.sections.map((each, index) => ({
            value: String(index),
            label: each.number ?? `第 ${index + 1} 部分`,
          }))}
        />
      )}
      <Card
        title={[section.number, section.title].filter(Boolean).join('、') || '正文'}
        note={`${section.items.length} 条`}
      >
        {section.text && <View className="t-2 clamp-3">{section.text}</View>}
        <Items>{section.items.map(entry)}</Items>
      </Card>
      {onSave && (
        <EntrySheet
          form={form}
          kind="item"
          title="修改要点"
          onSave={(next) => (path ? onSave(withItem(parsed, path, next)) : Promise.resolve())}
          onClose={close}
        />
      )}
    </View>
  );
}
