import { calendarEndpoints, type OutputOf, type YearReading } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, toast, useSend } from '../../platform';
import { Button, Card, Chip, Notice, Page, Text, TextArea, View } from '../../ui';
import { Holidays } from './holidays';
import { movesWords } from './month-cells';
import { YearGrid } from './year-grid';

type Preview = OutputOf<typeof calendarEndpoints.previewYears>;

const stateWords: Record<YearReading['state'], string> = {
  new: '新的一年',
  corrected: '更正已有的安排',
  same: '与现行安排相同',
};

/** 导入放假通知: paste, compare the calendar page with the notice, import. */
export function ImportNotice() {
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const read = useSend(calendarEndpoints.previewYears);
  const send = useSend(calendarEndpoints.importYears, { refreshes: [calendarEndpoints.page] });
  const problem = read.error ?? send.error;
  const changes = preview?.years.some((year) => year.state !== 'same') ?? false;

  const change = (value: string): void => {
    setText(value);
    setPreview(null);
    read.reset();
    send.reset();
  };
  const look = async (): Promise<void> => {
    try {
      setPreview(await read.run({ text }));
    } catch (error) {
      // shown below the text
      console.warn('the notice was not read', errorMessage(error));
    }
  };
  const take = async (): Promise<void> => {
    try {
      await send.run({ text });
    } catch (error) {
      // shown below the text
      console.warn('the notice was not imported', errorMessage(error));
      return;
    }
    toast('已导入，暂定期限正在确定', 'done');
    change('');
  };

  return (
    <Page
      title="导入放假通知"
      width={preview ? 'full' : 'text'}
      foot={
        preview && changes ? (
          <Button onTap={take} busy={send.busy}>
            与通知一致，导入
          </Button>
        ) : undefined
      }
    >
      <Card title="通知原文">
        <View className="t-2">
          粘贴国务院办公厅《关于某年部分节假日安排的通知》全文，或者
          JSON。系统读出日历页，您与原文核对后再导入；导入后所有地区的暂定期限随之确定。
        </View>
        <View className="mt">
          <TextArea
            label="通知原文"
            bare
            value={text}
            onChange={change}
            maxLength={20_000}
            rows={8}
            placeholder="从标题一直粘贴到落款"
          />
        </View>
        {problem !== null && (
          <View className="mt">
            <Notice tone="late" icon="warn">
              {errorMessage(problem)}
            </Notice>
          </View>
        )}
        {!preview && (
          <View className="mt">
            <Button onTap={look} busy={read.busy} disabled={text.trim() === ''}>
              读出日历页
            </Button>
          </View>
        )}
      </Card>
      {preview && (
        <Notice icon="calendar">
          {changes ? movesWords(preview.moves) : '与现行安排完全相同，不需要导入。'}
        </Notice>
      )}
      {preview?.years.map((year) => (
        <YearCheck key={year.year} year={year} />
      ))}
    </Page>
  );
}

function YearCheck({ year }: { year: YearReading }) {
  return (
    <Card title={`${year.year}年`} note={<Chip tone="going">{stateWords[year.state]}</Chip>}>
      <Text className="t-2">依据：{year.source}</Text>
      {year.warnings.map((warning) => (
        <View key={warning} className="mt-s">
          <Notice tone="soon" icon="warn">
            {warning}
          </Notice>
        </View>
      ))}
      <Holidays ranges={year.ranges} />
      <View className="mt">
        <YearGrid year={year.year} marks={year.marks} />
      </View>
    </Card>
  );
}
