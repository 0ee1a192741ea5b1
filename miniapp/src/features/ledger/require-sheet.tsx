import { evidenceKinds, evidenceWords, ledgerEndpoints, type EvidenceKind } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import { errorMessage, toast, useCall, useLatest, useSend, useSession } from '../../platform';
import { Button, Check, Notice, Picker, Sheet, View } from '../../ui';
import { refreshedByChanges } from './refreshed';

interface RequireSheetProps {
  tasks: readonly number[];
  /** What one task asks already; nothing for many. */
  asks?: readonly EvidenceKind[];
  checkerId?: number | null;
  open: boolean;
  onClose: () => void;
  onDone?: () => void;
}

/** 销号要求: the evidence that an end must have, and who verifies it. */
export function RequireSheet({
  tasks,
  asks = [],
  checkerId = null,
  open,
  onClose,
  onDone,
}: RequireSheetProps) {
  const region = useSession((state) => state.regionCode);
  const [kinds, setKinds] = useState<EvidenceKind[]>([]);
  const [checker, setChecker] = useState('');
  const people = useCall(ledgerEndpoints.checkers, { code: region }, { enabled: open });
  const require = useSend(ledgerEndpoints.require, { refreshes: refreshedByChanges });
  const begin = useLatest(() => {
    setKinds([...asks]);
    setChecker(checkerId === null ? 'office' : String(checkerId));
  });
  useEffect(() => {
    // the sheet begins anew each time it is opened
    if (open) begin.current();
  }, [open, begin]);
  const send = async (): Promise<void> => {
    try {
      await require.run({
        region,
        tasks: [...tasks],
        evidence: kinds,
        checkerId: checker === 'office' ? null : Number(checker),
      });
    } catch (error) {
      // shown in the sheet
      console.warn('the requirement was refused', errorMessage(error));
      return;
    }
    toast('销号要求已保存', 'done');
    onClose();
    onDone?.();
  };
  const choices = [
    { value: 'office', label: '政务公开办' },
    ...(people.data?.items ?? []).map((person) => ({
      value: String(person.accountId),
      label: [person.name, ...person.units.map((unit) => unit.name)].join(' · '),
    })),
  ];
  return (
    <Sheet
      open={open}
      title={`销号要求（${tasks.length} 项任务）`}
      onClose={onClose}
      foot={
        <Button onTap={send} busy={require.busy}>
          保存
        </Button>
      }
    >
      <View className="stack">
        <View role="group" label="必备佐证">
          <View className="t-strong">必备佐证（缺一项不能销号）</View>
          {evidenceKinds.map((kind) => (
            <Check
              key={kind}
              title={evidenceWords[kind]}
              checked={kinds.includes(kind)}
              onChange={(on) => setKinds(on ? [...kinds, kind] : kinds.filter((each) => each !== kind))}
            />
          ))}
        </View>
        <Picker
          label="核验人"
          hint="应在责任单位以外"
          value={checker}
          choices={choices}
          onChange={setChecker}
        />
        {require.error !== null && (
          <Notice tone="late" icon="warn">
            {errorMessage(require.error)}
          </Notice>
        )}
      </View>
    </Sheet>
  );
}
