import {
  oversightEndpoints,
  taskEndpoints,
  type FiguredMessage,
  type Light,
  type MessageKind,
  type TaskRow,
  type UpdateBand,
} from '@sunledger/shared-types';
import { useState, type ReactNode } from 'react';
import { back, open, useKeyset, useSession, useWide, type Keyset } from '../../platform';
import { Empty, KeysetList, Page, SplitView, TextLink, View } from '../../ui';
import { MessagePane } from '../message/message-view';
import { TaskCard } from '../task/task-card';
import { TaskPane } from '../task/task-pane';
import { rangeWords } from './board-words';
import { FiguredItem } from './figured-item';
import { titleOf, type ItemsAsked, type Period, type ReplyPart } from './items-of';
import { useUnitName } from './use-unit-name';
import './oversight.scss';

export interface Narrowed {
  unit: number;
  kind?: MessageKind | undefined;
  section?: string | undefined;
  year?: number | undefined;
}

/** Every date that a message may be due on. */
const ALWAYS: Period = { from: '2000-01-01', to: '2999-12-31' };

/** 明细: the things behind one number of a board; public, as far as each thing is. */
export function ItemsList({ asked, ...narrowed }: Narrowed & { asked: ItemsAsked }) {
  const code = useSession((state) => state.regionCode);
  const unitName = useUnitName(code, narrowed.unit);
  const title = titleOf(asked);
  const period = asked.kind === 'changes' || asked.kind === 'messages' ? asked.period : null;
  const when = period ? `${rangeWords(period)}${asked.kind === 'messages' ? '到期' : ''}` : '';
  const notes = [unitName, narrowed.section, when].filter(Boolean).join(' · ');
  const frame = { code, title, notes, narrowed };
  if (asked.kind === 'messages')
    return <Messages {...frame} part={asked.part} period={asked.period ?? ALWAYS} />;
  if (asked.kind === 'changes') return <Changes {...frame} what={asked.what} period={asked.period} />;
  if (asked.kind === 'updates') return <Tasks {...frame} updated={asked.band} />;
  return <Tasks {...frame} light={asked.light ?? undefined} />;
}

interface ListProps {
  code: string;
  title: string;
  notes: string;
  narrowed: Narrowed;
}

function Tasks(props: ListProps & { light?: Light | undefined; updated?: UpdateBand }) {
  const { unit, section, year } = props.narrowed;
  const list = useKeyset(taskEndpoints.list, {
    region: props.code,
    unit: unit || undefined,
    light: props.light,
    updated: props.updated,
    section,
    year,
  });
  return <TaskRows {...props} list={list} />;
}

function Changes(
  props: ListProps & { what: Extract<ItemsAsked, { kind: 'changes' }>['what']; period: Period },
) {
  const { code, what, period, narrowed } = props;
  const list = useKeyset(oversightEndpoints.ledgerChanges, {
    code,
    what,
    ...period,
    unit: narrowed.unit || undefined,
  });
  return <TaskRows {...props} list={list} />;
}

function TaskRows({ title, notes, list }: ListProps & { list: Keyset<TaskRow> }) {
  const wide = useWide();
  const [picked, setPicked] = useState(0);
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

function Messages({
  code,
  title,
  notes,
  narrowed,
  part,
  period,
}: ListProps & { part: ReplyPart; period: Period }) {
  const wide = useWide();
  const [picked, setPicked] = useState(0);
  const list = useKeyset(oversightEndpoints.replyStatsMessages, {
    region: code,
    part,
    ...period,
    unit: narrowed.unit || undefined,
    kind: narrowed.kind,
  });
  const first = list.items.find(({ message }) => message !== null)?.message?.id ?? 0;
  const selected = wide ? picked || first : 0;
  return (
    <Frame
      title={title}
      notes={notes}
      reload={list.reload}
      detail={selected > 0 ? <MessagePane key={selected} id={selected} /> : null}
    >
      <KeysetList
        {...list}
        itemKey={(item) => keyOf(item, list.items)}
        renderItem={(item) => (
          <FiguredItem
            item={item}
            selected={item.message !== null && item.message.id === selected}
            onTap={() => follow(item, wide, setPicked)}
          />
        )}
        end={`共 ${list.items.length} 件`}
        empty={<Empty icon="chat" title="没有这样的留言" text="数字可能刚刚变了，返回上一页再看。" />}
      />
    </Frame>
  );
}

/** Those that are not public have no number: they are known by their place. */
const keyOf = (item: FiguredMessage, items: readonly FiguredMessage[]): string =>
  item.message ? `message-${item.message.id}` : `place-${items.indexOf(item)}`;

function follow({ message }: FiguredMessage, wide: boolean, pick: (id: number) => void): void {
  if (!message) return;
  if (wide) pick(message.id);
  else open('message', { id: message.id });
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
