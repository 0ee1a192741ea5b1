import { usePlan } from '../../features/plan/use-plan';
import { PlanReader } from '../../features/plan/plan-reader';
import { idOf, open, useParams, useShareCard } from '../../platform';
import { Button, Page, QueryView } from '../../ui';

export default function PlanPage() {
  const params = useParams('plan');
  const id = idOf(params.id);
  const plan = usePlan(id);
  useShareCard(plan.data?.title ?? '工作要点', 'plan', { id });
  return (
    <Page
      title="工作要点"
      width="full"
      onRefresh={() => plan.refetch()}
      foot={
        plan.data && (
          <>
            {plan.data.taskCount > 0 && (
              <Button kind="ghost" onTap={() => open('tasks', { plan: id })}>
                任务台账
              </Button>
            )}
            <Button onTap={() => open('messageNew')}>我要留言</Button>
          </>
        )
      }
    >
      <QueryView query={plan}>
        {(detail) => <PlanReader key={detail.id} plan={detail} point={idOf(params.point)} />}
      </QueryView>
    </Page>
  );
}
