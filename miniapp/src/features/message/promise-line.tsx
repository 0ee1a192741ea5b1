import { messageEndpoints, messageKindWords, type MessageKind } from '@sunledger/shared-types';
import { errorMessage, useCall } from '../../platform';
import { Button, DateReason, View } from '../../ui';

/** The promise before sending: by which day, and why that day. */
export function PromiseLine({ region, kind }: { region: string; kind: MessageKind }) {
  // a minute: after midnight the promise is another one
  const due = useCall(
    messageEndpoints.duePreview,
    { region, kind },
    { enabled: region !== '', staleMs: 60_000 },
  );
  // every inquiry starts as a simple one, the reading in the citizen's favour (reply-rule, Which clock)
  const what = kind === 'inquiry' ? '简单咨询' : messageKindWords[kind];
  if (due.data) return <DateReason due={due.data} what={what} />;
  if (due.error) {
    return (
      <View className="row row--between" role="alert">
        <View className="grow t-note">暂时算不出最迟答复日。{errorMessage(due.error)}</View>
        <Button kind="ghost" inline onTap={() => due.refetch()}>
          再算一次
        </Button>
      </View>
    );
  }
  return (
    <View live="polite" label="正在计算最迟答复日">
      <View className="bone" style={{ width: '70%' }} />
      <View className="bone" style={{ width: '45%' }} />
    </View>
  );
}
