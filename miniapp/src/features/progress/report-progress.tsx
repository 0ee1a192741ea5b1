import { taskEndpoints, type TaskDetail } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import {
  ApiError,
  errorMessage,
  fieldMessage,
  goToId,
  toast,
  useCall,
  useDraft,
  useLatest,
  useNetwork,
  useSend,
  useSession,
} from '../../platform';
import { Button, Card, Check, Notice, Picker, QueryView, TextArea, TextLink, View } from '../../ui';
import { FilePicker } from '../attachment/file-picker';
import { useFreshFiles } from '../attachment/use-uploads';
import { useKeys } from '../oversight/use-keys';
import type { WorkFrame } from '../reply/work-frame';
import { LinkRows } from './link-rows';
import { PercentStepper } from './percent-stepper';
import {
  hasErrors,
  isProgressForm,
  lastReport,
  progressErrorsOf,
  progressInputOf,
  progressLimits,
  reuse,
  startingProgress,
  withAsksClose,
  type ProgressErrors,
} from './progress-form';
import { refreshedByReports } from './refreshed';
import { ReportedTask } from './reported-task';
import { unitsOf } from './reporting-units';
import { intentOf, isWaiting, setWaiting } from './waiting-reports';
import './progress.scss';

interface ReportProgressProps {
  taskId: number;
  frame: WorkFrame;
  onDone: () => void;
}

/** 报进展: what was done, how far, where it can be seen. */
export function ReportProgress({ taskId, frame, onDone }: ReportProgressProps) {
  const task = useCall(taskEndpoints.get, { id: taskId });
  if (!task.data) {
    return (
      <>
        {frame({ body: <QueryView query={task}>{() => null}</QueryView>, foot: null, reload: task.refetch })}
      </>
    );
  }
  if (!task.data.moves.includes('report')) {
    const body = (
      <View className="stack">
        <ReportedTask task={task.data} />
        <Notice>
          {task.data.light === 'done' || task.data.light === 'doneLate'
            ? '这项任务已经销号，不用再报进展。'
            : '这项任务由其他单位报送进展。'}
        </Notice>
      </View>
    );
    return <>{frame({ body, foot: null, reload: task.refetch })}</>;
  }
  return <Form key={taskId} task={task.data} frame={frame} onDone={onDone} reload={task.refetch} />;
}

interface FormProps {
  task: TaskDetail;
  frame: WorkFrame;
  onDone: () => void;
  reload: () => Promise<unknown>;
}

const noErrors: ProgressErrors = { links: {} };

