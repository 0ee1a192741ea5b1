import type { MessageRow, TaskRow } from '@sunledger/shared-types';
import { open, serverToday } from '../../platform';
import { Card, Chip, Item, Items, LightChip, Text, View } from '../../ui';
import { kindWords } from '../message/message-words';
import { deadlineShort, lightMore, taskNumber, unitsShort } from '../task/task-words';
import { leftOf } from './inbox-words';
import { whatOfLight, whatOfPart } from './items-of';
import './oversight.scss';

interface OverdueTasksProps {
  tasks: readonly TaskRow[];
  total: number;
  unit?: number;
}

/** The longest overdue first; the rest in the list behind “全部”. */
export function OverdueTasks({ tasks, total, unit }: OverdueTasksProps) {
  const all = () => open('items', { what: whatOfLight('overdue'), ...(unit ? { unit } : {}) });
  return (
    <Card title={`逾期任务 ${total}`} more={total > 0 ? { text: '全部', onTap: all } : undefined}>
      {tasks.length === 0 && <View className="t-2">没有逾期的任务。</View>}
      <Items>
        {tasks.map((task) => (
          <Item key={task.id} onTap={() => open('task', { id: task.id })}>
            <LightChip light={task.light} more={lightMore(task, serverToday())} />
            <View className="inbox__text clamp-2">{task.text}</View>
            <View className="t-note">
              {[
                taskNumber(task.no),
                unitsShort(task.leadUnits.length > 0 ? task.leadUnits : task.responsibleUnits),
                deadlineShort(task),
              ]
                .filter(Boolean)
                .join(' · ')}
            </View>
          </Item>
        ))}
      </Items>
    </Card>
  );
}

interface OverdueMessagesProps {
  messages: readonly MessageRow[];
  total: number;
  unit?: number;
}

/** Open past their day, of whatever period; the rest in the list behind “全部”. */
export function OverdueMessages({ messages, total, unit }: OverdueMessagesProps) {
  const all = () => open('items', { what: whatOfPart('overdueNow', null), ...(unit ? { unit } : {}) });
  return (
    <Card title={`逾期未答复的留言 ${total}`} more={total > 0 ? { text: '全部', onTap: all } : undefined}>
      {total === 0 && <View className="t-2">没有逾期未答复的留言。</View>}
      <Items>
        {messages.map((message) => (
          <Item key={message.id} onTap={() => open('message', { id: message.id })}>
            <View className="row row--wrap">
              <Chip tone="late" shape="▲">
                {leftOf(message, serverToday()) ?? '逾期'}
              </Chip>
              <Chip>{kindWords(message)}</Chip>
            </View>
            <View className="inbox__text clamp-2">{message.text}</View>
            <Text className="t-note">{message.unit.name}</Text>
          </Item>
        ))}
      </Items>
    </Card>
  );
}
