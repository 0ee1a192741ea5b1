import { paperDate, progressStateWords, taskEndpoints, type OutputOf } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, openLink, serverToday, toast, useCall, useSend } from '../../platform';
import { Button, Card, Chip, Icon, Notice, ProgressBar, QueryView, Tap, Text, View } from '../../ui';
import { FileList } from '../attachment/file-list';
import { momentWords } from '../message/message-words';
import { ReasonSheet } from '../oversight/reason-sheet';
import { useKeys } from '../oversight/use-keys';
import type { WorkFrame } from '../reply/work-frame';
import { refreshedByReports } from './refreshed';
import { ReportedTask } from './reported-task';
import { whyNotDecide } from './reporting-units';

interface ReviewProgressProps {
  id: number;
  frame: WorkFrame;
  onDone: () => void;
}

/** 审核进展: what a unit says it did, beside the task it is about. */
export function ReviewProgress({ id, frame, onDone }: ReviewProgressProps) {
  const report = useCall(taskEndpoints.getProgress, { id });
  if (!report.data) {
    return (
      <>
        {frame({
          body: <QueryView query={report}>{() => null}</QueryView>,
          foot: null,
          reload: report.refetch,
        })}
      </>
    );
  }
  return <Loaded key={id} report={report.data} frame={frame} onDone={onDone} reload={report.refetch} />;
}

interface LoadedProps {
  report: OutputOf<typeof taskEndpoints.getProgress>;
  frame: WorkFrame;
  onDone: () => void;
  reload: () => Promise<unknown>;
}

function Loaded({ report, frame, onDone, reload }: LoadedProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [sendingBack, setSendingBack] = useState(false);
  const approve = useSend(taskEndpoints.approveProgress, { refreshes: refreshedByReports, tells: ['staff'] });
  const sendBack = useSend(taskEndpoints.sendBackProgress, { refreshes: refreshedByReports });
  const refusal = whyNotDecide(report);

  const publish = async (): Promise<void> => {
    setProblem(null);
    try {
      await approve.run({ id: report.id });
    } catch (error) {
      setProblem(errorMessage(error));
      return;
    }
    toast('进展已公开', 'done');
    onDone();
  };
  const mayApprove = report.moves.includes('approve');
  useKeys(mayApprove && !approve.busy ? { 'Ctrl+Enter': () => void publish() } : {});

  const body = (
    <>
      <View className="stack">
        <ReportedTask task={report.task} />
        <ReportCard report={report} />
        {refusal !== null && <Notice>{refusal}</Notice>}
        {problem !== null && (
          <Notice tone="late" icon="warn">
            {problem}
          </Notice>
        )}
      </View>
      <ReasonSheet
        open={sendingBack}
        title="退回进展"
        lead="退回后由报送单位改好重报；完成日期按重报那天算。"
        label="退回理由"
        words={['链接打不开', '没有写清做到什么程度', '与公开的内容不一致']}
        confirmText="退回报送人"
        onSend={(note) => sendBack.run({ id: report.id, note })}
        onClose={() => setSendingBack(false)}
        onSent={() => {
          toast('已退回', 'done');
          onDone();
        }}
      />
    </>
  );
  const foot =
    report.moves.length > 0 ? (
      <>
        {report.moves.includes('sendBack') && (
          <Button kind="plain" onTap={() => setSendingBack(true)}>
            退回
          </Button>
        )}
        {mayApprove && <Button onTap={publish}>{approve.busy ? '正在公开' : '通过并公开'}</Button>}
      </>
    ) : null;
  return <>{frame({ body, foot, reload })}</>;
}

function ReportCard({ report }: { report: LoadedProps['report'] }) {
  return (
    <Card title={`${report.unitName}报送`} note={momentWords(report.submittedAt, serverToday())}>
      <View className="row row--wrap">
        <Chip
          tone={report.status === 'approved' ? 'done' : report.status === 'sentBack' ? 'late' : 'soon'}
          shape={report.status === 'approved' ? '●' : report.status === 'sentBack' ? '✕' : '◐'}
        >
          {progressStateWords[report.status]}
        </Chip>
        {report.asksClose && <Chip shape="✓">申请销号</Chip>}
      </View>
      <View className="report-task t-pre">
        <Text selectable>{report.text}</Text>
      </View>
      <ProgressBar percent={report.percent} tone="going" label="报送的进度" />
      {report.task.percent !== report.percent && (
        <View className="t-note">公开的进度现在是 {report.task.percent}%</View>
      )}
      {report.links.map((link) => (
        <View key={link.url}>
          <Tap className="text-link" onTap={() => void follow(link.url)}>
            <Icon name="link" className="btn__icon" />
            <Text>{link.title}</Text>
          </Tap>
          {link.datedOn && <View className="t-note">页面日期 {paperDate(link.datedOn)}</View>}
        </View>
      ))}
      <FileList files={report.attachments} />
      {report.note && <View className="t-note mt-s">退回理由：{report.note}</View>}
    </Card>
  );
}

async function follow(url: string): Promise<void> {
  const outcome = await openLink(url);
  if (outcome === 'copied') toast('链接已复制，请到浏览器打开');
  if (outcome === 'refused') toast('这个链接打不开', 'bad');
}
