import { isMessageKind } from '../../features/message/message-form';
import { WriteMessage } from '../../features/message/write-message';
import { RegionGate } from '../../features/region/region-gate';
import { idOf, useParams, useSession, useShareCard } from '../../platform';
import { Page } from '../../ui';

export default function MessageNewPage() {
  const { taskId, kind, counter, region: asked } = useParams('messageNew');
  const here = useSession((state) => state.regionCode);
  useShareCard('有问题，直接问：最迟哪天答复，提交前就告诉您', 'messageNew', {
    region: asked ?? here,
    taskId,
    kind,
  });
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
