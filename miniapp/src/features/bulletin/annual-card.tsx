import { bulletinEndpoints } from '@sunledger/shared-types';
import { useState } from 'react';
import { copyText, download, errorMessage, serverToday, toast, useCall } from '../../platform';
import { Button, Card, Notice, Picker, QueryView, View } from '../../ui';

/** The section for the 政府信息公开工作年度报告, as text and as a Word file. */
export function AnnualCard({ code }: { code: string }) {
  const thisYear = Number(serverToday().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [problem, setProblem] = useState<string | null>(null);
  const section = useCall(bulletinEndpoints.annualSection, { code, year }, { keepLast: true });
  const save = async (): Promise<void> => {
    setProblem(null);
    try {
      await download(bulletinEndpoints.annualSectionFile, { code, year }, '年度工作要点落实情况.docx');
    } catch (error) {
      setProblem(errorMessage(error));
    }
  };
  return (
    <Card title="年度工作要点落实情况" note="年度报告用">
      <Picker
        label="年度"
        value={String(year)}
        choices={[thisYear, thisYear - 1, thisYear - 2].map((each) => ({
          value: String(each),
          label: `${each}年`,
        }))}
        onChange={(each) => setYear(Number(each))}
      />
      <QueryView query={section}>
        {({ paragraphs }) => (
          <View className="stack stack--s mt">
            {paragraphs.map((paragraph) => (
              <View key={paragraph}>{paragraph}</View>
            ))}
            <Button kind="ghost" icon="file" onTap={save}>
              下载 Word 文件
            </Button>
            <Button
              kind="ghost"
              icon="copy"
              onTap={async () => {
                if (await copyText(paragraphs.join('\n'))) toast('已复制');
              }}
            >
              复制文字
            </Button>
          </View>
        )}
      </QueryView>
      {problem !== null && (
        <Notice tone="late" icon="warn">
          {problem}
        </Notice>
      )}
    </Card>
  );
}
