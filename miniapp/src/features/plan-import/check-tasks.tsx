import type { ParsedPlan } from '@sunledger/shared-types';
import { useState } from 'react';
import { useWide } from '../../platform';
import { Button, Card, Empty, Items, View } from '../../ui';
import { CheckEntry } from './check-entry';
import { lineOf } from './check-words';
import { taskFormOf, withNewTask, withTask, withoutTask, type EntryForm } from './edit-parsed';
import { EntrySheet } from './entry-sheet';

interface CheckTasksProps {
  parsed: ParsedPlan;
  lines: readonly string[];
  onLine: (line: number) => void;
  /** Null once the import is confirmed. */
  onSave: ((parsed: ParsedPlan) => Promise<unknown>) | null;
}

const few = 20;
const blank: EntryForm = {
  no: '',
  title: '',
  text: '',
  leadUnits: '',
  responsibleUnits: '',
  deadlineText: '',
  dueOn: '',
  continuous: false,
};

/** The rows of the task table, those in doubt first. */
export function CheckTasks({ parsed, lines, onLine, onSave }: CheckTasksProps) {
  const wide = useWide();
  const [count, setCount] = useState(few);
  /** The place of the task being edited; -1 for a new one. */
  const [editing, setEditing] = useState<number | null>(null);
  const [form, setForm] = useState<EntryForm | null>(null);
  const places = parsed.tasks
    .map((_, at) => at)
    .sort(
      (a, b) =>
        Number((parsed.tasks[b]?.flags.length ?? 0) > 0) - Number((parsed.tasks[a]?.flags.length ?? 0) > 0),
    );
  const flagged = parsed.tasks.filter((task) => task.flags.length > 0).length;
  const edit = (at: number): void => {
    const task = parsed.tasks[at];
    const line = task && wide ? lineOf(lines, task.text, 'end') : null;
    if (line !== null) onLine(line);
    setEditing(at);
    setForm(task ? taskFormOf(task) : blank);
  };
  const close = (): void => {
    setEditing(null);
    setForm(null);
  };
  // with a first row of its own a paper without a table would lose the tasks that come of its items
  const hasTable = parsed.tasks.length > 0;
  const addButton = onSave && hasTable && (
    <Button kind="ghost" icon="plus" onTap={() => edit(-1)}>
      补一条任务
    </Button>
  );
  return (
    <Card
      title={`任务 ${parsed.tasks.length} 项`}
      note={flagged > 0 ? `${flagged} 项存疑，排在前面` : undefined}
    >
      {parsed.tasks.length === 0 && (
        <Empty
          icon="tasks"
          title="没有任务清单"
          text="这份文件没有任务表，每个要点会各成一项任务。请在“要点”里核对。"
        />
      )}
      <Items>
        {places.slice(0, count).map((at) => {
          const task = parsed.tasks[at];
          if (!task) return null;
          return (
            <CheckEntry
              key={at}
              number={task.no === null ? null : `第 ${task.no} 项`}
              title={null}
              entry={task}
              flags={task.flags}
              line={lineOf(lines, task.text, 'end')}
              onLine={onLine}
              onEdit={onSave ? () => edit(at) : undefined}
            />
          );
        })}
      </Items>
      <View className="stack mt">
        {places.length > count && (
          <Button kind="plain" onTap={() => setCount(count + few)}>
            再看 {Math.min(few, places.length - count)} 项
          </Button>
        )}
        {addButton}
      </View>
      {onSave && (
        <EntrySheet
          form={form}
          kind="task"
          title={editing === -1 ? '补一条任务' : '修改任务'}
          onSave={(next) =>
            onSave(
              editing === null || editing < 0 ? withNewTask(parsed, next) : withTask(parsed, editing, next),
            )
          }
          onRemove={
            editing !== null && editing >= 0 && parsed.tasks.length > 1
              ? () => onSave(withoutTask(parsed, editing))
              : undefined
          }
          onClose={close}
        />
      )}
    </Card>
  );
}
