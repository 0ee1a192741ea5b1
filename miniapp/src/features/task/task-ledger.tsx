import type { TaskRow } from '@sunledger/shared-types';
import { Fragment } from 'react';
import type { Keyset } from '../../platform';
import { Empty, KeysetList, View } from '../../ui';
import { TaskCard } from './task-card';

interface TaskLedgerProps {
  list: Keyset<TaskRow>;
  selected: number;
  onSelect: (id: number) => void;
  withYear: boolean;
  /** Set when a filter is on: shows everything again. */
  onClear?: () => void;
}

/** The ledger in the order of the paper, with a line where a section begins. */
export function TaskLedger({ list, selected, onSelect, withYear, onClear }: TaskLedgerProps) {
  return (
    <KeysetList
      {...list}
      itemKey={(task) => task.id}
      renderItem={(task, index) => {
        const before = list.items[index - 1];
        const begins =
          task.section !== null && (before?.section !== task.section || before.planId !== task.planId);
        return (
          <Fragment>
            {begins && (
              <View as="h2" className="task-section">
                {withYear ? `${task.year}年 ${task.section}` : task.section}
              </View>
            )}
            <TaskCard
              task={task}
              selected={task.id === selected}
              onTap={() => onSelect(task.id)}
              withYear={withYear}
            />
          </Fragment>
        );
      }}
      end={`共 ${list.items.length} 项`}
      empty={
        onClear ? (
          <Empty
            title="没有符合条件的任务"
            text="换一个词，或放宽筛选条件再看。"
            icon="filter"
            action={{ text: '查看全部任务', onTap: onClear }}
          />
        ) : (
          <Empty title="还没有发布任务" text="工作要点发布后，每项任务和进展都会列在这里。" icon="tasks" />
        )
      }
    />
  );
}
