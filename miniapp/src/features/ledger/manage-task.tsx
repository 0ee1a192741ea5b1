import { ledgerEndpoints, taskEndpoints, type TaskDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, toast, useCall, useSend } from '../../platform';
import { Card, ListRow, Notice, Page, QueryView, View } from '../../ui';
import { ReasonSheet } from '../oversight/reason-sheet';
import { ReportedTask } from '../progress/reported-task';
import { AmendSheet } from './amend-sheet';
import { AssignSheet } from './assign-sheet';
import { ChangeSheet } from './change-sheet';
import { PartsSheet } from './parts-sheet';
import { refreshedByChanges } from './refreshed';
import { RequireSheet } from './require-sheet';
import { SplitSheet } from './split-sheet';

type Asked = 'amend' | 'assign' | 'split' | 'parts' | 'require' | 'remark' | 'unmerge';

/** 任务办理: everything that the office may do to one task. */
export function ManageTask({ id }: { id: number }) {
  const task = useCall(taskEndpoints.get, { id });
  return (
    <Page title="任务办理" onRefresh={task.refetch}>
      <QueryView query={task}>{(detail) => <Desk key={id} task={detail} />}</QueryView>
    </Page>
  );
}

function Desk({ task }: { task: TaskDetail }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const remark = useSend(ledgerEndpoints.remark, { refreshes: refreshedByChanges });
  const unmerge = useSend(ledgerEndpoints.unmerge, { refreshes: refreshedByChanges });
  const close = (): void => setAsked(null);
  if (!task.editable) {
    return (
      <View className="stack">
        <ReportedTask task={task} />
        <Notice>
          {task.replaced ? '这项任务已经拆分或合并，请到新的任务里办理。' : '任务由政务公开办办理。'}
        </Notice>
      </View>
    );
  }
  const closed = task.light === 'done' || task.light === 'doneLate';
  const plain = !closed && task.parts === null && task.part === null;
  const merged = plain && task.cameFrom.some((link) => link.kind === 'merge');
  const row = (
    what: Asked,
    title: string,
    note: string,
    icon: 'edit' | 'building' | 'plus' | 'check' | 'info' | 'swap',
  ) => <ListRow icon={icon} title={title} note={note} onTap={() => setAsked(what)} />;
  return (
    <View className="stack">
      <ReportedTask task={task} />
      {task.pendingChange !== null && (
        <Card className="card--flush">
          <ListRow
            icon="edit"
            title="有一份修改等待审核"
            note="由另一位同事审核后生效"
            onTap={() => open('taskChange', { id: task.pendingChange ?? 0 })}
          />
        </Card>
      )}
      <Card className="card--flush">
        {row('amend', '修改内容和时限', '已发布的要由另一位同事审核', 'edit')}
        {task.part === null && row('assign', '指定单位', '牵头单位和责任单位', 'building')}
        {row('require', '销号要求', '必备佐证、核验人', 'check')}
        {row('remark', '公开署名说明', '不改变状态', 'info')}
        {plain && row('split', '拆成几项', '原来的任务和进展都保留', 'swap')}
        {!closed && task.part === null && row('parts', '分村办理', '粘贴名单，一次建立各村分项', 'plus')}
        {merged && row('unmerge', '恢复合并前的任务', '合并期间的进展都保留', 'swap')}
      </Card>
      <AmendSheet task={task} open={asked === 'amend'} onClose={close} />
      <AssignSheet tasks={[task.id]} open={asked === 'assign'} onClose={close} onDone={close} />
      <RequireSheet
        tasks={[task.id]}
        asks={task.asks}
        checkerId={task.checker?.accountId ?? null}
        open={asked === 'require'}
        onClose={close}
      />
      <SplitSheet task={task} open={asked === 'split'} onClose={close} />
      <PartsSheet task={task} open={asked === 'parts'} onClose={close} />
      <ReasonSheet
        open={asked === 'remark'}
        title="公开署名说明"
        lead="群众会看到这段话和您的姓名。说明不会改变任务的状态。"
        label="说明"
        field="text"
        min={4}
        placeholder="如：因系统迁移推迟公布，已另行公告"
        confirmText="公开"
        onSend={(text) => remark.run({ id: task.id, text })}
        onSent={() => toast('说明已公开', 'done')}
        onClose={close}
      />
      <ChangeSheet
        open={asked === 'unmerge'}
        title="恢复合并前的任务"
        lead="合并前的几项任务重新办理，合并期间报送的进展算作它们的进展。"
        ready
        onSend={(reason) => unmerge.run({ id: task.id, reason })}
        onClose={close}
      />
    </View>
  );
}
