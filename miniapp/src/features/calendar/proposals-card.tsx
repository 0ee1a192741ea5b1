import {
  calendarEndpoints,
  formatMonthDayWeekday,
  messageEndpoints,
  type DueProposal,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { confirm, errorMessage, open, toast, useKeyset, useSend } from '../../platform';
import { Button, Card, KeysetList, Notice, TextLink, View } from '../../ui';

const refreshes = [
  calendarEndpoints.page,
  calendarEndpoints.proposals,
  messageEndpoints.list,
  messageEndpoints.get,
];

/** Dates that the new calendar would bring forward: nothing moves without the office's word. */
export function ProposalsCard({ code }: { code: string }) {
  const list = useKeyset(calendarEndpoints.proposals, { code, limit: 50 });
  const bring = useSend(calendarEndpoints.confirmProposals, { refreshes });
  const keep = useSend(calendarEndpoints.keepProposals, { refreshes });
  const [problem, setProblem] = useState<unknown>(null);
  const { items } = list;
  if (list.state !== 'error' && items.length === 0) return null;

  const decide = async (ids: number[], forward: boolean): Promise<void> => {
    const count = ids.length;
    const yes = await confirm({
      title: forward ? `提前 ${count} 条留言的期限？` : `${count} 条留言仍按原来的期限？`,
      text: forward
        ? '最早提前到下一个工作日，留言人和办理单位会收到提醒。'
        : '已经承诺的日子不变，以后不再询问。',
      confirmText: forward ? '提前' : '不提前',
    });
    if (!yes) return;
    setProblem(null);
    try {
      if (forward) {
        const { confirmed, dropped } = await bring.run({ code, ids });
        toast(
          dropped > 0 ? `已提前 ${confirmed} 条，${dropped} 条已不需要` : `已提前 ${confirmed} 条`,
          'done',
        );
      } else {
        await keep.run({ code, ids });
        toast('仍按原来的期限', 'done');
      }
    } catch (error) {
      // shown in the card
      setProblem(error);
    }
  };
  const all = items.map((item) => item.id);

  return (
    <Card title="等您确认的期限" edge="soon" note={`${items.length}${list.hasMore ? '+' : ''} 条`}>
      <View className="t-2">按新的日历，这些留言应当更早答复。确认后提前，不确认就仍按已经承诺的日子。</View>
      {problem !== null && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {errorMessage(problem)}
          </Notice>
        </View>
      )}
      {items.length > 1 && (
        <View className="mt">
          <Button onTap={() => decide(all, true)} busy={bring.busy}>
            {`提前这 ${items.length} 条`}
          </Button>
        </View>
      )}
      <View className="mt">
        <KeysetList
          {...list}
          className="items"
          itemKey={(item) => item.id}
          renderItem={(item) => <Proposal item={item} onDecide={(forward) => decide([item.id], forward)} />}
          empty="没有等您确认的期限"
        />
      </View>
    </Card>
  );
}

function Proposal({ item, onDecide }: { item: DueProposal; onDecide: (forward: boolean) => Promise<void> }) {
  const { message } = item;
  return (
    <View className="item">
      <TextLink onTap={() => open('message', { id: message.id })}>{message.number}</TextLink>
      <View>
        {formatMonthDayWeekday(item.dueOn)} → {formatMonthDayWeekday(item.ifConfirmedDueOn)}
      </View>
      <View className="t-note">{message.unitName}办理</View>
      <View className="proposal__buttons">
        <Button kind="ghost" inline onTap={() => onDecide(true)}>
          提前
        </Button>
        <Button kind="plain" inline onTap={() => onDecide(false)}>
          不提前
        </Button>
      </View>
    </View>
  );
}
