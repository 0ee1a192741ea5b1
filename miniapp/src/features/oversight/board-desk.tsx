import { oversightEndpoints, type Board } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, useCall, usePageShow, useWide } from '../../platform';
import { Button, Card, Page, QueryView, View } from '../../ui';
import { LightMonths } from '../light-history/light-months';
import { RegionGate } from '../region/region-gate';
import { totalOf } from '../task/light-parts';
import type { BoardPeriod } from './board-words';
import { BoardWaiting } from './board-waiting';
import { PeriodChoice } from './period-choice';
import { LightFigures } from './light-figures';
import { OverdueMessages, OverdueTasks } from './overdue-lists';
import { ReplyFigures } from './reply-figures';
import { ChangeFigures } from './change-figures';
import { SectionBars } from './section-bars';
import { SupervisionFigures } from './supervision-figures';
import { UnitBars } from './unit-bars';
import { UnitTable } from './unit-table';
import { UpdateFigures } from './update-figures';
import './oversight.scss';

interface BoardDeskProps {
  /** Set for the office, which comes here from its desk. */
  onLeave?: () => void;
}

/** The third tab of officials, as a whole page: what is late and who owns it. */
export function BoardDesk({ onLeave }: BoardDeskProps) {
  return (
    <RegionGate
      frame={(content) => (
        <Page title="督办看板" tab="desk" width="full">
          {content}
        </Page>
      )}
    >
      {(code) => <BoardPage key={code} code={code} onLeave={onLeave} />}
    </RegionGate>
  );
}

function BoardPage({ code, onLeave }: BoardDeskProps & { code: string }) {
  const [period, setPeriod] = useState<BoardPeriod>('month');
  const board = useCall(oversightEndpoints.board, { code, period }, { keepLast: true });
  usePageShow(() => void board.refetch());
  return (
    <Page title="督办看板" tab="desk" width="full" onRefresh={board.refetch}>
      <View className="stack">
        {onLeave && (
          <Button kind="ghost" icon="desk" onTap={onLeave}>
            回到待办
          </Button>
        )}
        <Button kind="ghost" icon="file" onTap={() => open('reports')}>
          台账与通报
        </Button>
        {!onLeave && <BoardWaiting />}
        <PeriodChoice value={period} onChange={setPeriod} />
        <QueryView query={board}>{(found) => <BoardBody code={code} board={found} />}</QueryView>
      </View>
    </Page>
  );
}

function BoardBody({ code, board }: { code: string; board: Board }) {
  const wide = useWide();
  const period = { from: board.from, to: board.to };
  return (
    <View className="stack">
      <View className="board-pair">
        <Card title={`${totalOf(board.lights)} 项任务`} note="截至今天">
          <LightFigures counts={board.lights} />
        </Card>
        <Card title="留言答复" more={{ text: '全部统计', onTap: () => open('figures') }}>
          <ReplyFigures figures={board.replies} period={period} />
        </Card>
      </View>
      <View className="board-pair">
        <ChangeFigures changes={board.changes} />
        <SupervisionFigures counts={board.supervisions} />
      </View>
      <View className="board-pair">
        <UpdateFigures counts={board.updates} />
        <LightMonths code={code} first={2} />
      </View>
      {wide ? <UnitTable rows={board.units} period={period} /> : <UnitBars rows={board.units} />}
      <SectionBars sections={board.sections} />
      <View className="board-pair">
        <OverdueTasks tasks={board.overdueTasks} total={board.lights.overdue} />
        <OverdueMessages messages={board.overdueMessages} total={board.overdueNow} />
      </View>
    </View>
  );
}
