import { ReportProgress } from '../../features/progress/report-progress';
import { back, idOf, useParams } from '../../platform';
import { Page } from '../../ui';

export default function ProgressNewPage() {
  const taskId = idOf(useParams('progressNew').taskId);
  return (
    <ReportProgress
      taskId={taskId}
      onDone={back}
      frame={({ body, foot, reload }) => (
        <Page title="报进展" onRefresh={reload} foot={foot ?? undefined}>
          {body}
        </Page>
      )}
    />
  );
}
