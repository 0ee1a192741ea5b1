import { counterEndpoints, unitEndpoints, type Counter } from '@sunledger/shared-types';
import { useState } from 'react';
import { confirm, toast, useKeyset, useSend } from '../../platform';
import { Button, Card, Chip, KeysetList, Picker, Text, TextInput, View } from '../../ui';
import { CounterSheet } from './counter-sheet';
import { ratingLine } from './counter-words';

/** 服务窗口: the office registers counters, prints their codes and sees what people say. */
export function CountersDesk({ code }: { code: string }) {
  const counters = useKeyset(counterEndpoints.list, { code });
  const [shown, setShown] = useState<Counter | null>(null);
  return (
    <View className="stack">
      <NewCounter code={code} onMade={setShown} />
      <Card title="登记的窗口">
        <KeysetList
          {...counters}
          itemKey={(counter) => counter.id}
          renderItem={(counter) => <Row code={code} counter={counter} onShow={() => setShown(counter)} />}
          empty="还没有登记窗口"
        />
      </Card>
      {shown && <CounterSheet code={code} counter={shown} onClose={() => setShown(null)} />}
    </View>
  );
}

function NewCounter({ code, onMade }: { code: string; onMade: (counter: Counter) => void }) {
  const units = useKeyset(unitEndpoints.list, { code, limit: 100 });
  const [unitId, setUnitId] = useState('');
  const [name, setName] = useState('');
  const create = useSend(counterEndpoints.create, { refreshes: [counterEndpoints.list] });
  const submit = async (): Promise<void> => {
    onMade(await create.run({ code, unitId: Number(unitId), name: name.trim() }));
    setName('');
  };
  return (
    <Card title="登记窗口" note="一个窗口一张码，贴在柜台上">
      <View className="stack">
        <Picker
          label="单位"
          value={unitId}
          onChange={setUnitId}
          placeholder="请选择单位"
          choices={units.items
            .filter((unit) => unit.kind !== 'collective')
            .map((unit) => ({ value: String(unit.id), label: unit.name }))}
        />
        <TextInput
          label="窗口名称"
          hint="群众看得懂的，如“二楼3号窗口”"
          value={name}
          onChange={setName}
          maxLength={40}
        />
        <Button onTap={submit} disabled={unitId === '' || name.trim().length < 2}>
          登记并生成二维码
        </Button>
      </View>
    </Card>
  );
}

function Row({ code, counter, onShow }: { code: string; counter: Counter; onShow: () => void }) {
  const close = useSend(counterEndpoints.close, { refreshes: [counterEndpoints.list] });
  const end = async (): Promise<void> => {
    const yes = await confirm({
      title: '停用这个窗口的二维码？',
      text: '已经贴出的码扫了会提示停用；收到的评价留着。',
      confirmText: '停用',
    });
    if (!yes) return;
    await close.run({ code, id: counter.id });
    toast('已停用', 'done');
  };
  return (
    <View className="stack stack--s">
      <View className="row row--wrap">
        <Text className="t-strong grow">{counter.name}</Text>
        {counter.closed && <Chip tone="grey">已停用</Chip>}
      </View>
      <View className="t-note">{counter.unit.name}</View>
      <View className="t-2">{ratingLine(counter.ratings)}</View>
      <View className="row row--wrap">
        <Button kind="plain" inline onTap={onShow} label={`${counter.name}的二维码和评价`}>
          {counter.closed ? '看评价' : '二维码和评价'}
        </Button>
        {!counter.closed && (
          <Button kind="plain" inline onTap={end} label={`停用${counter.name}`}>
            停用
          </Button>
        )}
      </View>
    </View>
  );
}
