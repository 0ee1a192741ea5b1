import type { TaskRow } from '@sunledger/shared-types';
import { open, type Keyset } from '../../platform';
import { Card, Check, KeysetList, TextLink, View } from '../../ui';
import { deadlineShort, taskNumber, unitsShort } from '../task/task-words';
import './ledger.scss';

interface PickTasksProps {
  list: Keyset<TaskRow>;
  picked: readonly number[];
  onPick: (picked: number[]) => void;
}

/** The tasks of a plan to choose several of; each opens its own desk. */
export function PickTasks({ list, picked, onPick }: PickTasksProps) {
  const toggle = (id: number, on: boolean): void =>
    onPick(on ? [...picked, id] : picked.filter((each) => each !== id));
  const all = list.items.length > 0 && picked.length === list.items.length;
  return (
    <Card>
      {list.items.length > 1 && (
        <Check
          title={`全选 ${list.items.length} 项`}
          checked={all}
          onChange={(on) => onPick(on ? list.items.map((task) => task.id) : [])}
        />
      )}
      <KeysetList
        {...list}
        className="items"
        itemKey={(task) => task.id}
        renderItem={(task) => (
          <View>
            <Check
              title={[taskNumber(task.no), task.text].filter(Boolean).join(' ')}
              note={
                [
                  unitsShort(task.leadUnits.length > 0 ? task.leadUnits : task.responsibleUnits) ??
                    '没写单位',
                  deadlineShort(task),
                ]
                  .filter(Boolean)
                  .join(' · ') || undefined
              }
              checked={picked.includes(task.id)}
              onChange={(on) => toggle(task.id, on)}
            />
            <TextLink
              icon="edit"
              onTap={() => open('taskManage', { id: task.id })}
              label={`修改、拆分、分村：${task.text.slice(0, 20)}`}
            >
              修改、拆分、分村
            </TextLink>
          </View>
        )}
        empty="没有这样的任务"
      />
    </Card>
  );
}
