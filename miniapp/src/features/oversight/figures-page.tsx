import {
  messageKinds,
  oversightEndpoints,
  statsGroupings,
  type MessageKind,
  type ReplyStats,
  type StatsGrouping,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { open, serverToday, useCall } from '../../platform';
import { Card, Page, ProgressBar, QueryView, Segmented, Tap, Text, TextLink, View } from '../../ui';
import { RegionGate } from '../region/region-gate';
import { figuresWords, lengthenedWords, medianWords, shareTone, shareWords } from './board-words';
import { periodDates, type FiguresPeriod, figuresPeriods, figuresPeriodWords } from './figures-period';
import { HoldingLine } from './holding-line';
import { whatOfPart, type Period } from './items-of';
import { ReplyFigures } from './reply-figures';
import './oversight.scss';

const groupingWords: Record<StatsGrouping, string> = { unit: '按单位', kind: '按类型', month: '按月份' };

/** 答复公开: how messages are answered, by unit, kind and month, for everybody; each number opens its list. */
export function FiguresPage({ region }: { region: string | undefined }) {
  return (
    <RegionGate asked={region} frame={(content) => <Page title="答复公开">{content}</Page>}>
      {(code) => <Figures key={code} code={code} />}
    </RegionGate>
  );
}

function Figures({ code }: { code: string }) {
  const [period, setPeriod] = useState<FiguresPeriod>('quarter');
  const [by, setBy] = useState<StatsGrouping>('unit');
  const dates = periodDates(period, serverToday());
  const stats = useCall(oversightEndpoints.replyStats, { region: code, by, ...dates }, { keepLast: true });
  return (
    <Page title="答复公开" width="full" onRefresh={stats.refetch}>
      <View className="stack">
        <Segmented
          label="时间"
          value={period}
          onChange={setPeriod}
          options={figuresPeriods.map((value) => ({ value, label: figuresPeriodWords[value] }))}
        />
        <QueryView query={stats}>
          {(found) => (
            <View className="stack">
              <Card title="各类留言">
                <ReplyFigures figures={found} period={dates} />
                <HoldingLine holding={found.holding} />
                {found.movedByOverride > 0 && (
                  <TextLink onTap={() => open('items', { what: whatOfPart('moved', dates) })}>
                    {`因本地区放假安排改期 ${found.movedByOverride} 件`}
                  </TextLink>
                )}
              </Card>
              <Segmented
                label="分组"
                value={by}
                onChange={setBy}
                options={statsGroupings.map((value) => ({ value, label: groupingWords[value] }))}
              />
              <Groups stats={found} by={by} dates={dates} />
            </View>
          )}
        </QueryView>
        <View className="t-note">
          按到期日统计。按时答复率是按时答复的占已经到期的比例；改类、并单和不予受理的都算在内，留言人撤回的另列。
        </View>
      </View>
    </Page>
  );
}

type Group = ReplyStats['groups'][number];

function Groups({ stats, by, dates }: { stats: ReplyStats; by: StatsGrouping; dates: Period }) {
  const groups = stats.groups.filter((group) => group.total + group.withdrawn + group.holding.stays > 0);
  return (
    <Card title={groupingWords[by]} note="点开看清单">
      {groups.length === 0 && <View className="t-2">这段时间没有到期的留言。</View>}
      {groups.map((group) => (
        <GroupRow key={group.key} group={group} by={by} dates={dates} />
      ))}
    </Card>
  );
}

function GroupRow({ group, by, dates }: { group: Group; by: StatsGrouping; dates: Period }) {
  const words = [figuresWords(group), medianWords(group.medianHours), lengthenedWords(group)]
    .filter(Boolean)
    .join('；');
  return (
    <Tap className="unit-bar" onTap={() => openGroup(group, by, dates)}>
      <View className="row row--between">
        <View className="grow t-strong">{group.name}</View>
        {group.share === null && <Text className="t-note">没有到期的</Text>}
      </View>
      {group.share !== null && (
        <ProgressBar
          percent={group.share * 100}
          tone={shareTone(group)}
          label="按时答复率"
          value={shareWords(group)}
        />
      )}
      <View className="t-note">{words}</View>
      <HoldingLine holding={group.holding} />
    </Tap>
  );
}

function openGroup({ key }: Group, by: StatsGrouping, dates: Period): void {
  if (by === 'unit') open('items', { what: whatOfPart('total', dates), unit: key });
  else if (by === 'kind' && isKind(key)) open('items', { what: whatOfPart('total', dates), kind: key });
  else open('items', { what: whatOfPart('total', periodDates('month', `${key}-01`)) });
}

const isKind = (text: string): text is MessageKind => (messageKinds as readonly string[]).includes(text);
