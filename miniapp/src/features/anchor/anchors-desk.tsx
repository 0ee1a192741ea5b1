import { anchorEndpoints, formatFullDate, type Anchor } from '@sunledger/shared-types';
import { useState } from 'react';
import { call, copyText, errorMessage, saveText, toast, useKeyset } from '../../platform';
import { Card, Empty, KeysetList, Page, Text, TextLink, View } from '../../ui';

/** 每日存证: what the chains were day by day; a file kept elsewhere finds even a rewriting with the right key. */
export function AnchorsDesk({ code }: { code: string }) {
  const anchors = useKeyset(anchorEndpoints.list, { code, limit: 20 });
  return (
    <Page title="每日存证" onRefresh={anchors.reload}>
      <View className="stack">
        <Card>
          <View className="t-2">
            系统每天记下全部留言办理记录的条数和链首。请每月至少下载一份，存到系统以外的地方；通报上印的指纹应与这里一致。核对时由管理员运行
            npm run verify -- --anchor 文件。
          </View>
        </Card>
        <KeysetList
          {...anchors}
          className="stack"
          itemKey={(anchor) => anchor.id}
          renderItem={(anchor) => <AnchorCard code={code} anchor={anchor} />}
          empty={<Empty icon="shield" title="还没有存证" text="系统运行后，每天零点过后自动生成。" />}
        />
      </View>
    </Page>
  );
}

function AnchorCard({ code, anchor }: { code: string; anchor: Anchor }) {
  const [busy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      const file = await call(anchorEndpoints.file, { code, day: anchor.day }, { timeoutMs: 120_000 });
      if (await saveText(`存证-${code}-${anchor.day}.json`, JSON.stringify(file))) toast('已下载', 'done');
    } catch (error) {
      toast(errorMessage(error), 'bad');
    } finally {
      setBusy(false);
    }
  };
  const copy = async (): Promise<void> => {
    toast((await copyText(anchor.fingerprint)) ? '完整指纹已复制' : '没有复制成功，请手抄');
  };
  return (
    <Card title={formatFullDate(anchor.day)}>
      <View className="t-2">
        {anchor.messages} 条留言 · {anchor.events} 条记录
      </View>
      <View>
        <Text className="t-note">指纹 </Text>
        <Text className="t-num" selectable>
          {anchor.short}
        </Text>
      </View>
      <View className="row row--wrap">
        <TextLink icon="file" onTap={() => void download()}>
          {busy ? '正在下载' : '下载存证文件'}
        </TextLink>
        <TextLink icon="copy" onTap={() => void copy()}>
          复制完整指纹
        </TextLink>
      </View>
    </Card>
  );
}
