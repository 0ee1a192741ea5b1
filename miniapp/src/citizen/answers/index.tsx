import { messageEndpoints } from '@sunledger/shared-types';
import { useState } from 'react';
import { MessagePane } from '../../features/message/message-view';
import { RegionGate } from '../../features/region/region-gate';
import { AnswerCard } from '../../features/search/answer-item';
import { AnswersBar, type AnswerFilters } from '../../features/search/answers-bar';
import { back, idOf, open, useKeyset, useParams, useSettled, useShareCard, useSplit } from '../../platform';
import { Button, Empty, KeysetList, Page, SplitView, TextLink, View } from '../../ui';

const title = '公开答复';
const everything: AnswerFilters = { kind: 'all', unit: 0, task: 0, q: '' };

export default function AnswersPage() {
  return (
    <RegionGate asked={useParams('answers').region} frame={(content) => <Page title={title}>{content}</Page>}>
      {(code) => <Answers key={code} code={code} />}
    </RegionGate>
  );
}

function Answers({ code }: { code: string }) {
  const given = useParams('answers');
  const [filters, setFilters] = useState<AnswerFilters>(() => ({
    kind: 'all',
    unit: idOf(given.unit),
    task: idOf(given.task),
    q: (given.q ?? '').slice(0, 50),
  }));
  const q = useSettled(filters.q.trim(), 350);
  const list = useKeyset(messageEndpoints.list, {
    region: code,
    scope: 'public',
    kind: filters.kind === 'all' ? undefined : filters.kind,
    unit: filters.unit || undefined,
    task: filters.task || undefined,
    q: q || undefined,
  });
  const split = useSplit('answers', 'message');
  // a wide window never stands half empty
  const selected = split.wide ? split.selected || (list.items[0]?.id ?? 0) : 0;
  const change = (part: Partial<AnswerFilters>): void => {
    setFilters({ ...filters, ...part });
    if (split.wide) split.clear();
  };
  const filtered = filters.kind !== 'all' || filters.unit > 0 || filters.task > 0 || q !== '';
  useShareCard('公开答复：大家问了什么，单位怎么答', 'answers', {
    region: code,
    unit: filters.unit || undefined,
    q,
  });
  const ask = (
    <Button icon="edit" onTap={() => open('messageNew', filters.task > 0 ? { taskId: filters.task } : {})}>
      我要留言
    </Button>
  );
  return (
    <Page
      title={title}
      width={split.wide ? 'split' : 'text'}
      onRefresh={list.reload}
      foot={split.wide ? undefined : ask}
    >
      <SplitView
        hint="在左侧选择一条答复"
        list={
          <>
            {split.wide && (
              <View className="row">
                <TextLink icon="back" onTap={back}>
                  返回
                </TextLink>
                <View as="h1" className="t-head">
                  {title}
                </View>
              </View>
            )}
            <AnswersBar region={code} filters={filters} onChange={change} />
            <KeysetList
              {...list}
              itemKey={(message) => message.id}
              renderItem={(message) => (
                <AnswerCard
                  message={message}
                  words={q}
                  selected={message.id === selected}
                  onTap={() => split.select(message.id)}
                />
              )}
              empty={
                filtered ? (
                  <Empty
                    title="没有符合条件的答复"
                    text="换一个词，或放宽筛选条件再看。"
                    icon="chat"
                    action={{ text: '查看全部答复', onTap: () => change(everything) }}
                  />
                ) : (
                  <Empty
                    title="还没有公开的答复"
                    text="留言人同意公开、单位审核后的答复会列在这里。"
                    icon="chat"
                  />
                )
              }
            />
            {split.wide && <View className="mt">{ask}</View>}
          </>
        }
        detail={selected > 0 ? <MessagePane key={selected} id={selected} /> : null}
      />
    </Page>
  );
}
