import { ledgerEndpoints } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import { errorMessage, toast, useSend, useSession } from '../../platform';
import { Button, Notice, Segmented, Sheet, View } from '../../ui';
import { refreshedByChanges } from './refreshed';
import { UnitPicker, type PickedUnit } from './unit-picker';

interface AssignSheetProps {
  tasks: readonly number[];
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

type Role = 'lead' | 'responsible';
type Mode = 'set' | 'add';

/** 指定单位: who leads and who answers, for many tasks at once. */
export function AssignSheet({ tasks, open, onClose, onDone }: AssignSheetProps) {
  const region = useSession((state) => state.regionCode);
  const [role, setRole] = useState<Role>('lead');
  const [mode, setMode] = useState<Mode>('set');
  const [picked, setPicked] = useState<Record<Role, PickedUnit[]>>({ lead: [], responsible: [] });
  const assign = useSend(ledgerEndpoints.assign, { refreshes: refreshedByChanges });
  useEffect(() => {
    if (open) setPicked({ lead: [], responsible: [] });
  }, [open]);
  const none = picked.lead.length + picked.responsible.length === 0;
  const send = async (): Promise<void> => {
    const ids = (units: readonly PickedUnit[]): number[] => units.map((unit) => unit.id);
    try {
      await assign.run({
        region,
        tasks: [...tasks],
        leadUnits: ids(picked.lead),
        responsibleUnits: ids(picked.responsible),
        mode,
      });
    } catch (error) {
      // shown in the sheet
      console.warn('the assignment was refused', errorMessage(error));
      return;
    }
    toast(`已指定 ${tasks.length} 项任务的单位`, 'done');
    onClose();
    onDone();
  };
  return (
    <Sheet
      open={open}
      title={`指定单位（${tasks.length} 项任务）`}
      onClose={onClose}
      foot={
        <Button onTap={send} disabled={none} busy={assign.busy}>
          确定
        </Button>
      }
    >
      <Segmented
        label="原有单位"
        value={mode}
        onChange={setMode}
        options={[
          { value: 'set', label: '替换原有单位' },
          { value: 'add', label: '保留并增加' },
        ]}
      />
      <View className="mt-s">
        <Segmented
          label="单位的角色"
          value={role}
          onChange={setRole}
          options={[
            { value: 'lead', label: '牵头', count: picked.lead.length },
            { value: 'responsible', label: '责任', count: picked.responsible.length },
          ]}
        />
      </View>
      <View className="mt-s">
        <UnitPicker
          key={role}
          label={role === 'lead' ? '牵头单位' : '责任单位'}
          picked={picked[role]}
          onChange={(units) => setPicked({ ...picked, [role]: units })}
        />
      </View>
      {assign.error !== null && (
        <Notice tone="late" icon="warn">
          {errorMessage(assign.error)}
        </Notice>
      )}
    </Sheet>
  );
}
