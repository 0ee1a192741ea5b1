import { messageEndpoints } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, useKeyset, useSplit } from '../../platform';
import { Button, Empty, KeysetList, Page, Segmented, SplitView, View } from '../../ui';
import { MessageCard } from './message-card';
import { messageFilters, messageFilterWords, stateOfFilter, type MessageFilter } from './message-filter';
import { MessagePane } from './message-view';

const write = (): void => open('messageNew');

const emptyWords: Record<MessageFilter, { title: string; text: string }> = {
  all: { title: '您还没有留过言', text: '有问题尽管问，最迟哪天答复，提交前就告诉您' },
  waiting: { title: '没有正在办理的留言', text: '有新的问题，随时可以再问' },
  answered: { title: '还没有答复', text: '答复发布后会在这里和“我的消息”里看到' },
};

/** The third tab of a citizen who is signed in: list, and beside it the message on wide windows. */
export function MyMessages() {
  const [filter, setFilter] = useState<MessageFilter>('all');
  const list = useKeyset(messageEndpoints.list, { scope: 'mine', limit: 50, state: stateOfFilter(filter) });
  const split = useSplit('desk', 'message');
  const options = messageFilters.map((value) => ({ value, label: messageFilterWords[value] }));

  const messages = (
    <View>
      {split.wide && (
        <View className="row row--between">
          <View as="h1" className="t-title">
            我的留言
          </View>
          <Button icon="edit" inline onTap={write}>
            我要留言
          </Button>
        </View>
      )}
      <View className={split.wide ? 'mt' : undefined}>
        <Segmented options={options} value={filter} onChange={setFilter} label="留言筛选" />
      </View>
      <View className="mt">
        <KeysetList
          {...list}
          itemKey={(message) => message.id}
          renderItem={(message) => (
            <MessageCard
              message={message}
              selected={message.id === split.selected}
              onTap={() => split.select(message.id)}
            />
          )}
          empty={
            <Empty
              icon="chat"
              {...emptyWords[filter]}
              action={{ text: '看看别人问过什么', onTap: () => open('answers') }}
            />
          }
        />
      </View>
    </View>
  );

  return (
    <Page
      title="我的留言"
      tab="desk"
      width={split.wide ? 'split' : 'text'}
      onRefresh={list.reload}
      foot={
        split.wide ? undefined : (
          <Button icon="edit" onTap={write}>
            我要留言
          </Button>
        )
      }
    >
      <SplitView
        list={messages}
        detail={split.selected > 0 ? <MessagePane key={split.selected} id={split.selected} /> : null}
        hint="在左侧选择一条留言"
      />
    </Page>
  );
}
