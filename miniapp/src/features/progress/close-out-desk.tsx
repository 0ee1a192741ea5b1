import {
  closeOutEndpoints,
  evidenceWords,
  formatFullDate,
  taskEndpoints,
  type CloseOutCheck,
  type TaskDetail,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, toast, useCall, useSend } from '../../platform';
import { Button, Notice, QueryView, TextArea, View } from '../../ui';
import { ReasonSheet } from '../oversight/reason-sheet';
import type { WorkFrame } from '../reply/work-frame';
import { refreshedByDecisions } from '../task/task-decision';
import { CloseOutFindings } from './close-out-findings';
import { ReportedTask } from './reported-task';

const refreshes = [...refreshedByDecisions, closeOutEndpoints.check];

interface CloseOutDeskProps {
  id: number;
  frame: WorkFrame;
  onDone: () => void;
}

/** 核验销号: the report that asks, held against what the task asks; close out, or give it back. */
export function CloseOutDesk({ id, frame, onDone }: CloseOutDeskProps) {
  const task = useCall(taskEndpoints.get, { id });
  const check = useCall(closeOutEndpoints.check, { id });
  const [returning, setReturning] = useState(false);
  const giveBack = useSend(closeOutEndpoints.returnIt, { refreshes });
  const reload = async (): Promise<void> => {
    await Promise.all([task.refetch(), check.refetch()]);
  };
  const body = (
    <>
      <QueryView query={task}>
        {(detail) => (
          <QueryView query={check}>
            {(found) => (
              <View className="stack">
                <ReportedTask task={detail} />
                <CloseOutFindings id={id} check={found} />
                <Verdict task={detail} check={found} onReturn={() => setReturning(true)} onDone={onDone} />
              </View>
            )}
          </QueryView>
        )}
      </QueryView>
      <ReasonSheet
        open={returning}
        title="退回，不予销号"
        lead="退回后由责任单位补齐再报；完成日期按重新报送那天算。"
        label="退回理由"
        words={['公开页面打不开', '佐证与任务要求不符', '还有单位没有完成']}
        confirmText="退回"
        danger
        onSend={(note) => giveBack.run({ id, note })}
        onSent={() => {
          toast('已退回责任单位');
          onDone();
        }}
        onClose={() => setReturning(false)}
      />
    </>
  );
  return <>{frame({ body, foot: null, reload })}</>;
}

interface VerdictProps {
  task: TaskDetail;
  check: CloseOutCheck;
  onReturn: () => void;
  onDone: () => void;
}

function Verdict({ task, check, onReturn, onDone }: VerdictProps) {
  const [note, setNote] = useState('');
  const [decision, setDecision] = useState('');
  const closeOut = useSend(taskEndpoints.closeOut, { refreshes });
  const doubtful = check.doubts.length > 0;
  const ready = note.trim().length >= 2 && (!doubtful || decision.trim().length >= 4);
  const close = async (): Promise<void> => {
    const reason = doubtful ? { decision: decision.trim() } : {};
    try {
      await closeOut.run({ id: task.id, note: note.trim(), ...reason });
    } catch (error) {
      // shown below the words
      console.warn('the close-out was refused', errorMessage(error));
      return;
    }
    toast('已销号', 'done');
    onDone();
  };
  if (!task.moves.includes('closeOut')) {
    return (
      <Notice>
        {check.report ? '这项任务由政务公开办或指定的核验人销号。' : '还没有等待核验的完成报告。'}
      </Notice>
    );
  }
  return (
    <>
      {check.finishedOn && (
        <Notice tone={check.late ? 'late' : 'done'} icon="calendar">
          完成日期将记为 {formatFullDate(check.finishedOn)}（首次报送完成的日期）
          {check.late ? '，晚于时限，会一直显示为“逾期完成”。' : '。'}
        </Notice>
      )}
      {check.missing.length > 0 && (
        <Notice tone="late" icon="warn">
          还缺{check.missing.map((kind) => evidenceWords[kind]).join('、')}，补齐之前不能销号。
        </Notice>
      )}
      {check.missing.length === 0 && (
        <View>
          <TextArea
            label="核验意见"
            value={note}
            onChange={setNote}
            maxLength={500}
            rows={3}
            placeholder="如：清单和图解均已公开，与报送内容一致"
          />
          {doubtful && (
            <TextArea
              label="仍予销号的理由"
              hint={`有疑问：${check.doubts.join('；')}。任务会列入回头看。`}
              value={decision}
              onChange={setDecision}
              maxLength={300}
              rows={2}
            />
          )}
        </View>
      )}
      {closeOut.error !== null && (
        <Notice tone="late" icon="warn">
          {errorMessage(closeOut.error)}
        </Notice>
      )}
      {check.missing.length === 0 && (
        <Button icon="check" onTap={close} disabled={!ready} busy={closeOut.busy}>
          核验通过，销号
        </Button>
      )}
      <Button kind="danger" onTap={onReturn}>
        退回，不予销号
      </Button>
    </>
  );
}
