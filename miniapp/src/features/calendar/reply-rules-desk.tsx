import {
  formatFullDate,
  replyRuleEndpoints,
  replyRuleText,
  type ReplyRule,
  type ReplyRuleVersion,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { useCall, useKeyset, useRefresh } from '../../platform';
import { Button, Card, Chip, KeysetList, ListRow, Page, QueryView, Text, View, type Tone } from '../../ui';
import { workingDaysWords } from '../region/reply-words';
import { useRoles } from '../oversight/use-roles';
import { hoursAsText } from './hours-text';
import { dayKinds } from './rule-form';
import { RuleSheet } from './rule-sheet';

const looks: Record<ReplyRuleVersion['state'], { tone: Tone; word: string }> = {
  past: { tone: 'grey', word: '已停用' },
  current: { tone: 'done', word: '现行' },
  future: { tone: 'going', word: '待执行' },
};

/** 答复承诺: what the region promises, since when and by which document. */
export function ReplyRulesDesk({ code }: { code: string }) {
  const [writing, setWriting] = useState(false);
  const isOffice = useRoles().includes('office');
  const now = useCall(replyRuleEndpoints.list, { code, limit: 1 });
  const history = useKeyset(replyRuleEndpoints.list, { code, limit: 20 });
  const refresh = useRefresh();
  return (
    <Page title="答复承诺" onRefresh={() => refresh(replyRuleEndpoints.list)}>
      <QueryView query={now}>
        {({ current }) => (
          <View className="stack">
            <Current rule={current} />
            {isOffice && (
              <Button icon="edit" onTap={() => setWriting(true)}>
                发布新的承诺
              </Button>
            )}
            <Card title="历次承诺">
              <View className="t-2">每条留言按收到当天的承诺计算，之后发布的不影响它。</View>
              <View className="mt-s">
                <KeysetList
                  {...history}
                  className="items"
                  itemKey={(version) => version.id}
                  renderItem={(version) => <Version version={version} />}
                  empty={<View className="t-note">还没有发布过，按默认的工作日数执行。</View>}
                />
              </View>
            </Card>
            {isOffice && writing && (
              <RuleSheet code={code} current={current} onClose={() => setWriting(false)} />
            )}
          </View>
        )}
      </QueryView>
    </Page>
  );
}

function Current({ rule }: { rule: ReplyRule }) {
  return (
    <Card title="现行承诺">
      {dayKinds.map(({ kind, label }) => (
        <ListRow key={kind} title={label} value={workingDaysWords(rule.days[kind])} />
      ))}
      <View className="t-note mt-s">{replyRuleText(rule)}</View>
      {rule.workingHours.map((season) => (
        <View key={season.from} className="t-note">
          办公时间：{hoursAsText([season])}
        </View>
      ))}
      <View className="t-note">
        {rule.promisedIn === null ? '还没有承诺文件，按默认的工作日数' : `依据：${rule.promisedIn}`}
      </View>
    </Card>
  );
}

function Version({ version }: { version: ReplyRuleVersion }) {
  const look = looks[version.state];
  const until = version.effectiveUntil === null ? '' : `至${formatFullDate(version.effectiveUntil)}`;
  return (
    <View>
      <View className="row row--wrap">
        <Chip tone={look.tone}>{look.word}</Chip>
        <Text className="t-strong">
          {formatFullDate(version.effectiveFrom)}
          {until === '' ? '起' : until}
        </Text>
      </View>
      <View>{version.source === null ? '没有写明文件' : `依据：${version.source}`}</View>
      <View className="t-note">
        {dayKinds.map(({ kind, label }) => `${label} ${version.rule.days[kind]}`).join(' · ')}（工作日）
      </View>
    </View>
  );
}
