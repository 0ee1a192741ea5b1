import { openDataEndpoints, openDataFields, openDataSets, openDataTitles } from '@sunledger/shared-types';
import { useState } from 'react';
import { addressOf, copyText, download, errorMessage, toast } from '../../platform';
import { Button, Card, Notice, Text, View } from '../../ui';

/** Files for everybody: what is public, with a stable list of fields. */
export function OpenDataCard({ code }: { code: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  // WeChat opens no CSV: the address goes to a computer instead.
  const inWechat = process.env.TARO_ENV === 'weapp';
  const take = async (set: (typeof openDataSets)[number]): Promise<void> => {
    setProblem(null);
    const input = { code, file: `${set}.csv` } as const;
    try {
      if (!inWechat) await download(openDataEndpoints.file, input, `${openDataTitles[set]}.csv`);
      else if (await copyText(addressOf(openDataEndpoints.file, input))) toast('地址已复制，请在电脑上打开');
    } catch (error) {
      setProblem(errorMessage(error));
    }
  };
  return (
    <Card title="开放数据" note="只含已公布的内容">
      <View className="t-2">
        每份数据都有表格（CSV，可用 Excel 打开）和 JSON 两种格式，字段长期不变。个人信息已隐去。
      </View>
      {openDataSets.map((set) => (
        <View key={set} className="sheet-row">
          <View className="t-strong">{openDataTitles[set]}</View>
          <View className="t-note">{openDataFields[set].map((field) => field.label).join('、')}</View>
          <View className="mt-s">
            <Button kind="ghost" icon={inWechat ? 'copy' : 'file'} onTap={() => take(set)}>
              {inWechat ? `复制${openDataTitles[set]}的地址` : `下载${openDataTitles[set]}`}
            </Button>
          </View>
        </View>
      ))}
      <Text className="t-note">接口说明：/api/v1/regions/{code}/open-data</Text>
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
