import {
  messageEndpoints,
  noLights,
  oversightEndpoints,
  taskEndpoints,
  unitEndpoints,
  type ReplyFigures as Figures,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { open, useCall, useSession } from '../../platform';
import { Card, ListRow, Page, QueryView, View } from '../../ui';
import { totalOf } from '../task/light-parts';
import { PeriodChoice } from './board-desk';
import { type BoardPeriod } from './board-words';
import { whatOfLight, whatOfPart } from './items-of';
import { LightFigures } from './light-figures';
import { OverdueMessages, OverdueTasks } from './overdue-lists';
import { ReplyFigures } from './reply-figures';
import './oversight.scss';

const noReplies: Figures = {
  total: 0,
  onTime: 0,
  late: 0,
  openOverdue: 0,
  notYetDue: 0,
  share: null,
  medianHours: null,
  p90Hours: null,
  reclassified: 0,
  paused: 0,
  extended: 0,
  followUps: 0,
  declined: 0,
  reworks: 0,
  lateReworks: 0,
  withdrawn: 0,
};

/** The name of a unit, while it is known. */
export function useUnitName(code: string, id: number): string | null {
  const units = useCall(
    unitEndpoints.list,
    { code, limit: 100 },
    { enabled: code !== '' && id > 0, staleMs: 10 * 60_000 },
  );
  return units.data?.items.find((unit) => unit.id === id)?.name ?? null;
}

/** 单位详情: what one unit has to do and how it answers; each number opens its list. */
export function UnitBoard({ id }: { id: number }) {
  const code = useSession((state) => state.regionCode);
  const [period, setPeriod] = useState<BoardPeriod>('month');
  const board = useCall(oversightEndpoints.board, { code, period }, { enabled: code !== '', keepLast: true });
  const late = useCall(
    taskEndpoints.list,
    { region: code, unit: id, light: 'overdue', limit: 10 },
    { enabled: code !== '' },
  );
  const overdue = useCall(
    messageEndpoints.list,
    { region: code, scope: 'staff', unit: id, clock: 'overdue', limit: 10 },
    { enabled: code !== '' },
  );
  const listed = useUnitName(code, id);
  const row = board.data?.units.find((each) => each.unit.id === id);
  const name = row?.unit.name ?? listed ?? '单位详情';
  const reload = (): Promise<unknown> => Promise.all([board.refetch(), late.refetch(), overdue.refetch()]);
  return (
    <Page title="单位详情" width="full" onRefresh={reload}>
      <View className="stack">
        <View as="h2" className="t-title">
          {name}
        </View>
        <PeriodChoice value={period} onChange={setPeriod} />
        <QueryView query={board}>
          {({ from, to }) => (
            <View className="stack">
              <View className="board-pair">
                <Card title={`${totalOf(row?.lights ?? noLights())} 项任务`} note="截至今天">
                  <LightFigures counts={row?.lights ?? noLights()} unit={id} />
                </Card>
                <Card title="留言答复">
                  <ReplyFigures figures={row?.replies ?? noReplies} period={{ from, to }} unit={id} />
                </Card>
              </View>
              <View className="board-pair">
                <QueryView query={late}>
                  {(tasks) => (
                    <OverdueTasks
                      tasks={tasks.items}
                      total={row?.lights.overdue ?? tasks.items.length}
                      unit={id}
                    />
                  )}
                </QueryView>
                <QueryView query={overdue}>
                  {(page) => <OverdueMessages messages={page.items} unit={id} />}
                </QueryView>
              </View>
              <Card>
                <ListRow
                  icon="tasks"
                  title="全部任务"
                  onTap={() => open('items', { what: whatOfLight(null), unit: id })}
                />
                <ListRow
                  icon="chat"
                  title="全部留言和答复"
                  onTap={() => open('items', { what: whatOfPart('total', null), unit: id })}
                />
              </Card>
            </View>
          )}
        </QueryView>
      </View>
    </Page>
  );
}
