import { isMessageKind } from '../../features/message/message-form';
import { WriteMessage } from '../../features/message/write-message';
import { RegionGate } from '../../features/region/region-gate';
import { idOf, useParams } from '../../platform';
import { Page } from '../../ui';

export default function MessageNewPage() {
  const { taskId, kind, counter, region: asked } = useParams('messageNew');
  return (
    <RegionGate asked={asked} frame={(content) => <Page title="我要留言">{content}</Page>}>
      {(region) => (
        <WriteMessage
          region={region}
          taskId={idOf(taskId)}
          kind={isMessageKind(kind) ? kind : undefined}
          counter={counter}
        />
      )}
    </RegionGate>
  );
}
