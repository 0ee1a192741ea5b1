import { messageEndpoints, taskEndpoints, type Light } from '@sunledger/shared-types';
import { useEffect, useState, type ReactNode } from 'react';
import { back, open, useKeyset, useSession, useWide } from '../../platform';
import { Empty, KeysetList, Page, SplitView, TextLink, View } from '../../ui';
import { MessagePane } from '../message/message-view';
import { TaskCard } from '../task/task-card';
import { TaskPane } from '../task/task-pane';
import { rangeWords } from './board-words';
import { MessageItem } from './inbox-card';
import { clockOfPart, titleOf, windowOf, type ItemsAsked, type Period, type ReplyPart } from './items-of';
import { useUnitName } from './unit-board';
import './oversight.scss';

/** 明细: the things behind one number of the board. */
export function ItemsList({ asked, unit }: { asked: ItemsAsked; unit: number }) {
  const code = useSession((state) => state.regionCode);
  const unitName = useUnitName(code, unit);
  const title = titleOf(asked);
  const period = asked.kind === 'messages' ? asked.period : null;
  const notes = [unitName, period ? `${rangeWords(period)}到期` : ''].filter(Boolean).join(' · ');
  if (asked.kind === 'tasks')
    return <Tasks code={code} unit={unit} light={asked.light} title={title} notes={notes} />;
  return <Messages code={code} unit={unit} part={asked.part} period={period} title={title} notes={notes} />;
}

interface ListProps {
  code: string;
  unit: number;
  title: string;
  notes: string;
}

function Tasks({ code, unit, light, title, notes }: ListProps & { light: Light | null }) {
  const wide = useWide();
  const [picked, setPicked] = useState(0);
  const list = useKeyset(taskEndpoints.list, {
    region: code,
    unit: unit || undefined,
    light: light ?? undefined,
  });
  const selected = wide ? picked || (list.items[0]?.id ?? 0) : 0;
  return (
    <Frame
      title={title}
      notes={notes}
      reload={list.reload}
      detail={selected > 0 ? <TaskPane key={selected} id={selected} /> : null}
    >
      <KeysetList
        {...list}
        itemKey={(task) => task.id}
        renderItem={(task) => (
          <TaskCard
            task={task}
            selected={task.id === selected}
            onTap={() => (wide ? setPicked(task.id) : open('task', { id: task.id }))}
          />
        )}
        end={`共 ${list.items.length} 项`}
        empty={<Empty icon="tasks" title="没有这样的任务" text="数字可能刚刚变了，返回上一页再看。" />}
      />
    </Frame>
  );
}

/** So many rows are looked for at once, though the list is read page by page. */
const enough = 12;

function Messages({
  code,
  unit,
  part,
  period,
  title,
  notes,
}: ListProps & { part: ReplyPart; period: Period | null }) {
  const wide = useWide();
  const [picked, setPicked] = useState(0);
  const list = useKeyset(messageEndpoints.list, {
    region: code,
    scope: 'staff',
    unit: unit || undefined,
    clock: clockOfPart[part],
    limit: 50,
  });
  // the call knows no period: rows outside it are left out here, and reading ends where the list has passed it
  const { shown, passed } = windowOf(list.items, part, period);
  const hasMore = list.hasMore && !passed;
  const readOn = hasMore && shown.length < enough && list.moreError === null;
  const { loadingMore, more } = list;
  useEffect(() => {
    if (readOn && !loadingMore) more();
  }, [readOn, loadingMore, more]);
  const selected = wide ? picked || (shown[0]?.id ?? 0) : 0;
  return (
    <Frame
      title={title}
      notes={notes}
      reload={list.reload}
      detail={selected > 0 ? <MessagePane key={selected} id={selected} /> : null}
    >
      <KeysetList
        {...list}
        items={shown}
        hasMore={hasMore}
        state={readOn && shown.length === 0 ? 'loading' : list.state}
        itemKey={(message) => message.id}
        renderItem={(message) => (
          <MessageItem
            message={message}
            mark={null}
            home={unit > 0 ? message.unit.name : ''}
            selected={message.id === selected}
            onTap={() => (wide ? setPicked(message.id) : open('message', { id: message.id }))}
          />
        )}
        end={`共 ${shown.length} 件`}
        empty={<Empty icon="chat" title="没有这样的留言" text="数字可能刚刚变了，返回上一页再看。" />}
      />
    </Frame>
  );
}

interface FrameProps {
  title: string;
  notes: string;
  reload: () => Promise<unknown>;
  detail: ReactNode | null;
  children: ReactNode;
}

function Frame({ title, notes, reload, detail, children }: FrameProps) {
  const wide = useWide();
  return (
    <Page title={wide ? title : '明细'} width={wide ? 'split' : 'text'} onRefresh={reload}>
      <SplitView
        hint="在左侧选择一条"
        detail={detail}
        list={
          <View>
            {wide && (
              <TextLink icon="back" onTap={back}>
                返回
              </TextLink>
            )}
            <View className="desk__who">
              <View as="h2" className="t-title">
                {title}
              </View>
              {notes !== '' && <View className="t-2">{notes}</View>}
            </View>
            {children}
          </View>
        }
      />
    </Page>
  );
}
