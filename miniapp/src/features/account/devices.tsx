import { formatMonthDayWeekday, sessionEndpoints, type OpenSession } from '@sunledger/shared-types';
import { confirm, inWechat, open, toast, useCall, useSend } from '../../platform';
import { Button, Card, Chip, ListRow, QueryView, Text, View } from '../../ui';
import { useProof } from './use-proof';

/** Where the account is signed in, and ending that from here. */
export function Devices() {
  const sessions = useCall(sessionEndpoints.list, {});
  return (
    <View className="stack">
      <QueryView query={sessions}>
        {({ items }) => (
          <Card title="登录着的设备">
            <View className="t-note">不认识的，请让它退出。</View>
            <View className="stack mt-s">
              {items.map((item) => (
                <Device key={item.id} session={item} />
              ))}
            </View>
            {items.length > 1 && <EndOthers count={items.length - 1} />}
          </Card>
        )}
      </QueryView>
      {inWechat && (
        <Card className="card--flush">
          <ListRow icon="me" title="扫码登录电脑" onTap={() => open('scan')} />
        </Card>
      )}
    </View>
  );
}

/** A lost phone, a computer of the hall: everything but this device is signed out in one step; it asks again who acts. */
function EndOthers({ count }: { count: number }) {
  const proof = useProof();
  const end = useSend(sessionEndpoints.endOthers, { refreshes: [sessionEndpoints.list] });
  const leave = async (): Promise<void> => {
    const yes = await confirm({
      title: `让其他 ${count} 台设备都退出？`,
      text: '只留下您手上这一台。其他设备上要重新登录才能用。',
      confirmText: '全部退出',
      danger: true,
    });
    if (!yes) return;
    await proof.run(async () => {
      const { ended } = await end.run({});
      toast(`已让 ${ended} 台设备退出`, 'done');
    });
  };
  return (
    <View className="mt">
      <Button kind="danger" icon="exit" onTap={leave}>
        让其他设备全部退出
      </Button>
      {proof.sheet}
    </View>
  );
}

function Device({ session }: { session: OpenSession }) {
  const end = useSend(sessionEndpoints.end, { refreshes: [sessionEndpoints.list] });
  const leave = async (): Promise<void> => {
    const yes = await confirm({ title: '让这台设备退出？', text: session.device, confirmText: '让它退出' });
    if (!yes) return;
    await end.run({ id: session.id });
    toast('已退出', 'done');
  };
  return (
    <View className="stack stack--s">
      <View className="row row--wrap">
        <Text className="t-strong grow">{session.device}</Text>
        {session.current && <Chip tone="going">本机</Chip>}
      </View>
      <View className="t-note">
        {formatMonthDayWeekday(session.startedAt.slice(0, 10))}登录，
        {formatMonthDayWeekday(session.lastUsedAt.slice(0, 10))}用过
      </View>
      {!session.current && (
        <View className="mt-s">
          <Button kind="plain" inline onTap={leave}>
            让它退出
          </Button>
        </View>
      )}
    </View>
  );
}