function Form({ task, frame, onDone, reload }: FormProps) {
  const me = useSession((state) => state.me);
  const units = unitsOf(me, task.regionCode);
  const ownUnits = units.map((unit) => unit.name);
  const [form, change, drop, draft] = useDraft(
    `progress.${task.id}`,
    startingProgress(task, ownUnits),
    isProgressForm,
  );
  const [errors, setErrors] = useState<ProgressErrors>(noErrors);
  const [problem, setProblem] = useState<string | null>(null);
  const [waits, setWaits] = useState(() => isWaiting(task.id));
  const online = useNetwork((state) => state.online);
  const send = useSend(taskEndpoints.report, {
    refreshes: refreshedByReports,
    keepAs: intentOf(task.id),
    tells: ['staff'],
  });
  const last = lastReport(task.progress);
  const known = task.progress.flatMap((entry) => entry.attachments);
  useFreshFiles(form.files, known, (files) => change({ files }));
  const wait = (on: boolean): void => {
    setWaiting(task.id, on);
    setWaits(on);
  };
  const set = (part: Parameters<typeof change>[0]): void => {
    change(part);
    wait(false);
    setErrors(noErrors);
    setProblem(null);
  };

  const submit = async (): Promise<void> => {
    const found = progressErrorsOf(form);
    setErrors(found);
    setProblem(null);
    if (hasErrors(found)) {
      goToId(found.text ? 'report-text' : found.percent ? 'report-percent' : 'report-links');
      return;
    }
    try {
      await send.run(progressInputOf(form, task.id));
    } catch (error) {
      if (error instanceof ApiError && error.status === 0) {
        // nothing reached the server: the draft is the report, and goes by itself
        change({});
        wait(true);
        return;
      }
      wait(false);
      setErrors({ ...noErrors, text: fieldMessage(error, 'text'), percent: fieldMessage(error, 'percent') });
      setProblem(`${errorMessage(error)}您写的内容都在。`);
      return;
    }
    wait(false);
    drop();
    toast('已报送，审核通过后公开', 'done');
    onDone();
  };
  // the network is back, or the page was opened again with a report that waits
  const maySend = waits && online;
  const sendWaiting = useLatest(() => {
    if (!send.busy) void submit();
  });
  useEffect(() => {
    if (maySend) sendWaiting.current();
  }, [maySend, sendWaiting]);
  useKeys(send.busy ? {} : { 'Ctrl+Enter': () => void submit() });

  const body = (
    <View className="stack">
      <ReportedTask task={task} />
      {last?.status === 'submitted' && (
        <Notice>上一条进展还在审核。可以接着报新的，审核人会一起看到。</Notice>
      )}
      {last?.status === 'sentBack' && (
        <Notice tone="soon" icon="edit">
          上次报送被退回：{last.note ?? '没有写理由'}
        </Notice>
      )}
      <Card id="report-text" title="做了什么">
        {last && form.text.trim() === '' && (
          <TextLink icon="copy" onTap={() => set({ ...reuse(last, ownUnits), asksClose: false })}>
            接着上次的写（{last.percent}%）
          </TextLink>
        )}
        <TextArea
          bare
          focus
          label="进展内容"
          value={form.text}
          onChange={(text) => set({ text })}
          maxLength={progressLimits.max}
          rows={5}
          placeholder="写清做成了什么、有多少、公开在哪里。群众会看到这段话。"
          error={errors.text}
          status={draft.savedAt !== null ? '草稿已保存在本机' : draft.restored ? '接着上次的草稿写' : ''}
        />
      </Card>
      <Card id="report-percent">
        <PercentStepper
          value={form.percent}
          onChange={(percent) => set(percent < 100 ? { percent, asksClose: false } : { percent })}
          error={errors.percent}
          hint={form.percent < task.percent ? `比上次的 ${task.percent}% 低，请在上面写明原因` : undefined}
        />
        <View className="mt">
          <Check
            title="已全部完成，申请销号"
            note="公开办核验后销号；完成日期按今天报送算，退回重报的按重报那天算"
            checked={form.asksClose}
            onChange={(asksClose) => set(withAsksClose(form, asksClose))}
          />
        </View>
      </Card>
      <Card id="report-files" title="照片和文件" note="选填">
        <FilePicker
          taskId={task.id}
          files={form.files}
          onChange={(files) => change({ files })}
          error={fieldMessage(send.error, 'attachments')}
        />
      </Card>
      <Card id="report-links" title="公开在哪里" note="选填">
        <LinkRows links={form.links} errors={errors.links} onChange={(links) => set({ links })} />
      </Card>
      {units.length > 1 && (
        <Card>
          <Picker
            label="报送单位"
            value={form.unitId > 0 ? String(form.unitId) : ''}
            choices={units.map((unit) => ({ value: String(unit.id), label: unit.name }))}
            onChange={(unit) => set({ unitId: Number(unit) })}
          />
        </Card>
      )}
      {waits && (
        <Notice tone="soon" icon="clock">
          现在没有网络。这条进展已存在本机，联网后自动报送；改动后请再点一次“报送”。
        </Notice>
      )}
      {problem !== null && (
        <Notice tone="late" icon="warn">
          {problem}
        </Notice>
      )}
    </View>
  );
  const foot = <Button onTap={submit}>{send.busy ? '正在报送' : '报送'}</Button>;
  return <>{frame({ body, foot, reload })}</>;
}
