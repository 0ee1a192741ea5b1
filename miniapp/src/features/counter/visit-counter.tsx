import { counterEndpoints, REWORK_LEVEL, type CounterPlace, type RatingLevel } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, requireSignIn, toast, useCall, useSend } from '../../platform';
import { Button, Card, ListRow, Notice, QueryView, TextArea, View } from '../../ui';
import { LevelChoice } from '../message/level-choice';

/** What the code on a counter opens: rate the service, or write to the unit. */
export function VisitCounter({ counterKey }: { counterKey: string }) {
  const place = useCall(counterEndpoints.look, { key: counterKey });
  return <QueryView query={place}>{(data) => <Place place={data} />}</QueryView>;
}

function Place({ place }: { place: CounterPlace }) {
  return (
    <View className="stack">
      <Card>
        <View className="t-note">{place.regionName}</View>
        <View className="t-title">{place.name}</View>
        <View className="t-2">{place.unit.name}</View>
      </Card>
      <RateService place={place} />
      <Card className="card--flush">
        <ListRow
          icon="chat"
          title="给这个窗口留言"
          note="直接交给办理单位，按期答复"
          onTap={() => open('messageNew', { counter: place.key, region: place.regionCode })}
        />
        <ListRow
          icon="tasks"
          title="看看今年承诺了什么"
          onTap={() => open('tasks', { region: place.regionCode, unit: place.unit.id })}
        />
      </Card>
    </View>
  );
}

function RateService({ place }: { place: CounterPlace }) {
  const [level, setLevel] = useState<RatingLevel | null>(null);
  const [text, setText] = useState('');
  const [done, setDone] = useState(false);
  const send = useSend(counterEndpoints.rate);
  const submit = async (): Promise<void> => {
    if (level === null || !requireSignIn()) return;
    const said = text.trim();
    await send.run({ key: place.key, level, ...(said === '' ? {} : { text: said }) });
    setDone(true);
    toast('谢谢您的评价', 'done');
  };
  if (done) {
    const low = level !== null && level <= REWORK_LEVEL;
    return (
      <Card title="谢谢您的评价">
        <Notice tone="done" icon="check">
          已经记下，不显示您的姓名。
        </Notice>
        {low && (
          <View className="stack stack--s mt">
            <View className="t-2">想让单位答复您？可以接着写明情况，按投诉的期限办理。</View>
            <Button
              onTap={() =>
                open('messageNew', { counter: place.key, region: place.regionCode, kind: 'complaint' })
              }
            >
              写明情况，请单位答复
            </Button>
          </View>
        )}
      </Card>
    );
  }
  return (
    <Card title="请评价这次服务">
      <LevelChoice value={level} onChange={setLevel} />
      {level !== null && (
        <View className="mt">
          <TextArea
            label="您的意见"
            optional
            value={text}
            onChange={setText}
            maxLength={200}
            rows={3}
            placeholder="哪里好、哪里还可以更好，都可以写"
          />
          <View className="mt-s">
            <Button onTap={submit}>提交评价</Button>
          </View>
          <View className="t-note t-center mt-s">每天可以评价一次</View>
        </View>
      )}
    </Card>
  );
}
