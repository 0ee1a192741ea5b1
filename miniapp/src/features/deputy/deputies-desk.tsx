import { deputyEndpoints, type Deputy } from '@sunledger/shared-types';
import { useState } from 'react';
import { confirm, errorMessage, rolesIn, toast, useKeyset, useSend, useSession } from '../../platform';
import { Button, Card, Chip, Empty, KeysetList, Page, Segmented, View } from '../../ui';
import { deputyDays, deputyMarks } from './deputy-words';
import { NameDeputySheet } from './name-deputy-sheet';

type Side = 'named' | 'standIn';

/** AB角: whom one has named, for whom one stands in, and how it was before. */
export function DeputiesDesk() {
  const me = useSession((state) => state.me);
  const region = useSession((state) => state.regionCode);
  const [side, setSide] = useState<Side>('named');
  const [naming, setNaming] = useState(false);
  const list = useKeyset(deputyEndpoints.list, { side, limit: 30 });
  const handles = rolesIn(me, region).includes('handler');
  return (
    <Page
      title="AB角代办"
      onRefresh={list.reload}
      foot={
        handles && side === 'named' ? <Button onTap={() => setNaming(true)}>指定代办人</Button> : undefined
      }
    >
      <View className="stack">
        <View className="t-2">
          不在岗的日子，请一位同单位的同事代办：提醒同时发给代办人，您认领的留言代办人可以直接接手。代办人不能审核自己起草的答复。
        </View>
        <Segmented
          label="代办"
          value={side}
          onChange={setSide}
          options={[
            { value: 'named', label: '我指定的' },
            { value: 'standIn', label: '我代办的' },
          ]}
        />
        <KeysetList
          {...list}
          itemKey={(item) => item.id}
          renderItem={(item) => <DeputyCard deputy={item} side={side} />}
          empty={
            side === 'named' ? (
              <Empty icon="swap" title="还没有指定过代办人" text="出差、休假之前指定好，期限到了也有人办。" />
            ) : (
              <Empty icon="swap" title="没有请您代办的事" text="同事请您代办时，会在提醒里告诉您。" />
            )
          }
        />
      </View>
      {naming && <NameDeputySheet onClose={() => setNaming(false)} />}
    </Page>
  );
}

function DeputyCard({ deputy, side }: { deputy: Deputy; side: Side }) {
  const end = useSend(deputyEndpoints.end, { refreshes: [deputyEndpoints.list] });
  const mark = deputyMarks[deputy.state];
  const running = deputy.state === 'now' || deputy.state === 'coming';
  const stop = async (): Promise<void> => {
    const yes = await confirm({
      title: `结束请${deputy.deputy.name}代办？`,
      text: '结束后提醒不再发给代办人，记录仍然保留。',
      confirmText: '结束代办',
    });
    if (!yes) return;
    try {
      await end.run({ id: deputy.id });
      toast('已结束代办', 'done');
    } catch (error) {
      toast(errorMessage(error));
    }
  };
  return (
    <Card edge={running ? mark.tone : undefined}>
      <View className="row row--wrap">
        <Chip tone={mark.tone} shape={mark.shape}>
          {mark.word}
        </Chip>
        <View className="t-note">{deputy.unit.name}</View>
      </View>
      <View className="t-strong mt-s">
        {side === 'named' ? `${deputy.deputy.name}代我办` : `我代${deputy.account.name}办`}
      </View>
      <View className="t-2">{deputyDays(deputy)}</View>
      {side === 'named' && running && (
        <View className="mt-s">
          <Button kind="plain" inline onTap={stop}>
            提前结束
          </Button>
        </View>
      )}
    </Card>
  );
}
