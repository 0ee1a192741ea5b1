import { unitEndpoints, unitKindNames, type Unit } from '@sunledger/shared-types';
import { useState } from 'react';
import { useKeyset } from '../../platform';
import { Button, Card, KeysetList, ListRow, View } from '../../ui';
import { UnitSheet } from './unit-sheet';

/** 单位: the office keeps the list that papers, tasks and colleagues refer to. */
export function UnitsDesk({ code }: { code: string }) {
  const units = useKeyset(unitEndpoints.list, { code, limit: 50 });
  const [edited, setEdited] = useState<Unit | 'new' | null>(null);
  return (
    <View className="stack">
      <Button icon="plus" onTap={() => setEdited('new')}>
        新增单位
      </Button>
      <Card title="本地区的单位" note="导入工作要点时，按名称和简称认出单位">
        <KeysetList
          {...units}
          itemKey={(unit) => unit.id}
          renderItem={(unit) => <UnitRow unit={unit} onChange={() => setEdited(unit)} />}
          empty="还没有单位"
        />
      </Card>
      {edited && (
        <UnitSheet code={code} unit={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </View>
  );
}

/** A row opens the unit for changing; a county has some dozens. */
function UnitRow({ unit, onChange }: { unit: Unit; onChange: () => void }) {
  return <ListRow title={unit.name} note={noteOf(unit)} value={unitKindNames[unit.kind]} onTap={onChange} />;
}

function noteOf({ aliases, members }: Unit): string | undefined {
  const first = members.slice(0, 3).map((member) => member.name);
  const parts = [
    aliases.length > 0 ? `简称：${aliases.join('、')}` : '',
    members.length > 0
      ? `${members.length} 个成员：${first.join('、')}${members.length > 3 ? '等' : ''}`
      : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('；') : undefined;
}
