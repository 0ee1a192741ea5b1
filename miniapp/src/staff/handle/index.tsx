import { HandleMessage } from '../../features/reply/handle-message';
import { leaveWork, WorkPage } from '../../features/reply/work-page';
import { idOf, useParams, useWide } from '../../platform';

export default function HandlePage() {
  const id = idOf(useParams('handle').id);
  const wide = useWide();
  return (
    <HandleMessage
      id={id}
      columns={wide}
      onDone={leaveWork}
      frame={(parts) => <WorkPage title="办理留言" {...parts} />}
    />
  );
}
