import { evidenceWords, lightWords, type TaskDetail, type TaskLink } from '@sunledger/shared-types';
import { open, serverToday } from '../../platform';
import { Card, Item, Items, LightChip, ListRow, Notice, ProgressBar, Text, View } from '../../ui';
import { momentWords } from '../message/message-words';
import { taskNumber } from './task-words';

const linkWords: Record<TaskLink['kind'], { from: string; to: string }> = {
  split: { from: '由这项任务拆分而来', to: '已拆分为这项任务' },
  merge: { from: '由这项任务合并而来', to: '已合并到这项任务' },
  carry: { from: '由上年度任务转入', to: '已转入新的年度' },
};

/** What stands around a task: its villages, what the office said, what its end asks for. */
export function TaskStanding({ task }: { task: TaskDetail }) {
  return (
    <>
      {task.returned && (
        <Notice tone="late" icon="edit">
          销号被退回（{momentWords(task.returned.at, serverToday())}）：{task.returned.note}
        </Notice>
      )}
      {task.replaced && (
        <Notice tone="soon" icon="info">
          这项任务已经拆分或合并，以前的进展留在这里，今后在新的任务里办理。
        </Notice>
      )}
      {task.pendingChange !== null && (
        <Notice tone="soon" icon="edit">
          有一份修改等待第二人审核，审核前按原文执行。
        </Notice>
      )}
      {task.part && (
        <Card className="card--flush">
          <ListRow
            icon="pin"
            title={task.part.place}
            note={`分项，属于：${task.part.parentText.slice(0, 40)}`}
            onTap={() => open('task', { id: task.part?.parentId ?? 0 })}
          />
        </Card>
      )}
      {task.parts && <PartsCard id={task.id} parts={task.parts} />}
      {task.remarks.length > 0 && (
        <Card title="公开说明" note="不改变状态">
          <Items>
            {task.remarks.map((remark) => (
              <View key={remark.id} className="item">
                <View className="t-pre">{remark.text}</View>
                <View className="t-note">
                  {remark.author} · {momentWords(remark.at, serverToday())}
                </View>
              </View>
            ))}
          </Items>
        </Card>
      )}
      {task.asks.length > 0 && (
        <View className="t-note">
          销号须附：{task.asks.map((kind) => evidenceWords[kind]).join('、')}
          {task.checker ? `；核验人：${task.checker.name}` : ''}
        </View>
      )}
    </>
  );
}

function PartsCard({ id, parts }: { id: number; parts: NonNullable<TaskDetail['parts']> }) {
  return (
    <Card
      title={`分村办理 ${parts.total} 个`}
      note={`${parts.closed} 个已完成`}
      more={{ text: '全部', onTap: () => open('parts', { id }) }}
    >
      <ProgressBar
        percent={Math.round((parts.closed / Math.max(1, parts.total)) * 100)}
        tone="done"
        label="已完成的村"
      />
      <View className="t-note mt-s">
        {parts.started} 个有进展，{parts.total - parts.started} 个还没有报送
      </View>
    </Card>
  );
}

/** Where it came from, what became of it, and the light at the end of each month. */
export function TaskPast({ task }: { task: TaskDetail }) {
  const links = [
    ...task.became.map((link) => ({ link, words: linkWords[link.kind].to })),
    ...task.cameFrom.map((link) => ({ link, words: linkWords[link.kind].from })),
  ];
  return (
    <>
      {links.length > 0 && (
        <Card title="来龙去脉">
          <Items>
            {links.map(({ link, words }) => (
              <Item key={`${words}${link.id}`} onTap={() => open('task', { id: link.id })}>
                <View className="t-note">
                  {[words, `${link.year}年`, taskNumber(link.no)].filter(Boolean).join(' · ')}
                </View>
                <View className="clamp-2">{link.text}</View>
              </Item>
            ))}
          </Items>
        </Card>
      )}
      {task.lightHistory.length > 0 && (
        <Card title="每月末状态" more={{ text: '怎么判定', onTap: () => open('lights') }}>
          <View className="row row--wrap light-months" role="list">
            {task.lightHistory.slice(-12).map(({ month, light }) => (
              <View
                key={month}
                className="light-months__one"
                role="listitem"
                label={`${month}，${lightWords[light].word}`}
              >
                <Text className="t-note t-num">{monthWords(month)}</Text>
                <LightChip light={light} />
              </View>
            ))}
          </View>
        </Card>
      )}
    </>
  );
}

/** “2026年3月”, without the year inside one year. */
function monthWords(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}
