import { ManagePlan } from '../../features/plan-import/manage-plan';
import { leaveWork } from '../../features/reply/work-page';
import { idOf, useParams } from '../../platform';
import { Page } from '../../ui';

export default function PlanManagePage() {
  const id = idOf(useParams('planManage').id);
  return (
    <ManagePlan
      id={id}
      onDone={leaveWork}
      frame={({ body, foot, reload }) => (
        <Page title="审核与发布" onRefresh={reload} foot={foot ?? undefined}>
          {body}
        </Page>
      )}
    />
  );
}
