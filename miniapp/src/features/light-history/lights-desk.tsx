import {
  paperDate,
  lightHistoryEndpoints,
  type LightSettings,
  type LightSettingsChange,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { useCall, useKeyset, useRefresh } from '../../platform';
import { Button, Card, Chip, Items, KeysetList, LightChip, Page, QueryView, View } from '../../ui';
import { useRoles } from '../oversight/use-roles';
import { LightMonths } from './light-months';
import { LightSettingsSheet } from './light-settings-sheet';
import { bandWords, changeWords, judgedOrder, ruleWords } from './light-words';
import './light-history.scss';

/** 状态怎么判定: the rules with the region's numbers, every month as it ended, and who changed what and why. */
export function LightsDesk({ code }: { code: string }) {
  const [changing, setChanging] = useState(false);
  const isOffice = useRoles().includes('office');
  const settings = useCall(lightHistoryEndpoints.settings, { code });
  const refresh = useRefresh();
  const reload = (): Promise<void> =>
    refresh(
      lightHistoryEndpoints.settings,
      lightHistoryEndpoints.settingsChanges,
      lightHistoryEndpoints.months,
    );
  return (
    <Page title="状态怎么判定" onRefresh={reload}>
      <QueryView query={settings}>
        {(current) => (
          <View className="stack">
            <Rules settings={current} />
            {isOffice && (
              <Button icon="edit" onTap={() => setChanging(true)}>
                调整判定天数
              </Button>
            )}
            <Bands settings={current} />
            <LightMonths code={code} />
            <Changes code={code} />
            {changing && (
              <LightSettingsSheet code={code} current={current} onClose={() => setChanging(false)} />
            )}
          </View>
        )}
      </QueryView>
    </Page>
  );
}

function Rules({ settings }: { settings: LightSettings }) {
  const words = ruleWords(settings);
  return (
    <Card title="七种状态" note="由系统判定，不能手工改">
      <Items>
        {judgedOrder.map((light) => (
          <View key={light} className="item light-rule">
            <View className="light-rule__mark">
              <LightChip light={light} />
            </View>
            <View className="light-rule__words">{words[light]}</View>
          </View>
        ))}
      </Items>
      <View className="t-note mt-s">
        从上往下，先符合哪一条就是哪种状态。完成日期是单位首次报送完成的那一天；被退回的不算，按重新报送那天算。没有写时限的任务不会逾期或临期。
      </View>
    </Card>
  );
}

/** The finer bands of the board: each open task stands in exactly one. */
function Bands({ settings }: { settings: LightSettings }) {
  return (
    <Card title="进展更新" note="未销号的任务">
      <Items>
        {bandWords(settings).map(({ band, shape, word, text }) => (
          <View key={band} className="item light-rule">
            <View className="light-rule__mark">
              <Chip shape={shape}>{word}</Chip>
            </View>
            <View className="light-rule__words">{text}</View>
          </View>
        ))}
      </Items>
    </Card>
  );
}

function Changes({ code }: { code: string }) {
  const changes = useKeyset(lightHistoryEndpoints.settingsChanges, { code, limit: 20 });
  return (
    <Card title="天数调整记录">
      <KeysetList
        {...changes}
        className="items"
        itemKey={(change) => change.id}
        renderItem={(change) => <Change change={change} />}
        empty={<View className="t-2">没有调整过，按产品的默认天数判定。</View>}
      />
    </Card>
  );
}

function Change({ change }: { change: LightSettingsChange }) {
  const who = change.by === null ? '政务公开办' : change.by;
  return (
    <View>
      <View className="t-strong">{changeWords(change.was, change.became)}</View>
      <View>理由：{change.reason}</View>
      <View className="t-note">
        {paperDate(change.at.slice(0, 10))} · {who}
      </View>
    </View>
  );
}
