import {
  madeUnitKinds,
  unitEndpoints,
  unitKindNames,
  type MadeUnitKind,
  type Unit,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { fieldMessage, toast, useKeyset, useSend } from '../../platform';
import { Button, Check, Picker, Sheet, TextArea, TextInput, View } from '../../ui';
import { SheetProblem } from '../reply/sheet-problem';
import { namesIn } from './unit-words';

interface UnitSheetProps {
  code: string;
  /** Null for a new one. */
  unit: Unit | null;
  onClose: () => void;
}

/** Name, kind, short names; for a collective unit who belongs to it. */
export function UnitSheet({ code, unit, onClose }: UnitSheetProps) {
  const [name, setName] = useState(unit?.name ?? '');
  const [kind, setKind] = useState<MadeUnitKind>(madeKindOf(unit));
  const [aliases, setAliases] = useState((unit?.aliases ?? []).join('\n'));
  const [members, setMembers] = useState<readonly number[]>(unit?.members.map((member) => member.id) ?? []);
  const refreshes = [unitEndpoints.list];
  const create = useSend(unitEndpoints.create, { refreshes });
  const change = useSend(unitEndpoints.change, { refreshes });
  const problem = unit ? change.error : create.error;
  const collective = unit ? unit.kind === 'collective' : kind === 'collective';
  // the office and collective units stay what they are
  const fixed = unit !== null && (unit.kind === 'office' || unit.kind === 'collective');
  const kinds = madeUnitKinds.filter((each) => unit === null || each !== 'collective');
  const save = async (): Promise<void> => {
    const written = {
      code,
      name: name.trim(),
      aliases: namesIn(aliases),
      memberIds: collective ? [...members] : [],
    };
    try {
      if (unit) await change.run({ ...written, id: unit.id, ...(fixed ? {} : { kind }) });
      else await create.run({ ...written, kind });
    } catch (error) {
      // shown in the sheet
      console.warn('the unit was refused', error);
      return;
    }
    toast(unit ? '已修改' : '已新增', 'done');
    onClose();
  };
  return (
    <Sheet
      open
      title={unit ? '修改单位' : '新增单位'}
      onClose={onClose}
      foot={
        <Button onTap={save} disabled={name.trim().length < 2 || (collective && members.length === 0)}>
          保存
        </Button>
      }
    >
      <View className="stack">
        <TextInput
          label="单位名称"
          hint="写文件里用的全称，如“县住房和城乡建设局”"
          value={name}
          onChange={setName}
          maxLength={100}
          error={fieldMessage(problem, 'name')}
        />
        {!fixed && (
          <Picker
            label="类别"
            value={kind}
            onChange={setKind}
            choices={kinds.map((value) => ({ value, label: unitKindNames[value] }))}
          />
        )}
        <TextArea
          label="简称"
          optional
          hint="一行一个，如“县住建局”"
          value={aliases}
          onChange={setAliases}
          rows={3}
          maxLength={1000}
        />
        {collective && <Members code={code} own={unit?.id ?? 0} chosen={members} onChange={setMembers} />}
      </View>
      <SheetProblem problem={problem} />
    </Sheet>
  );
}

const madeKindOf = (unit: Unit | null): MadeUnitKind =>
  madeUnitKinds.find((kind) => kind === unit?.kind) ?? 'department';

/** Who belongs to 县属有关单位. */
function Members({
  code,
  own,
  chosen,
  onChange,
}: {
  code: string;
  own: number;
  chosen: readonly number[];
  onChange: (ids: readonly number[]) => void;
}) {
  const units = useKeyset(unitEndpoints.list, { code, limit: 100 });
  return (
    <View>
      <View className="field__label">成员单位（{chosen.length}）</View>
      {units.items
        .filter((unit) => unit.kind !== 'collective' && unit.id !== own)
        .map((unit) => (
          <Check
            key={unit.id}
            title={unit.name}
            checked={chosen.includes(unit.id)}
            onChange={(yes) => onChange(yes ? [...chosen, unit.id] : chosen.filter((id) => id !== unit.id))}
          />
        ))}
    </View>
  );
}
