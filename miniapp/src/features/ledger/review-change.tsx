import {
  ledgerEndpoints,
  taskChangeStateWords,
  taskChangeWords,
  type TaskChange,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, open, serverToday, toast, useCall, useSend } from '../../platform';
import { Button, Card, Chip, ListRow, Notice, QueryView, Text, View } from '../../ui';
import { momentWords } from '../message/message-words';
import { ReasonSheet } from '../oversight/reason-sheet';
import type { WorkFrame } from '../reply/work-frame';
import { differencesOf } from './change-words';
import { refreshedByChanges } from './refreshed';
import './ledger.scss';

const tones = { pending: 'soon', applied: 'done', rejected: 'late' } as const;
const shapes = { pending: '◐', applied: '●', rejected: '✕' } as const;

interface ReviewChangeProps {
  id: number;
  frame: WorkFrame;
  onDone: () => void;
}

/** The second person: what is proposed, why, and by whom; agree or turn it down. */
export function ReviewChange({ id, frame, onDone }: ReviewChangeProps) {
  const change = useCall(ledgerEndpoints.getChange, { id });
  const [rejecting, setRejecting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const approve = useSend(ledgerEndpoints.approveChange, { refreshes: refreshedByChanges });
  const reject = useSend(ledgerEndpoints.rejectChange, { refreshes: refreshedByChanges });
  const agree = async (): Promise<void> => {
    setProblem(null);
    try {
      await approve.run({ id });
    } catch (error) {
      setProblem(errorMessage(error));
      return;
    }
    toast('修改已生效', 'done');
    onDone();
  };
  const foot = change.data?.mayDecide && (
    <>
      <Button kind="plain" onTap={() => setRejecting(true)}>
        不同意
      </Button>
      <Button icon="check" onTap={agree} busy={approve.busy}>
        审核通过
      </Button>
    </>
  );
  const body = (
    <>
      <QueryView query={change}>
        {(data) => (
          <View className="stack">
            <ChangeCard change={data} />
            {data.state === 'pending' && !data.mayDecide && (
              <Notice>这份修改是您提出的，请由公开办另一位同事审核。审核前按原文执行。</Notice>
            )}
            {problem !== null && (
              <Notice tone="late" icon="warn">
                {problem}
              </Notice>
            )}
          </View>
        )}
      </QueryView>
      <ReasonSheet
        open={rejecting}
        title="不同意修改"
        lead="任务按原文执行，提出人会看到理由。"
        label="理由"
        words={['与印发原文不一致', '时限没有依据']}
        confirmText="不同意"
        onSend={(note) => reject.run({ id, note })}
        onSent={() => {
          toast('已退回提出人');
          onDone();
        }}
        onClose={() => setRejecting(false)}
      />
    </>
  );
  return <>{frame({ body, foot: foot || null, reload: change.refetch })}</>;
}

function ChangeCard({ change }: { change: TaskChange }) {
  return (
    <>
      <Card>
        <View className="row row--wrap row--between">
          <Chip tone={tones[change.state]} shape={shapes[change.state]}>
            {taskChangeStateWords[change.state]}
          </Chip>
          <Text className="t-note">{taskChangeWords[change.kind]}</Text>
        </View>
        <View className="mt-s t-strong">理由：{change.reason}</View>
        <View className="t-note">
          {[change.proposedBy, momentWords(change.proposedAt, serverToday())].filter(Boolean).join(' · ')}{' '}
          提出
        </View>
        {change.decidedBy && change.decidedAt && (
          <View className="t-note">
            {change.decidedBy} · {momentWords(change.decidedAt, serverToday())} 审核
            {change.note ? `：${change.note}` : ''}
          </View>
        )}
      </Card>
      {differencesOf(change).map((difference) => (
        <Card key={difference.label} title={difference.label}>
          <View className="t-note">改前</View>
          <View className="t-pre change-before">{difference.before}</View>
          <View className="t-note mt-s">改后</View>
          <View className="t-pre t-strong">{difference.after}</View>
        </Card>
      ))}
      <Card className="card--flush">
        {change.tasks.map((task) => (
          <ListRow
            key={task.id}
            icon="tasks"
            title={task.text.slice(0, 40)}
            note={task.no ? `第 ${task.no} 项` : undefined}
            onTap={() => open('task', { id: task.id })}
          />
        ))}
      </Card>
    </>
  );
}
