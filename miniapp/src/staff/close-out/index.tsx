import { CloseOutDesk } from '../../features/progress/close-out-desk';
import { leaveWork } from '../../features/reply/work-page';
import { idOf, useParams } from '../../platform';
import { Page } from '../../ui';

export default function CloseOutPage() {
  const id = idOf(useParams('closeOut').id);
  return (
    <CloseOutDesk
      id={id}
      onDone={leaveWork}
      frame={({ body, reload }) => (
        <Page title="核验销号" onRefresh={reload}>
          {body}
        </Page>
      )}
    />
  );
}
