import { deadlineFeedEndpoints, type UnitRef } from '@sunledger/shared-types';
import { useState } from 'react';
import { absoluteAddress, copyText, errorMessage, toast, useCall, useSend, useSession } from '../../platform';
import { Button, Card, Notice, QueryView, Text, View } from '../../ui';

/** Deadlines in the calendar of one's own phone: an address per unit, shown once. */
export function FeedCard({ code }: { code: string }) {
  const me = useSession((state) => state.me);
  const feeds = useCall(deadlineFeedEndpoints.mine, {});
  const units = new Map<number, UnitRef>();
  for (const { regionCode, unitId, unitName } of me?.memberships ?? []) {
    if (regionCode === code && unitId !== null) units.set(unitId, { id: unitId, name: unitName ?? '' });
  }
  if (units.size === 0) return null;
  return (
    <Card title="期限日历" note="手机日历订阅">
      <View className="t-2">
        在手机或电脑的日历里“添加订阅”，任务时限和留言答复期限会自动出现，只有编号，没有内容。
      </View>
      <QueryView query={feeds}>
        {({ items }) => (
          <View className="stack stack--s mt">
            {[...units.values()].map((unit) => (
              <UnitFeed key={unit.id} unit={unit} opened={items.some((feed) => feed.unit.id === unit.id)} />
            ))}
          </View>
        )}
      </QueryView>
    </Card>
  );
}

function UnitFeed({ unit, opened }: { unit: UnitRef; opened: boolean }) {
  const refreshes = [deadlineFeedEndpoints.mine];
  const make = useSend(deadlineFeedEndpoints.open, { refreshes });
  const close = useSend(deadlineFeedEndpoints.close, { refreshes });
  const [address, setAddress] = useState<string | null>(null);
  const problem = make.error ?? close.error;
  const start = async (): Promise<void> => {
    try {
      const { path } = await make.run({ unit: unit.id });
      const made = absoluteAddress(path);
      setAddress(made);
      if (await copyText(made)) toast('地址已复制', 'done');
    } catch (error) {
      // shown below the buttons
      console.warn('no address was made', errorMessage(error));
    }
  };
  const stop = async (): Promise<void> => {
    try {
      await close.run({ unit: unit.id });
      setAddress(null);
      toast('已停用', 'done');
    } catch (error) {
      // shown below the buttons
      console.warn('the address was not stopped', errorMessage(error));
    }
  };
  return (
    <View className="stack stack--s">
      <View className="t-strong">{unit.name}</View>
      {address !== null && (
        <Notice icon="shield">
          <Text className="feed__address">{address}</Text>
          <View className="t-note">只显示这一次；谁有这个地址谁就能看，请勿转发。</View>
        </Notice>
      )}
      <Button kind="ghost" icon="calendar" busy={make.busy} onTap={start}>
        {opened ? '换一个新地址（旧的失效）' : '生成日历地址并复制'}
      </Button>
      {opened && (
        <Button kind="plain" busy={close.busy} onTap={stop}>
          停用这个地址
        </Button>
      )}
      {problem !== null && (
        <Notice tone="late" icon="warn">
          {errorMessage(problem)}
        </Notice>
      )}
    </View>
  );
}
