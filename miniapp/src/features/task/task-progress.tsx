import {
  chinaDateOf,
  paperDate,
  parseChinaInstant,
  progressStateWords,
  type ProgressEntry,
  type TaskDetail,
} from '@sunledger/shared-types';
import { openLink, serverToday, toast } from '../../platform';
import { Card, Chip, Icon, Tap, Text, Timeline, View, type TimelineEntry } from '../../ui';
import { FileList } from '../attachment/file-list';
import { dayWords } from './task-words';
import './task.scss';

const dateOf = (iso: string): string => {
  const instant = parseChinaInstant(iso);
  return instant ? chinaDateOf(instant) : iso.slice(0, 10);
};

async function follow(url: string): Promise<void> {
  const outcome = await openLink(url);
  if (outcome === 'copied') toast('链接已复制，请到浏览器打开');
  if (outcome === 'refused') toast('这个链接打不开', 'bad');
}

/** What the units reported, newest first. Reports not yet approved are here for the unit's own staff only. */
export function TaskProgress({ task }: { task: TaskDetail }) {
  const open = task.light !== 'done' && task.light !== 'doneLate';
  const entries = [...task.progress].sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1));
  const approved = entries.filter((entry) => entry.status === 'approved').length;
  return (
    <Card title="进展" note={approved > 0 ? `已公开 ${approved} 条` : undefined}>
      {entries.length === 0 ? (
        <View className="t-2">
          责任单位还没有报送进展。{open && task.dueOn ? '到期没有完成会显示为“逾期”。' : ''}
        </View>
      ) : (
        <Timeline items={entries.map((entry, at) => toEntry(entry, open && at === 0))} />
      )}
    </Card>
  );
}

function toEntry(entry: ProgressEntry, open: boolean): TimelineEntry {
  const waiting = entry.status !== 'approved';
  return {
    key: entry.id,
    tone: entry.status === 'sentBack' ? 'late' : waiting ? 'grey' : open ? 'going' : 'done',
    open: open || waiting,
    title: <Text className="progress__text t-pre">{entry.text}</Text>,
    note: [entry.unitName, dayWords(dateOf(entry.submittedAt), serverToday()), `${entry.percent}%`].join(
      ' · ',
    ),
    children: (
      <>
        {(waiting || entry.asksClose) && (
          <View className="row row--wrap mt-s">
            {waiting && (
              <Chip
                tone={entry.status === 'sentBack' ? 'late' : 'soon'}
                shape={entry.status === 'sentBack' ? '✕' : '◐'}
              >
                {progressStateWords[entry.status]}，未公开
              </Chip>
            )}
            {entry.asksClose && <Chip shape="✓">申请销号</Chip>}
          </View>
        )}
        {entry.note && <View className="t-note">退回理由：{entry.note}</View>}
        {entry.links.map((link) => (
          <Tap key={link.url} className="text-link progress__link" onTap={() => void follow(link.url)}>
            <Icon name="link" className="btn__icon" />
            <Text>
              {link.title}
              {link.datedOn ? `（${paperDate(link.datedOn)}）` : ''}
            </Text>
          </Tap>
        ))}
        <FileList files={entry.attachments} />
      </>
    ),
  };
}
