import type { PlanImport } from '@sunledger/shared-types';
import { useMemo, useState } from 'react';
import { confirm, errorMessage, replace, toast, useWide } from '../../platform';
import { Button, Card, Notice, Page, QueryView, Segmented, Text, View } from '../../ui';
import { CheckHead } from './check-head';
import { CheckPoints } from './check-points';
import { CheckRemarks } from './check-remarks';
import { CheckTasks } from './check-tasks';
import { coverageWords, missingIn, sortedRemarks, sourceLines, taskCountOf } from './check-words';
import { forgetImport } from './open-imports';
import { SourceColumn, SourceSheet } from './source-view';
import { useImport } from './use-import';
import './plan-import.scss';

type Part = 'remarks' | 'tasks' | 'points' | 'head';

/** 核对导入结果: what was read, beside the source text, until a person says it is right. */
export function CheckImport({ id }: { id: number }) {
  const work = useImport(id);
  const { query, busy } = work;
  const [problem, setProblem] = useState<string | null>(null);
  const open = query.data?.status === 'open';

  const finish = async (): Promise<void> => {
    if (!query.data) return;
    const missing = missingIn(query.data.parsed);
    setProblem(missing.length > 0 ? missing.join('') : null);
    if (missing.length > 0) return;
    const yes = await confirm({
      title: '核对好了？',
      text: `将生成工作要点草稿，共 ${taskCountOf(query.data.parsed)} 项任务。生成后送审，审核通过才能发布。`,
      confirmText: '生成草稿',
      cancelText: '再看看',
    });
    if (!yes) return;
    try {
      const { planId } = await work.confirm();
      forgetImport(id);
      toast('草稿已生成', 'done');
      if (planId !== null) replace('planManage', { id: planId });
    } catch (error) {
      setProblem(errorMessage(error));
    }
  };

  const foot = query.data && (
    <>
      {open ? (
        <Button onTap={finish} busy={busy}>
          核对无误，生成草稿
        </Button>
      ) : (
        query.data.planId !== null && (
          <Button onTap={() => replace('planManage', { id: query.data?.planId ?? 0 })}>去送审和发布</Button>
        )
      )}
    </>
  );
  return (
    <Page title="核对导入结果" width="full" foot={foot} onRefresh={() => query.refetch()}>
      <QueryView query={query}>
        {(found) => (
          <View className="stack">
            {problem !== null && (
              <Notice tone="late" icon="warn">
                {problem}
              </Notice>
            )}
            <Reading found={found} onSave={open ? work.save : null} />
          </View>
        )}
      </QueryView>
    </Page>
  );
}

interface ReadingProps {
  found: PlanImport;
  onSave: ((parsed: PlanImport['parsed']) => Promise<unknown>) | null;
}

function Reading({ found, onSave }: ReadingProps) {
  const wide = useWide();
  const { parsed, sourceText } = found;
  const lines = useMemo(() => sourceLines(sourceText), [sourceText]);
  const [part, setPart] = useState<Part>('remarks');
  const [focus, setFocus] = useState(0);
  const looks = sortedRemarks(parsed.remarks).look.length;
  const parts = (
    <View className="stack">
      <Card>
        <View className="t-strong">{parsed.title ?? '没有识别出标题'}</View>
        <View className="t-note">{[found.fileName, parsed.documentNumber].filter(Boolean).join(' · ')}</View>
        <View className="t-note">{coverageWords(parsed)}</View>
        {onSave === null && <Text className="t-note t-done">这次导入已经核对完成，不能再改。</Text>}
      </Card>
      <Segmented
        label="核对什么"
        value={part}
        onChange={setPart}
        options={[
          { value: 'remarks', label: '提示', count: looks },
          { value: 'tasks', label: '任务', count: parsed.tasks.length },
          { value: 'points', label: '要点' },
          { value: 'head', label: '文件' },
        ]}
      />
      {part === 'remarks' && <CheckRemarks remarks={parsed.remarks} focus={focus} onLine={setFocus} />}
      {part === 'tasks' && <CheckTasks parsed={parsed} lines={lines} onLine={setFocus} onSave={onSave} />}
      {part === 'points' && <CheckPoints parsed={parsed} lines={lines} onLine={setFocus} onSave={onSave} />}
      {part === 'head' && <CheckHead parsed={parsed} onSave={onSave} />}
    </View>
  );
  return (
    <View>
      <View className="check-columns">
        {parts}
        {wide && <SourceColumn lines={lines} focus={focus} />}
      </View>
      <SourceSheet lines={lines} focus={focus} onClose={() => setFocus(0)} />
    </View>
  );
}
