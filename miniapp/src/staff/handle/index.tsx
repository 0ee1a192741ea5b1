import { HandleMessage } from '../../features/reply/handle-message';
import { WorkPage } from '../../features/reply/work-page';
import { back, idOf, useParams, useWide } from '../../platform';

export default function HandlePage() {
  const id = idOf(useParams('handle').id);
  const wide = useWide();
  return (
    <HandleMessage
      id={id}
      columns={wide}
      onDone={back}
      frame={(parts) => <WorkPage title="办理留言" {...parts} />}
    />
  );
}
