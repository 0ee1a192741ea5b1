import { useEffect, useState } from 'react';
import { FollowUnit } from '../../features/follow/follow-button';
import { RegionGate } from '../../features/region/region-gate';
import { LedgerBar } from '../../features/task/ledger-bar';
import { paramsOf } from '../../features/task/ledger-filters';
import { TaskLedger } from '../../features/task/task-ledger';
import { TaskPane } from '../../features/task/task-pane';
import { useAddress, useLedger, useLedgerFilters } from '../../features/task/use-ledger';
import { idOf, open, useParams, useShareCard, useWide } from '../../platform';
import { Page, SplitView } from '../../ui';

export default function TasksPage() {
  // another region starts with a ledger of its own
  return (
    <RegionGate
      asked={useParams('tasks').region}
      frame={(content) => (
        <Page title="任务" tab="tasks">
          {content}
        </Page>
      )}
    >
      {(code) => <Ledger key={code} code={code} />}
    </RegionGate>
  );
}

function Ledger({ code }: { code: string }) {
  const wide = useWide();
  const { filters, change } = useLedgerFilters();
  const { list, filtered, effective, plan, plans, units, counts } = useLedger(code, filters);
  const unit = units.find((each) => each.id === effective.unit);
  const asked = idOf(useParams('tasks').id);
  const [chosen, setChosen] = useState(asked);
  useEffect(() => setChosen(asked), [asked]);
  // a wide window never stands half empty: the first task is shown until another is chosen
  const selected = wide ? chosen || (list.items[0]?.id ?? 0) : 0;
  const select = (id: number): void => {
    if (!wide) return open('task', { id });
    setChosen(id);
  };
  useAddress(effective, wide ? chosen : 0);
  useShareCard('任务台账：每项任务谁来办、何时办成、办到哪一步', 'tasks', {
    region: code,
    ...paramsOf(effective, 0),
  });
  return (
    <Page title="任务" tab="tasks" width="split" onRefresh={list.reload}>
      <SplitView
        hint="在左侧选择一项任务"
        list={
          <>
            <LedgerBar
              filters={effective}
              onChange={(part) => {
                setChosen(0);
                change(part);
              }}
              plan={plan}
              plans={plans}
              units={units}
              counts={counts}
            />
            {unit && <FollowUnit unit={unit} />}
            <TaskLedger
              list={list}
              selected={selected}
              onSelect={select}
              withYear={plan === 0}
              onClear={filtered ? () => change({ light: '', unit: 0, q: '', plan: null }) : undefined}
            />
          </>
        }
        detail={selected > 0 ? <TaskPane id={selected} /> : null}
      />
    </Page>
  );
}
