import { taskEndpoints, type TaskRow } from '@sunledger/shared-types';
import { open, serverToday, useCall } from '../../platform';
import { Card, Item, Items, LightChip, Skeleton, TextLink, View } from '../../ui';
import { useTask } from './use-task';
import { dayWords, taskNumber, unitsShort } from './task-words';

interface LatestProgressProps {
  region: string;
  plan: number;
  count: number;
}

/** The tasks that moved last, in the words of the unit that moved them. */
export function LatestProgress({ region, plan, count }: LatestProgressProps) {
  const ledger = useCall(
    taskEndpoints.list,
    { region, plan, order: 'latest', limit: count },
    { staleMs: 60_000 },
  );
  const newest = ledger.data?.items ?? [];
  return (
    <Card title="最新进展" more={{ text: '全部任务', onTap: () => open('tasks', { plan }) }}>
      {ledger.isLoading && <Skeleton cards={1} />}
      {ledger.error && !ledger.data && (
        <TextLink icon="refresh" onTap={() => void ledger.refetch()}>
          进展没有读到，点这里再试
        </TextLink>
      )}
      {ledger.data && newest.length === 0 && <View className="t-2">各单位还没有报送进展。</View>}
      {newest.length > 0 && (
        <Items>
          {newest.map((task) => (
            <ProgressItem key={task.id} task={task} />
          ))}
        </Items>
      )}
    </Card>
  );
}

/** Reading the task for its newest report also has it ready when it is opened. */
function ProgressItem({ task }: { task: TaskRow }) {
  const detail = useTask(task.id);
  const report = detail.data?.progress.find((entry) => entry.status === 'approved');
  const day = task.lastProgressOn ? dayWords(task.lastProgressOn, serverToday()) : '';
  const number = taskNumber(task.no);
  return (
    <Item onTap={() => open('task', { id: task.id })}>
      {report && <View className="clamp-3">{report.text}</View>}
      {!report && detail.isLoading && <View className="bone" />}
      <View className={report ? 'latest__task t-note clamp-2' : 'latest__task clamp-2'}>
        {number ? `${number} · ${task.text}` : task.text}
      </View>
      <View className="row row--wrap">
        <LightChip light={task.light} more={task.percent < 100 ? `${task.percent}%` : undefined} />
        <View className="t-note">
          {[report?.unitName ?? unitsShort(task.leadUnits), day].filter(Boolean).join(' · ')}
        </View>
      </View>
    </Item>
  );
}
