import { messageEndpoints, messageKinds, messageKindWords, unitEndpoints, type MessageKind } from '@sunledger/shared-types';
import { useState } from 'react';
import { RegionGate } from '../../features/region/region-gate';
import { AnswerCard } from '../../features/search/answer-item';
import { ChoicePill } from '../../features/task/choice-pill';
import { useSettled } from '../../features/task/use-ledger';
import { idOf, open, useCall, useKeyset, useParams, useShareCard } from '../../platform';
import { Button, Empty, Filters, KeysetList, Notice, Page, SearchBar, TextLink, View } from '../../ui';

const title = '公开答复';

export default function AnswersPage() {
  return <RegionGate frame={(content) => <Page title={title}>{content}</Page>}>{(code) => <Answers code={code} />}</RegionGate>;
}

function Answers({ code }: { code: string }) {
  const given = useParams('answers');
  const [kind, setKind] = useState<MessageKind | 'all'>('all');
  const [unit, setUnit] = useState(idOf(given.unit));
  const [task, setTask] = useState(idOf(given.task));
  const [word, setWord] = useState(given.q ?? '');
  const q = useSettled(word.trim());
  const units = useCall(unitEndpoints.list, { code, limit: 100 }, { staleMs: 10 * 60_000 });
  const list = useKeyset(messageEndpoints.list, {
    region: code,
    scope: 'public',
    kind: kind === 'all' ? undefined : kind,
    unit: unit || undefined,
    task: task || undefined,
    q: q || undefined,
  });
  const filtered = kind !== 'all' || unit > 0 || task > 0 || q !== '';
  const clear = (): void => {
    setKind('all');
    setUnit(0);
    setTask(0);
    setWord('');
  };
  useShareCard('公开答复：大家问了什么，单位怎么答', 'answers');
  return (
    <Page
      title={title}
      onRefresh={list.reload}
      foot={
        <Button icon="edit" onTap={() => open('messageNew', task > 0 ? { taskId: task } : {})}>
          我要留言
        </Button>
      }
    >
      <SearchBar value={word} onChange={setWord} placeholder="在答复里找，如“社保”" />
      <View className="mt-s">
        <Filters
          label="按类型筛选"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'all', label: '全部' },
            ...messageKinds.map((value) => ({ value, label: messageKindWords[value] })),
          ]}
        />
      </View>
      <View className="answers-pills">
        <ChoicePill
          title="单位"
          value={unit}
          fallback="所选单位"
          onChange={setUnit}
          choices={[
            { value: 0, label: '全部单位' },
            ...(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {task > 0 && <TextLink onTap={() => setTask(0)}>不限任务</TextLink>}
      </View>
      {task > 0 && (
        <View className="answers-note">
          <Notice>只显示对一项任务的留言</Notice>
        </View>
      )}
      <KeysetList
        {...list}
        itemKey={(message) => message.id}
        renderItem={(message) => <AnswerCard message={message} words={q} />}
        empty={
          filtered ? (
            <Empty
              title="没有符合条件的答复"
              text="换一个词，或放宽筛选条件再看。"
              icon="chat"
              action={{ text: '查看全部答复', onTap: clear }}
            />
          ) : (
            <Empty title="还没有公开的答复" text="留言人同意公开、单位审核后的答复会列在这里。" icon="chat" />
          )
        }
      />
    </Page>
  );
}
