import {
  bulletinStateWords,
  paperDate,
  planStateWords,
  taskChangeWords,
  type BulletinRow,
  type InboxItem,
  type InboxTab,
  type MessageRow,
  type PlanRow,
  type ProgressEntry,
  type TaskChange,
  type TaskRow,
} from '@sunledger/shared-types';
import { serverToday } from '../../platform';
import { Card, Chip, LightChip, lightTones, Text, View } from '../../ui';
import { kindWords, momentWords } from '../message/message-words';
import { deadlineShort, taskNumber, timeLeftWords } from '../task/task-words';
import { SupervisionRow } from '../supervision/supervision-row';
import { claimWords, leftOf, markOfItem, urgencyOf } from './inbox-words';
import './oversight.scss';

interface InboxCardProps {
  item: InboxItem;
  tab: InboxTab;
  selected: boolean;
  /** The unit of this desk: only things of other units name theirs. */
  home: string;
  onTap: () => void;
}

/** One thing that waits: how pressing it is by edge, shape and word, what it is, and the time left. */
export function InboxCard({ item, tab, ...rest }: InboxCardProps) {
  const { message, progress, plan, task, change, bulletin, supervision } = item;
  if (message) return <MessageItem message={message} mark={markOfItem(item)} {...rest} />;
  if (progress && task && item.kind === 'task')
    return <CloseOutItem progress={progress} task={task} {...rest} />;
  if (progress) return <ProgressItem progress={progress} task={task} {...rest} />;
  if (supervision) return <SupervisionRow item={supervision} {...rest} />;
  if (plan) return <PlanItem plan={plan} {...rest} />;
  if (change) return <ChangeItem change={change} {...rest} />;
  if (bulletin) return <BulletinItem bulletin={bulletin} {...rest} />;
  if (task) return <TaskItem task={task} done={tab === 'done'} {...rest} />;
  return null;
}

type Rest = Pick<InboxCardProps, 'selected' | 'home' | 'onTap'>;

export function MessageItem({
  message,
  mark,
  selected,
  home,
  onTap,
}: Rest & { message: MessageRow; mark: string | null }) {
  const today = serverToday();
  const urgency = urgencyOf(message, today);
  const left = leftOf(message, today);
  const facts = [
    message.authorName,
    momentWords(message.receivedAt, today),
    message.unit.name === home ? '' : message.unit.name,
    claimWords(message),
  ];
  const done = message.status === 'answered' && message.answeredAt;
  return (
    <Card edge={urgency.tone} selected={selected} onTap={onTap}>
      <View className="row row--top">
        <View className="grow">
          <View className="row row--wrap">
            <Chip tone={urgency.tone} shape={urgency.shape}>
              {urgency.word}
            </Chip>
            <Chip>{kindWords(message)}</Chip>
            {mark !== null && mark !== urgency.word && <Chip tone="soon">{mark}</Chip>}
            {message.merged && <Chip>已并单</Chip>}
          </View>
        </View>
        {left && <Text className={`inbox__left tone-${urgency.tone}`}>{left}</Text>}
      </View>
      <View className="inbox__text clamp-3">{message.text}</View>
      <View className="t-note">
        {facts.filter(Boolean).join(' · ')}
        {done ? ` · ${momentWords(done, today)} 答复` : ''}
      </View>
    </Card>
  );
}

function ProgressItem({
  progress,
  task,
  selected,
  onTap,
}: Rest & { progress: ProgressEntry; task: TaskRow | null }) {
  const facts = [progress.unitName, momentWords(progress.submittedAt, serverToday()), `${progress.percent}%`];
  return (
    <Card edge="going" selected={selected} onTap={onTap}>
      <View className="row row--wrap">
        <Chip tone="going">进展待审核</Chip>
        {progress.asksClose && <Chip shape="✓">申请销号</Chip>}
      </View>
      <View className="inbox__text clamp-3">{progress.text}</View>
      {task && <View className="t-note clamp-2">任务：{task.text}</View>}
      <View className="t-note">{facts.join(' · ')}</View>
    </Card>
  );
}

function CloseOutItem({
  progress,
  task,
  selected,
  onTap,
}: Rest & { progress: ProgressEntry; task: TaskRow }) {
  const facts = [taskNumber(task.no), progress.unitName, momentWords(progress.submittedAt, serverToday())];
  return (
    <Card edge="going" selected={selected} onTap={onTap}>
      <View className="row row--wrap">
        <Chip tone="going" shape="✓">
          申请销号，等待核验
        </Chip>
      </View>
      <View className="inbox__text clamp-3">{task.text}</View>
      <View className="t-note">{facts.filter(Boolean).join(' · ')}</View>
    </Card>
  );
}

function PlanItem({ plan, selected, onTap }: Rest & { plan: PlanRow }) {
  const facts = [plan.documentNumber, `${plan.taskCount} 项任务`];
  return (
    <Card edge="going" selected={selected} onTap={onTap}>
      <View className="row row--wrap">
        <Chip tone="going">工作要点{planStateWords[plan.status]}</Chip>
      </View>
      <View className="inbox__text clamp-2">{plan.title}</View>
      <View className="t-note">{facts.filter(Boolean).join(' · ')}</View>
    </Card>
  );
}

function ChangeItem({ change, selected, onTap }: Rest & { change: TaskChange }) {
  const [first] = change.tasks;
  const facts = [
    taskNumber(first?.no ?? null),
    change.tasks.length > 1 ? `共 ${change.tasks.length} 项任务` : '',
    change.proposedBy,
    momentWords(change.proposedAt, serverToday()),
  ];
  return (
    <Card edge="going" selected={selected} onTap={onTap}>
      <View className="row row--wrap">
        <Chip tone="going">{taskChangeWords[change.kind]}，待审核</Chip>
      </View>
      <View className="inbox__text clamp-2">{first?.text ?? change.reason}</View>
      <View className="t-note clamp-2">理由：{change.reason}</View>
      <View className="t-note">{facts.filter(Boolean).join(' · ')}</View>
    </Card>
  );
}

function BulletinItem({ bulletin, selected, onTap }: Rest & { bulletin: BulletinRow }) {
  return (
    <Card edge="going" selected={selected} onTap={onTap}>
      <View className="row row--wrap">
        <Chip tone="going">通报{bulletinStateWords[bulletin.status]}</Chip>
      </View>
      <View className="inbox__text clamp-2">{bulletin.title}</View>
      <View className="t-note">数字截至{paperDate(bulletin.asOf)}，审核后发布</View>
    </Card>
  );
}

function TaskItem({ task, done, selected, home, onTap }: Rest & { task: TaskRow; done: boolean }) {
  const left = done ? null : timeLeftWords(task, serverToday());
  const tone = lightTones[task.light];
  const lead = task.leadUnits[0]?.name === home ? undefined : task.leadUnits[0]?.name;
  const facts = [taskNumber(task.no), deadlineShort(task), `进度 ${task.percent}%`, lead];
  return (
    <Card edge={tone} selected={selected} onTap={onTap}>
      <View className="row row--top">
        <View className="grow">
          <LightChip light={task.light} />
        </View>
        {left && <Text className={`inbox__left tone-${tone}`}>{left}</Text>}
      </View>
      <View className="inbox__text clamp-3">{task.text}</View>
      <View className="t-note">{facts.filter(Boolean).join(' · ')}</View>
    </Card>
  );
}
