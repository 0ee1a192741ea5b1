import { planEndpoints, planImportEndpoints, planStateWords, type PlanRow } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, open, pickFile, upload, useKeyset, usePageShow, useSession } from '../../platform';
import { Button, Card, Chip, Icon, KeysetList, ListRow, Notice, Page, Tap, Text, View } from '../../ui';
import { openImports, rememberImport, type OpenImport } from './open-imports';
import { fileProblem, importExtensions } from './import-file';
import { stateLook } from './state-look';
import './plan-import.scss';

/** 导入与发布: a paper in, and every plan of the region with its state. */
export function ImportDesk() {
  const code = useSession((state) => state.regionCode);
  const [begun, setBegun] = useState<OpenImport[]>(openImports);
  const plans = useKeyset(planEndpoints.list, { code, drafts: 'true', limit: 30 });
  usePageShow(() => {
    setBegun(openImports());
    void plans.reload();
  });
  return (
    <Page title="导入与发布" onRefresh={plans.reload}>
      <UploadCard region={code} />
      {begun.length > 0 && (
        <Card title="还没核对完的">
          {begun.map((one) => (
            <ListRow
              key={one.id}
              icon="file"
              title={one.fileName}
              note="接着核对"
              onTap={() => open('importCheck', { id: one.id })}
            />
          ))}
        </Card>
      )}
      <Card className="card--flush">
        <ListRow
          icon="tasks"
          title="台账办理"
          note="指定单位、拆分合并、分村、销号要求、回头看"
          onTap={() => open('ledger')}
        />
      </Card>
      <Card title="工作要点">
        <KeysetList
          {...plans}
          className="items"
          itemKey={(plan) => plan.id}
          renderItem={(plan) => <PlanItem plan={plan} />}
          empty="还没有工作要点，先导入一份文件"
        />
      </Card>
    </Page>
  );
}

function PlanItem({ plan }: { plan: PlanRow }) {
  const look = stateLook[plan.status];
  return (
    <Tap className="item-tap" onTap={() => open('planManage', { id: plan.id })}>
      <View className="row row--wrap row--between">
        <Chip tone={look.tone} shape={look.shape}>
          {planStateWords[plan.status]}
        </Chip>
        <Text className="t-note">{plan.year}年</Text>
      </View>
      <View className="t-strong mt-s">{plan.title}</View>
      <View className="t-note">
        {[plan.documentNumber, `${plan.taskCount} 项任务`].filter(Boolean).join(' · ')}
      </View>
    </Tap>
  );
}

function UploadCard({ region }: { region: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const choose = async (): Promise<void> => {
    setProblem(null);
    const file = await pickFile(importExtensions);
    if (!file) return;
    const wrong = fileProblem(file);
    setProblem(wrong);
    if (wrong) return;
    setReading(file.name);
    try {
      const made = await upload(planImportEndpoints.upload, file, { region });
      rememberImport(made);
      open('importCheck', { id: made.id });
    } catch (error) {
      setProblem(errorMessage(error));
    } finally {
      setReading(null);
    }
  };
  return (
    <Card title="导入文件">
      <View className="t-2">
        选一份工作要点，Word、PDF（文字版）、网页或文本都可以。系统读出任务、单位和时限，您对照原文核对后再送审。
      </View>
      <View className="import-steps t-note">
        <Icon name="shield" /> 带密级或“内部资料”标记的文件会被拒绝，不保存任何内容。
      </View>
      <Button icon="upload" onTap={choose}>
        {reading === null ? '选择文件' : '正在读取'}
      </Button>
      {reading !== null && (
        <View className="t-note mt-s" live="polite">
          正在读取 {reading}，请稍候。
        </View>
      )}
      {problem !== null && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {problem}
          </Notice>
        </View>
      )}
    </Card>
  );
}
