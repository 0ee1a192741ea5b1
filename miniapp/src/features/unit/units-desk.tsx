import { unitEndpoints, unitKindNames, type Unit } from '@sunledger/shared-types';
import { useState } from 'react';
import { useKeyset } from '../../platform';
import { Button, Card, Chip, KeysetList, Text, View } from '../../ui';
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

function UnitRow({ unit, onChange }: { unit: Unit; onChange: () => void }) {
  return (
    <View className="stack stack--s">
      <View className="row row--wrap">
        <Text className="t-strong grow">{unit.name}</Text>
        <Chip tone="grey">{unitKindNames[unit.kind]}</Chip>
      </View>
      {unit.aliases.length > 0 && <View className="t-note">简称：{unit.aliases.join('、')}</View>}
      {unit.members.length > 0 && (
        <View className="t-note clamp-3">
          {unit.members.length} 个成员：{unit.members.map((member) => member.name).join('、')}
        </View>
      )}
      <View>
        <Button kind="plain" inline onTap={onChange} label={`修改${unit.name}`}>
          修改
        </Button>
      </View>
    </View>
  );
}
