import { messageEndpoints, type InboxItem, type OutputOf } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, useSend, useSession } from '../../platform';
import { Button, Chip, Items, Notice, Sheet, TextArea, View } from '../../ui';
import { refreshedByMoves } from '../reply/refreshed';
import type { UnitChoice } from '../reply/unit-list';
import { UnitPicker } from '../reply/unit-picker';

type Outcome = OutputOf<typeof messageEndpoints.assignMany>['items'][number];

export interface Bulk {
  /** The ids chosen, or null while one is not choosing. */
  chosen: readonly number[] | null;
  start: () => void;
  stop: () => void;
  toggle: (item: InboxItem) => void;
}

/** 批量交办: choosing several messages of one region. */
export function useBulk(): Bulk & { regionId: number } {
  const [chosen, setChosen] = useState<readonly number[] | null>(null);
  const [regionId, setRegionId] = useState(0);
  return {
    chosen,
    regionId,
    start: () => setChosen([]),
    stop: () => setChosen(null),
    toggle: (item) => {
      const now = chosen ?? [];
      if (now.includes(item.id)) return setChosen(now.filter((id) => id !== item.id));
      // another region has other units: the choice begins anew there
      setRegionId(item.regionId);
      setChosen(item.regionId === regionId || now.length === 0 ? [...now, item.id].slice(-50) : [item.id]);
    },
  };
}

interface BulkSheetProps {
  ids: readonly number[];
  regionId: number;
  onClose: () => void;
}

/** To which unit they go, and what became of each. */
export function BulkSheet({ ids, regionId, onClose }: BulkSheetProps) {
  const me = useSession((state) => state.me);
  const code = me?.memberships.find((each) => each.regionId === regionId)?.regionCode ?? '';
  const [unit, setUnit] = useState<UnitChoice | null>(null);
  const [note, setNote] = useState('');
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = useSend(messageEndpoints.assignMany, { refreshes: refreshedByMoves });
  const assign = async (): Promise<void> => {
    if (!unit) return;
    setProblem(null);
    const words = note.trim();
    try {
      const input = { code, ids: [...ids], unitId: unit.id, ...(words === '' ? {} : { note: words }) };
      setOutcomes((await send.run(input)).items);
    } catch (error) {
      setProblem(errorMessage(error));
    }
  };
  if (outcomes) return <Outcomes outcomes={outcomes} unit={unit?.name ?? ''} onClose={onClose} />;
  return (
    <Sheet
      open
      title={`批量交办 ${ids.length} 件`}
      onClose={onClose}
      foot={
        unit && (
          <Button onTap={assign} disabled={note.trim().length === 1}>
            交办到{unit.name}
          </Button>
        )
      }
    >
      <View className="t-2">一次交办到一个单位，各件的期限不变。办不了的会逐件说明原因。</View>
      {unit === null ? (
        <UnitPicker code={code} current={0} taskId={null} onPick={setUnit} />
      ) : (
        <View className="mt">
          <TextArea label="交办要求" optional value={note} onChange={setNote} maxLength={500} rows={2} />
        </View>
      )}
      {problem !== null && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {problem}
          </Notice>
        </View>
      )}
    </Sheet>
  );
}

function Outcomes({
  outcomes,
  unit,
  onClose,
}: {
  outcomes: readonly Outcome[];
  unit: string;
  onClose: () => void;
}) {
  const failed = outcomes.filter(({ done }) => !done);
  const done = outcomes.length - failed.length;
  return (
    <Sheet open title="交办结果" onClose={onClose} foot={<Button onTap={onClose}>知道了</Button>}>
      <View>
        已交办到{unit} {done} 件{failed.length > 0 ? `，${failed.length} 件没有交办：` : '。'}
      </View>
      <Items className="mt-s">
        {failed.map(({ id, message }) => (
          <View key={id} className="row row--wrap">
            <Chip tone="late" shape="✕">
              没有交办
            </Chip>
            <View className="grow">{message}</View>
          </View>
        ))}
      </Items>
    </Sheet>
  );
}
