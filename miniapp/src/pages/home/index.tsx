import type { PlanRow, RegionDetail } from '@sunledger/shared-types';
import { PlanHead } from '../../features/plan/plan-head';
import { useNewestPlan } from '../../features/plan/use-plan';
import { PromiseCard } from '../../features/region/promise-card';
import { RegionBar, RegionLink } from '../../features/region/region-bar';
import { RegionFoot } from '../../features/region/region-foot';
import { RegionGate } from '../../features/region/region-gate';
import { useRegion } from '../../features/region/use-region';
import { LatestAnswers } from '../../features/search/latest-answers';
import { LatestProgress } from '../../features/task/latest-progress';
import { LivelihoodCard } from '../../features/task/livelihood-card';
import { LightBoard } from '../../features/task/light-board';
import { ApiError, open, useDisplay, useParams, useShareCard, useTypeScale, useWide } from '../../platform';
import { Card, Empty, Page, QueryView, SearchLink, Skeleton, TextLink, View } from '../../ui';
import { ElderHome } from './elder';
import { SimpleHome } from './simple';
import './index.scss';

const searchHint = '搜索要点、任务、答复，如“补贴”';

export default function HomePage() {
  return (
    <RegionGate
      asked={useParams('home').region}
      frame={(content) => (
        <Page title="阳光台账" tab="home">
          {content}
        </Page>
      )}
    >
      {(code) => <Home code={code} />}
    </RegionGate>
  );
}

function Home({ code }: { code: string }) {
  const region = useRegion(code);
  const newest = useNewestPlan(code);
  const wide = useWide();
  const { mode } = useTypeScale();
  const { simple } = useDisplay();
  const name = region.data?.name ?? '阳光台账';
  useShareCard(region.data ? `${name}政务公开台账：承诺、进度、答复都在这里` : '阳光台账', 'home', {
    region: code,
  });
  const gone = region.error instanceof ApiError && region.error.status === 404;
  return (
    <Page
      title={wide ? name : '阳光台账'}
      tab="home"
      width="full"
      onRefresh={() => Promise.all([region.refetch(), newest.refetch()])}
      action={wide ? <RegionLink /> : undefined}
    >
      {!wide && <RegionBar name={region.data?.name ?? (gone ? '选择地区' : '…')} />}
      {gone ? (
        <Empty
          title="没有找到这个地区"
          text="它可能已经停用，请重新选择。"
          icon="pin"
          action={{ text: '选择地区', onTap: () => open('regions') }}
        />
      ) : (
        <QueryView query={region}>
          {(detail) =>
            newest.plan === undefined && !newest.error ? (
              <Skeleton />
            ) : simple ? (
              <SimpleHome region={detail} plan={newest.plan ?? null} />
            ) : mode === 'elder' ? (
              <ElderHome region={detail} plan={newest.plan ?? null} />
            ) : (
              <FullHome
                region={detail}
                plan={newest.plan ?? null}
                failed={newest.error !== null}
                onRetry={newest.refetch}
              />
            )
          }
        </QueryView>
      )}
    </Page>
  );
}

interface FullHomeProps {
  region: RegionDetail;
  plan: PlanRow | null;
  failed: boolean;
  onRetry: () => unknown;
}

/** Phones: one column. Wide windows: what the government does at the left, what people asked at the right. */
function FullHome({ region, plan, failed, onRetry }: FullHomeProps) {
  const wide = useWide();
  const progress = plan && <LatestProgress region={region.code} plan={plan.id} count={3} />;
  return (
    <View className="home">
      <View className="home__column stack">
        <SearchLink placeholder={searchHint} onTap={() => open('search')} />
        {plan ? (
          <PlanCards plan={plan} plans={region.counts.plans} />
        ) : (
          <Card>
            {failed ? (
              <TextLink icon="refresh" onTap={() => void onRetry()}>
                工作要点没有读到，点这里再试
              </TextLink>
            ) : (
              <View className="t-2">
                {region.name}还没有发布工作要点。发布后，每项任务和进展都会列在这里。
              </View>
            )}
          </Card>
        )}
        {plan && <LivelihoodCard region={region.code} plan={plan.id} count={3} />}
        {wide && progress}
      </View>
      <View className="home__column stack">
        <PromiseCard region={region} />
        <RegionFoot filingNumber={region.filingNumber} />
        {!wide && progress}
        <LatestAnswers region={region.code} count={3} />
      </View>
    </View>
  );
}

function PlanCards({ plan, plans }: { plan: PlanRow; plans: number }) {
  return (
    <>
      <PlanHead plan={plan} link />
      {plan.taskCount > 0 && <LightBoard year={plan.year} plan={plan.id} counts={plan.lights} />}
      {plans > 1 && (
        <View className="home__years">
          <TextLink icon="calendar" onTap={() => open('plans')}>
            历年工作要点（{plans} 份）
          </TextLink>
        </View>
      )}
    </>
  );
}
