import { oversightEndpoints, taskEndpoints, type UnitPage } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, useCall, useSession } from '../../platform';
import { Card, ListRow, Page, QueryView, View } from '../../ui';
import { totalOf } from '../task/light-parts';
import { PeriodChoice } from './period-choice';
import type { BoardPeriod } from './board-words';
import { ChangeFigures } from './change-figures';
import { HoldingLine } from './holding-line';
import { whatOfLight, whatOfPart } from './items-of';
import { LightFigures } from './light-figures';
import { OverdueMessages, OverdueTasks } from './overdue-lists';
import { ReplyFigures } from './reply-figures';
import { SupervisionFigures } from './supervision-figures';
import { UpdateFigures } from './update-figures';
import { useRoles } from './use-roles';
import './oversight.scss';

/** 单位详情, for everybody: what one unit has to do and how it answers; each number opens its list. */
export function UnitBoard({ id }: { id: number }) {
  const code = useSession((state) => state.regionCode);
  const oversees = useRoles().some((role) => role === 'office' || role === 'official');
  const [period, setPeriod] = useState<BoardPeriod>('month');
  const enabled = code !== '';
  const page = useCall(oversightEndpoints.unitPage, { code, id, period }, { enabled, keepLast: true });
  const late = useCall(
    taskEndpoints.list,
    { region: code, unit: id, light: 'overdue', limit: 10 },
    { enabled },
  );
  const overdue = useCall(
    oversightEndpoints.replyStatsMessages,
    { region: code, part: 'overdueNow', unit: id, limit: 10 },
    { enabled: enabled && oversees },
  );
  const reload = (): Promise<unknown> =>
    Promise.all([page.refetch(), late.refetch(), ...(oversees ? [overdue.refetch()] : [])]);
  return (
    <Page title="单位详情" width="full" onRefresh={reload}>
      <QueryView query={page}>
        {(found) => (
          <View className="stack">
            <View as="h2" className="t-title">
              {found.unit.name}
            </View>
            <PeriodChoice value={period} onChange={setPeriod} />
            <Figures page={found} id={id} />
            <UpdateFigures counts={found.updates} unit={id} />
            <View className="board-pair">
              <QueryView query={late}>
                {(tasks) => <OverdueTasks tasks={tasks.items} total={found.lights.overdue} unit={id} />}
              </QueryView>
              {oversees && (
                <QueryView query={overdue}>
                  {({ items }) => (
                    <OverdueMessages
                      messages={items.flatMap(({ message }) => message ?? [])}
                      total={found.overdueNow}
                      unit={id}
                    />
                  )}
                </QueryView>
              )}
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
    </Page>
  );
}

function Figures({ page, id }: { page: UnitPage; id: number }) {
  const { from, to, lights, replies, changes, supervisions } = page;
  return (
    <>
      <View className="board-pair">
        <Card title={`${totalOf(lights)} 项任务`} note="截至今天">
          <LightFigures counts={lights} unit={id} />
        </Card>
        <Card title="留言答复">
          <ReplyFigures figures={replies} period={{ from, to }} unit={id} />
          <HoldingLine holding={replies.holding} />
        </Card>
      </View>
      <View className="board-pair">
        <ChangeFigures changes={changes} unit={id} />
        {supervisions && <SupervisionFigures counts={supervisions} unit={id} />}
      </View>
    </>
  );
}
