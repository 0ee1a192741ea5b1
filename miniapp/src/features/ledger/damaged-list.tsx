import { ledgerEndpoints, taskFlags, type TaskFlag } from '@sunledger/shared-types';
import { open, useKeyset } from '../../platform';
import { Card, Chip, Empty, KeysetList, TextLink, View } from '../../ui';
import { flagWords } from '../plan-import/check-words';
import { deadlineShort, taskNumber, unitsShort } from '../task/task-words';

const isFlag = (flag: string): flag is TaskFlag => (taskFlags as readonly string[]).includes(flag);

/** Rows whose cells could not be read with certainty, beside what the paper has printed. */
export function DamagedList({ code, plan }: { code: string; plan: number }) {
  const list = useKeyset(ledgerEndpoints.damaged, { code, plan, limit: 50 }, { enabled: plan > 0 });
  return (
    <KeysetList
      {...list}
      itemKey={(task) => task.id}
      renderItem={(task) => (
        <Card>
          <View className="row row--wrap">
            {task.flags.filter(isFlag).map((flag) => (
              <Chip key={flag} tone="late" shape="▲">
                {flagWords[flag]}
              </Chip>
            ))}
          </View>
          <View className="mt-s">{[taskNumber(task.no), task.text].filter(Boolean).join(' ')}</View>
          <View className="t-note">原文单位：{task.unitText ?? '没有'}</View>
          <View className="t-note">
            读出：{unitsShort([...task.leadUnits, ...task.responsibleUnits]) ?? '没有单位'} ·{' '}
            {deadlineShort(task) ?? '没有时限'}
          </View>
          <TextLink icon="edit" onTap={() => open('taskManage', { id: task.id })}>
            对照原文修改
          </TextLink>
        </Card>
      )}
      empty={<Empty icon="check" title="没有残缺的行" text="这份要点的每一行都读清楚了，或已经改好。" />}
    />
  );
}
