import { inboxTabs, type InboxTab } from '@sunledger/shared-types';
import { Fragment, useState } from 'react';
import { open, serverToday, usePageShow, useSession } from '../../platform';
import { Button, Empty, KeysetList, Page, Segmented, SplitView, View } from '../../ui';
import { useWaitingReports } from '../progress/waiting-reports';
import { ScreeningLink } from '../screening/screening-link';
import { BoardDesk } from './board-desk';
import { BulkSheet, useBulk, type Bulk } from './bulk-assign';
import { DeskDetail } from './desk-detail';
import { InboxCard } from './inbox-card';
import { deskName, headingAt, itemKey, tabWords } from './inbox-words';
import { useDesk, type Desk } from './use-desk';
import { startWriting, useKeys } from './use-keys';
import { useRoles } from './use-roles';
import './oversight.scss';

/** The third tab of staff, as a whole page: 待办, what is pressing on top. */
export function StaffDesk() {
  const [board, setBoard] = useState(false);
  const isOffice = useRoles().includes('office');
  if (board && isOffice) return <BoardDesk onLeave={() => setBoard(false)} />;
  return <Inbox isOffice={isOffice} onBoard={() => setBoard(true)} />;
}

function Inbox({ isOffice, onBoard }: { isOffice: boolean; onBoard: () => void }) {
  const me = useSession((state) => state.me);
  const regionCode = useSession((state) => state.regionCode);
  const desk = useDesk();
  useWaitingReports();
  const name = deskName(me, regionCode);
  const mayScreen = useRoles().some((role) => role === 'reviewer' || role === 'office');
  usePageShow(() => void desk.reload());
  const bulk = useBulk();
  const [sending, setSending] = useState(false);
  const next = (): void => desk.step(1);
  const before = (): void => desk.step(-1);
  useKeys(
    desk.wide
      ? { j: next, k: before, 'Alt+ArrowDown': next, 'Alt+ArrowUp': before, Enter: startWriting }
      : {},
  );
  const choosing = desk.tab === 'reply' ? bulk.chosen : null;
  return (
    <Page
      title="待办"
      tab="desk"
      width={desk.wide ? 'split' : 'text'}
      onRefresh={desk.reload}
      foot={
        choosing && (
          <>
            <Button kind="plain" onTap={bulk.stop}>
              取消
            </Button>
            <Button onTap={() => setSending(true)} disabled={choosing.length === 0}>
              {choosing.length === 0 ? '点选要交办的留言' : `交办 ${choosing.length} 件`}
            </Button>
          </>
        )
      }
    >
      <SplitView
        list={
          <View>
            <View className="desk__who">
              {desk.wide && (
                <View as="h1" className="t-title">
                  待办
                </View>
              )}
              {name !== '' && <View className="t-2">{name}</View>}
            </View>
            <Tabs desk={desk} />
            {isOffice && (
              <View className="desk__office">
                <Button kind="ghost" icon="upload" onTap={() => open('imports')}>
                  导入与发布
                </Button>
                <Button kind="ghost" icon="file" onTap={() => open('reports')}>
                  台账与通报
                </Button>
                <Button kind="ghost" icon="board" onTap={onBoard}>
                  督办看板
                </Button>
                {desk.tab === 'reply' && choosing === null && desk.list.items.length > 1 && (
                  <Button kind="ghost" icon="check" onTap={bulk.start}>
                    批量交办
                  </Button>
                )}
              </View>
            )}
            {mayScreen && regionCode !== '' && <ScreeningLink code={regionCode} />}
            <View className="mt">
              <Things desk={desk} home={name} bulk={choosing ? bulk : null} />
            </View>
            {desk.wide && desk.list.items.length > 1 && (
              <View className="t-note t-center mt">
                键盘：J K 换一件，Enter 开始写，Ctrl + Enter 送审或发布
              </View>
            )}
          </View>
        }
        detail={
          desk.chosen && (
            <DeskDetail
              key={itemKey(desk.chosen)}
              chosen={desk.chosen}
              tab={desk.tab}
              onDone={desk.finished}
            />
          )
        }
        hint="在左侧选择一件事"
      />
      {sending && bulk.chosen && (
        <BulkSheet
          ids={bulk.chosen}
          regionId={bulk.regionId}
          onClose={() => {
            setSending(false);
            bulk.stop();
            void desk.reload();
          }}
        />
      )}
    </Page>
  );
}

function Tabs({ desk }: { desk: Desk }) {
  const countOf = (tab: InboxTab): number | undefined => (tab === 'done' ? undefined : desk.counts?.[tab]);
  // 督办 has a tab only while there is something to answer: most desks never see one
  const tabs = inboxTabs.filter(
    (tab) => tab !== 'supervision' || desk.tab === tab || (desk.counts?.supervision ?? 0) > 0,
  );
  const options = tabs.map((value) => {
    const count = countOf(value);
    return { value, label: tabWords[value], ...(count === undefined ? {} : { count }) };
  });
  return <Segmented options={options} value={desk.tab} onChange={desk.setTab} label="待办的种类" />;
}

const emptyWords: Record<InboxTab, { title: string; text: string }> = {
  reply: { title: '没有等您答复的留言', text: '新的留言到了会排在这里，最急的在最前面。' },
  review: {
    title: '没有等您审核的事',
    text: '同事送审的答复、进展、任务修改、通报，和申请销号的任务会排在这里。',
  },
  task: { title: '没有要报进展的任务', text: '本单位的任务都已办结，或者还没有交到本单位。' },
  supervision: { title: '没有要反馈的督办单', text: '领导下达的督办单会排在这里，最急的在最前面。' },
  done: { title: '还没有办过的事', text: '发布过的答复会列在这里。' },
};

function Things({ desk, home, bulk }: { desk: Desk; home: string; bulk: Bulk | null }) {
  const today = serverToday();
  const { list, tab, counts } = desk;
  const headingOf = (index: number): string | null => {
    const heading = headingAt(list.items, index, tab, today);
    return heading === '今天要办' && tab === 'reply' && counts ? `今天要办 ${counts.today} 件` : heading;
  };
  return (
    <KeysetList
      {...list}
      itemKey={itemKey}
      renderItem={(item, index) => {
        const heading = headingOf(index);
        return (
          <Fragment>
            {heading && (
              <View as="h2" className="desk__heading">
                {heading}
              </View>
            )}
            <InboxCard
              item={item}
              tab={tab}
              home={home}
              selected={
                bulk
                  ? (bulk.chosen ?? []).includes(item.id)
                  : desk.chosen !== null && itemKey(desk.chosen) === itemKey(item)
              }
              onTap={() => (bulk ? bulk.toggle(item) : desk.select(item))}
            />
          </Fragment>
        );
      }}
      empty={<Empty icon="check" {...emptyWords[tab]} />}
    />
  );
}
