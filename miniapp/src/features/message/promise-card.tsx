import { messageEndpoints, messageKindWords, type MessageKind } from '@sunledger/shared-types';
import { errorMessage, useCall } from '../../platform';
import { Button, Card, DateReason, View } from '../../ui';

/** The promise before sending: by which day, and why that day. */
export function PromiseCard({ region, kind }: { region: string; kind: MessageKind }) {
  // a minute: after midnight the promise is another one
  const due = useCall(
    messageEndpoints.duePreview,
    { region, kind },
    { enabled: region !== '', staleMs: 60_000 },
  );
  // every inquiry starts as a simple one, the reading in the citizen's favour (reply-rule, Which clock)
  const what = kind === 'inquiry' ? '简单咨询' : messageKindWords[kind];
  return (
    <Card id="promise" label="最迟答复日">
      {due.data ? (
        <DateReason due={due.data} what={what} />
      ) : due.error ? (
        <View className="row row--wrap row--between" role="alert">
          <View className="grow t-2">暂时算不出最迟答复日。{errorMessage(due.error)}</View>
          <Button kind="ghost" inline onTap={() => due.refetch()}>
            再试一次
          </Button>
        </View>
      ) : (
        <View live="polite" label="正在计算最迟答复日">
          <View className="bone" style={{ width: '70%' }} />
          <View className="bone" style={{ width: '45%' }} />
        </View>
      )}
    </Card>
  );
}
