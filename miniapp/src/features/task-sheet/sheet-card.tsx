import { planEndpoints, taskEndpoints, taskSheetEndpoints, type SheetImport } from '@sunledger/shared-types';
import { useState } from 'react';
import {
  download,
  errorMessage,
  pickFile,
  toast,
  upload,
  useCall,
  useRefresh,
  type PickedFile,
} from '../../platform';
import { Button, Card, Notice, Picker, View } from '../../ui';
import { SheetCheck } from './sheet-check';

const ALL = 'all';

interface Checked {
  file: PickedFile;
  result: SheetImport;
}

/** 台账 out to Excel, and back: looked through first, then taken whole or not at all. */
export function SheetCard({ code, mayImport }: { code: string; mayImport: boolean }) {
  const plans = useCall(planEndpoints.list, { code, drafts: mayImport ? 'true' : 'false', limit: 50 });
  const refresh = useRefresh();
  const [plan, setPlan] = useState(ALL);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);

  const during = async (work: () => Promise<void>): Promise<void> => {
    setProblem(null);
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setProblem(errorMessage(error));
    } finally {
      setBusy(false);
    }
  };
  const save = (): Promise<void> =>
    during(() => {
      const wish = plan === ALL ? { code } : { code, plan: Number(plan) };
      return download(taskSheetEndpoints.export, wish, '任务台账.xlsx');
    });
  const choose = async (): Promise<void> => {
    const file = await pickFile(['.xlsx']);
    if (!file) return;
    setChecked(null);
    await during(async () => {
      const result = await upload(taskSheetEndpoints.import, file, { region: code, dryRun: 'true' });
      setChecked({ file, result });
    });
  };
  const take = (file: PickedFile): Promise<void> =>
    during(async () => {
      const { waiting } = await upload(taskSheetEndpoints.import, file, { region: code });
      setChecked(null);
      toast(waiting > 0 ? `已导入，${waiting} 项修改等另一位同事审核` : '已导入', 'done');
      await refresh(taskEndpoints.list, taskEndpoints.get);
    });
  const choices = [
    { value: ALL, label: '全部已发布的任务' },
    ...(plans.data?.items ?? []).map((each) => ({
      value: String(each.id),
      label: `${each.year}年 ${each.title}`,
    })),
  ];
  return (
    <Card title="台账" note="Excel，与文件列序相同">
      <Picker label="导出哪些任务" value={plan} choices={choices} onChange={setPlan} />
      <View className="stack stack--s mt">
        <Button icon="file" onTap={save} busy={busy}>
          导出 Excel 台账
        </Button>
        {mayImport && (
          <Button kind="ghost" icon="upload" onTap={choose} busy={busy}>
            导入改过的台账
          </Button>
        )}
      </View>
      {mayImport && (
        <View className="t-note mt-s">
          可改重点工作、牵头单位、责任单位和完成时限四列。先预览，任何一行有问题都不会导入。
        </View>
      )}
      {problem !== null && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {problem}
          </Notice>
        </View>
      )}
      {checked && (
        <SheetCheck
          name={checked.file.name}
          result={checked.result}
          busy={busy}
          onTake={() => void take(checked.file)}
          onDrop={() => setChecked(null)}
        />
      )}
    </Card>
  );
}
