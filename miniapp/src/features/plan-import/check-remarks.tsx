import type { PlanRemark } from '@sunledger/shared-types';
import { useState } from 'react';
import { Button, Card, Chip, Empty, Item, Items, Text, View } from '../../ui';
import { remarkTone, remarkWords, sortedRemarks } from './check-words';
import './plan-import.scss';

interface RemarksProps {
  remarks: readonly PlanRemark[];
  focus: number;
  onLine: (line: number) => void;
}

const few = 20;

/** What the reader is not sure of comes first; each remark leads to its line of the source. */
export function CheckRemarks({ remarks, focus, onLine }: RemarksProps) {
  const { look, aside } = sortedRemarks(remarks);
  const [showAside, setShowAside] = useState(false);
  const [count, setCount] = useState(few);
  return (
    <View className="stack">
      <Card title="请对照原文看一看" note={`${look.length} 条`}>
        {look.length === 0 ? (
          <Empty icon="check" title="没有存疑的地方" text="每个字都放进了字段，或者列在下面。" />
        ) : (
          <Items>
            {look.slice(0, count).map((remark, at) => (
              <RemarkRow key={at} remark={remark} on={remark.line === focus} onLine={onLine} />
            ))}
          </Items>
        )}
        {look.length > count && (
          <View className="mt">
            <Button kind="plain" onTap={() => setCount(count + few)}>
              再看 {Math.min(few, look.length - count)} 条
            </Button>
          </View>
        )}
      </Card>
      {aside.length > 0 && (
        <Card title="放在一边的文字" note={`${aside.length} 条`}>
          <View className="t-2">页码、目录、版头、抄送这类，原文里留着，不进任务。</View>
          <View className="mt-s">
            <Button kind="plain" onTap={() => setShowAside(!showAside)}>
              {showAside ? '收起' : '展开看看'}
            </Button>
          </View>
          {showAside && (
            <Items className="mt">
              {aside.slice(0, 60).map((remark, at) => (
                <RemarkRow key={at} remark={remark} on={remark.line === focus} onLine={onLine} />
              ))}
            </Items>
          )}
        </Card>
      )}
    </View>
  );
}

function RemarkRow({
  remark,
  on,
  onLine,
}: {
  remark: PlanRemark;
  on: boolean;
  onLine: (line: number) => void;
}) {
  return (
    <Item
      onTap={() => onLine(remark.line)}
      label={`${remarkWords[remark.kind]}，${remark.message}，看原文第 ${remark.line} 行`}
    >
      <View className="row row--wrap row--between">
        <Chip tone={remarkTone(remark)}>{remarkWords[remark.kind]}</Chip>
        <Text className={on ? 'check-row__where t-strong' : 'check-row__where'}>原文第 {remark.line} 行</Text>
      </View>
      <View className="clamp-3 mt-s">{remark.text}</View>
      <View className="t-note">{remark.message}</View>
    </Item>
  );
}
