import { ledgerEndpoints, planEndpoints, yearOf } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, serverToday, useKeyset, useSend, useSession } from '../../platform';
import {
  Button,
  Card,
  Check,
  Chip,
  DatePicker,
  Empty,
  KeysetList,
  LightChip,
  Page,
  Picker,
  Segmented,
  TextLink,
  View,
} from '../../ui';
import { useRoles } from '../oversight/use-roles';
import { taskNumber, unitsShort } from '../task/task-words';
import { ChangeSheet } from './change-sheet';
import { planName } from './change-words';
import { refreshedByChanges } from './refreshed';

/** 回头看: what a year left undone or doubtful, to be carried into a later plan. */
export function LookBackDesk() {
  const code = useSession((state) => state.regionCode);
  const isOffice = useRoles().includes('office');
  const thisYear = yearOf(serverToday());
  const [year, setYear] = useState(String(thisYear - 1));
  const list = useKeyset(ledgerEndpoints.lookBack, { code, year: Number(year), limit: 50 });
  const [picked, setPicked] = useState<number[]>([]);
  const [carrying, setCarrying] = useState(false);
  const done = (): void => {
    setPicked([]);
    void list.reload();
  };
  const foot = picked.length > 0 && (
    <Button onTap={() => setCarrying(true)}>把 {picked.length} 项转入新的要点</Button>
  );
  return (
    <Page title="回头看" width="full" onRefresh={list.reload} foot={foot || undefined}>
      <View className="stack">
        <Segmented
          label="年度"
          value={year}
          onChange={(value) => {
            setYear(value);
            setPicked([]);
          }}
          options={[thisYear, thisYear - 1, thisYear - 2].map((each) => ({
            value: String(each),
            label: `${each}年`,
          }))}
        />
        <KeysetList
          {...list}
          itemKey={(task) => task.id}
          renderItem={(task) => (
            <Card>
              <View className="row row--wrap">
                <LightChip light={task.light} />
                <Chip tone={task.why === 'doubtful' ? 'soon' : 'late'}>
                  {task.why === 'doubtful' ? '销号时存疑' : '未完成'}
                </Chip>
                {task.carriedTo && <Chip tone="done">已转入{task.carriedTo.year}年</Chip>}
              </View>
              {isOffice && !task.carriedTo ? (
                <Check
                  title={[taskNumber(task.no), task.text].filter(Boolean).join(' ')}
                  note={
                    unitsShort(task.leadUnits.length > 0 ? task.leadUnits : task.responsibleUnits) ??
                    undefined
                  }
                  checked={picked.includes(task.id)}
                  onChange={(on) =>
                    setPicked(on ? [...picked, task.id] : picked.filter((each) => each !== task.id))
                  }
                />
              ) : (
                <View className="mt-s">{[taskNumber(task.no), task.text].filter(Boolean).join(' ')}</View>
              )}
              <TextLink onTap={() => open('task', { id: task.carriedTo?.id ?? task.id })}>
                {task.carriedTo ? '看转入后的任务' : '看进展'}
              </TextLink>
            </Card>
          )}
          empty={<Empty icon="check" title={`${year}年没有留下未完成或存疑的任务`} />}
        />
      </View>
      <CarrySheet
        code={code}
        from={Number(year)}
        tasks={picked}
        open={carrying}
        onClose={() => setCarrying(false)}
        onDone={done}
      />
    </Page>
  );
}

interface CarrySheetProps {
  code: string;
  from: number;
  tasks: readonly number[];
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

function CarrySheet({ code, from, tasks, open: isOpen, onClose, onDone }: CarrySheetProps) {
  const plans = useKeyset(planEndpoints.list, { code, drafts: 'true', limit: 30 });
  const carry = useSend(ledgerEndpoints.carry, { refreshes: refreshedByChanges });
  const later = plans.items.filter((plan) => plan.year > from);
  const [chosen, setChosen] = useState('');
  const [dueOn, setDueOn] = useState('');
  const plan = chosen || String(later[0]?.id ?? '');
  return (
    <ChangeSheet
      open={isOpen}
      title={`转入新的要点（${tasks.length} 项）`}
      lead={
        later.length === 0
          ? `还没有${from + 1}年的工作要点，请先导入。`
          : '原来的任务和状态留在上年度，新的任务注明由哪里转入。'
      }
      ready={plan !== ''}
      onSend={(reason) =>
        carry.run({ code, plan: Number(plan), tasks: [...tasks], dueOn: dueOn || null, reason })
      }
      onClose={onClose}
      onDone={onDone}
    >
      {later.length > 0 && (
        <Picker
          label="转入哪份要点"
          value={plan}
          choices={later.map((each) => ({ value: String(each.id), label: planName(each) }))}
          onChange={setChosen}
        />
      )}
      <DatePicker label="新的完成时限" optional value={dueOn} onChange={setDueOn} />
    </ChangeSheet>
  );
}
