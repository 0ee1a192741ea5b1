import { planEndpoints } from '@sunledger/shared-types';
import { PlanCard } from '../../features/plan/plan-card';
import { RegionGate } from '../../features/region/region-gate';
import { useKeyset, useShareCard, useParams } from '../../platform';
import { Empty, KeysetList, Page, View } from '../../ui';

const title = '历年工作要点';

export default function PlansPage() {
  return (
    <RegionGate asked={useParams('plans').region} frame={(content) => <Page title={title}>{content}</Page>}>
      {(code) => <Plans code={code} />}
    </RegionGate>
  );
}

function Plans({ code }: { code: string }) {
  const list = useKeyset(planEndpoints.list, { code });
  useShareCard(title, 'plans', { region: code });
  return (
    <Page title={title} onRefresh={list.reload}>
      <KeysetList
        {...list}
        itemKey={(plan) => plan.id}
        renderItem={(plan, index) => (
          <View>
            {list.items[index - 1]?.year !== plan.year && (
              <View as="h2" className="t-head plan-year">
                {plan.year}年
              </View>
            )}
            <PlanCard plan={plan} />
          </View>
        )}
        empty={<Empty title="还没有发布工作要点" text="发布后，各年的工作要点都会列在这里。" />}
      />
    </Page>
  );
}
