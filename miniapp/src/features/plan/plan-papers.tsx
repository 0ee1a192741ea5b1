import type { PlanDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { Card, Facts, ListRow, Sheet, View } from '../../ui';
import { paperDate } from './plan-words';
import { ReadMore } from './read-more';

/** What else the paper says: the opening, the closing, to whom it went, its lists of units. */
export function PlanOverview({ plan }: { plan: PlanDetail }) {
  if (!plan.overview) return null;
  return (
    <Card title="总体要求">
      <ReadMore text={plan.overview} />
    </Card>
  );
}

export function PlanPapers({ plan }: { plan: PlanDetail }) {
  const [shown, setShown] = useState<number | null>(null);
  const list = shown === null ? undefined : plan.unitLists[shown];
  const issued = paperDate(plan.issuedOn);
  const printed = paperDate(plan.printedOn);
  return (
    <>
      <Card title="文件信息">
        <Facts
          items={[
            { label: '通知标题', value: plan.noticeTitle },
            { label: '发文机关', value: plan.issuer },
            { label: '主送', value: plan.addressees },
            { label: '成文日期', value: issued },
            { label: '印发日期', value: printed },
            { label: '公开属性', value: plan.disclosure },
            { label: '结语', value: plan.closing ? <ReadMore text={plan.closing} /> : null },
          ]}
        />
        {plan.unitLists.map((units, at) => (
          <ListRow
            key={units.title ?? at}
            icon="building"
            title={units.title ?? '单位名单'}
            value={`${units.units.length} 家`}
            onTap={() => setShown(at)}
          />
        ))}
      </Card>
      <Sheet open={list !== undefined} title={list?.title ?? '单位名单'} onClose={() => setShown(null)}>
        {list?.units.map((name) => (
          <View key={name} className="list-row">
            {name}
          </View>
        ))}
      </Sheet>
    </>
  );
}
