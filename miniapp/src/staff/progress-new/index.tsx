import { ReportProgress } from '../../features/progress/report-progress';
import { leaveWork } from '../../features/reply/work-page';
import { idOf, useParams } from '../../platform';
import { Page } from '../../ui';

export default function ProgressNewPage() {
  const taskId = idOf(useParams('progressNew').taskId);
  return (
    <ReportProgress
      taskId={taskId}
      onDone={leaveWork}
      frame={({ body, foot, reload }) => (
        <Page title="报进展" onRefresh={reload} foot={foot ?? undefined}>
          {body}
        </Page>
      )}
    />
  );
}
