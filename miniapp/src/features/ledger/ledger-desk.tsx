import { ledgerEndpoints, planEndpoints, taskEndpoints } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, useKeyset, useSession } from '../../platform';
import { Button, Card, Empty, ListRow, Page, Picker, Segmented, View } from '../../ui';
import { changeTitle, planName } from './change-words';
import { DamagedList } from './damaged-list';
import { AssignSheet } from './assign-sheet';
import { MergeSheet } from './merge-sheet';
import { PickTasks } from './pick-tasks';
import { RequireSheet } from './require-sheet';

type Shown = 'all' | 'nobody' | 'damaged';
type Asked = 'assign' | 'merge' | 'require';

/** 台账办理: the tasks of one plan, several at a time; what waits for a second person; the way to last year's. */
export function LedgerDesk({ asked }: { asked: string | null }) {
  const code = useSession((state) => state.regionCode);
  const plans = useKeyset(planEndpoints.list, { code, drafts: 'true', limit: 30 });
  const [chosen, setChosen] = useState(asked);
  const plan = Number(chosen ?? plans.items[0]?.id ?? 0);
  const [view, setView] = useState<Shown>('all');
  const tasks = useKeyset(taskEndpoints.list, { region: code, plan, limit: 100 }, { enabled: plan > 0 });
  const [picked, setPicked] = useState<number[]>([]);
  const [sheet, setSheet] = useState<Asked | null>(null);
  const shown =
    view === 'nobody'
      ? tasks.items.filter((task) => task.leadUnits.length + task.responsibleUnits.length === 0)
      : tasks.items;
  const done = (): void => {
    setPicked([]);
    void tasks.reload();
  };
  const close = (): void => setSheet(null);
  const foot = picked.length > 0 && view !== 'damaged' && (
    <>
      <Button kind="plain" onTap={() => setSheet('require')}>
        销号要求
      </Button>
      <Button kind="ghost" disabled={picked.length < 2} onTap={() => setSheet('merge')}>
        合并
      </Button>
      <Button onTap={() => setSheet('assign')}>指定单位 {picked.length} 项</Button>
    </>
  );
  return (
    <Page title="台账办理" width="full" onRefresh={tasks.reload} foot={foot || undefined}>
      <View className="stack">
        <Waiting code={code} />
        <Card className="card--flush">
          <ListRow
            icon="refresh"
            title="回头看"
            note="上年度未完成和存疑的任务"
            onTap={() => open('lookBack')}
          />
        </Card>
        {plans.items.length > 0 && (
          <Picker
            label="工作要点"
            value={String(plan)}
            choices={plans.items.map((each) => ({
              value: String(each.id),
              label: planName(each),
            }))}
            onChange={(value) => {
              setChosen(value);
              setPicked([]);
            }}
          />
        )}
        <Segmented
          label="任务"
          value={view}
          onChange={(value) => {
            setView(value);
            setPicked([]);
          }}
          options={[
            { value: 'all', label: '全部' },
            { value: 'nobody', label: '没写单位' },
            { value: 'damaged', label: '原文残缺' },
          ]}
        />
        {plans.state === 'ready' && plans.items.length === 0 ? (
          <Empty title="还没有工作要点" text="先在“导入与发布”里导入一份文件。" />
        ) : view === 'damaged' ? (
          <DamagedList code={code} plan={plan} />
        ) : (
          <PickTasks list={{ ...tasks, items: shown }} picked={picked} onPick={setPicked} />
        )}
      </View>
      <AssignSheet tasks={picked} open={sheet === 'assign'} onClose={close} onDone={done} />
      <RequireSheet tasks={picked} open={sheet === 'require'} onClose={close} onDone={done} />
      <MergeSheet
        tasks={tasks.items.filter((task) => picked.includes(task.id))}
        open={sheet === 'merge'}
        onClose={close}
        onDone={done}
      />
    </Page>
  );
}

/** Changes that wait for the second person. */
function Waiting({ code }: { code: string }) {
  const waiting = useKeyset(ledgerEndpoints.changes, { code, limit: 20 });
  if (waiting.items.length === 0) return null;
  return (
    <Card title="待审核的修改" note={waiting.hasMore ? undefined : `${waiting.items.length} 份`}>
      {waiting.items.map((change) => (
        <ListRow
          key={change.id}
          icon="edit"
          title={changeTitle(change)}
          note={`${change.proposedBy ?? ''}：${change.reason}`}
          onTap={() => open('taskChange', { id: change.id })}
        />
      ))}
      {waiting.hasMore && (
        <Button kind="ghost" onTap={waiting.more} busy={waiting.loadingMore}>
          还有更多
        </Button>
      )}
    </Card>
  );
}
