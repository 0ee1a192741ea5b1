import { messageEndpoints, type MessageDetail, type MessageRow } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, toast, useKeyset, useSend, useSettled } from '../../platform';
import {
  Button,
  Empty,
  Item,
  Items,
  Notice,
  SearchBar,
  Sheet,
  Skeleton,
  TextArea,
  TextLink,
  View,
} from '../../ui';
import { QuickWords } from '../oversight/reason-sheet';
import { mayLead } from './merge-choices';
import { refreshedByMoves } from './refreshed';
import { SheetProblem } from './sheet-problem';

interface MergeSheetProps {
  message: MessageDetail;
  onClose: () => void;
  onDone: () => void;
}

/** 并单: which message of the unit this one goes with, and why. Its own day stays. */
export function MergeSheet({ message, onClose, onDone }: MergeSheetProps) {
  const [leader, setLeader] = useState<MessageRow | null>(null);
  const [note, setNote] = useState('');
  const merge = useSend(messageEndpoints.merge, { refreshes: refreshedByMoves });
  const save = async (): Promise<void> => {
    if (!leader) return;
    try {
      await merge.run({ id: message.id, into: leader.id, note: note.trim() });
    } catch (error) {
      // shown in the sheet
      console.warn('merging was refused', errorMessage(error));
      return;
    }
    toast('已并单，期限不变', 'done');
    onClose();
    onDone();
  };
  return (
    <Sheet
      open
      title="并单"
      onClose={onClose}
      foot={
        leader && (
          <Button onTap={save} disabled={note.trim().length < 2}>
            并入这一条
          </Button>
        )
      }
    >
      <View className="t-2">
        与本单位另一条问同一件事的留言一并办理。收到时间、期限和结果各算各的，留言人各自收到答复。
      </View>
      {leader ? (
        <View className="stack mt">
          <View className="old-draft">
            <View className="t-note t-num">{leader.number}</View>
            <View className="t-pre clamp-3">{leader.text}</View>
            <TextLink onTap={() => setLeader(null)}>换一条</TextLink>
          </View>
          <TextArea
            label="理由"
            hint="留言人也会看到这句话"
            value={note}
            onChange={setNote}
            maxLength={500}
            rows={2}
          />
          <QuickWords words={['问的是同一件事', '同一位留言人重复提交']} onPick={setNote} />
        </View>
      ) : (
        <LeaderPicker message={message} onPick={setLeader} />
      )}
      <SheetProblem problem={merge.error} />
    </Sheet>
  );
}

function LeaderPicker({ message, onPick }: { message: MessageDetail; onPick: (leader: MessageRow) => void }) {
  const [word, setWord] = useState('');
  const q = useSettled(word.trim(), 350);
  const list = useKeyset(messageEndpoints.list, {
    region: message.regionCode,
    scope: 'staff',
    unit: message.unit.id,
    limit: 50,
    q: q || undefined,
  });
  const choices = list.items.filter((row) => mayLead(row, message));
  return (
    <View className="mt">
      <SearchBar value={word} onChange={setWord} placeholder="按内容或编号查找" />
      {list.state === 'loading' && <Skeleton cards={1} />}
      {list.state === 'error' && (
        <Notice tone="late" icon="warn">
          {errorMessage(list.error)}
        </Notice>
      )}
      {list.state === 'ready' && choices.length === 0 && (
        <Empty icon="chat" title="没有可以并入的留言" text="只能并入本单位正在办理或已答复的留言。" />
      )}
      <Items className="mt-s">
        {choices.map((row) => (
          <Item key={row.id} onTap={() => onPick(row)} label={`并入 ${row.number ?? ''}`}>
            <View className="t-note t-num">{row.number}</View>
            <View className="clamp-2">{row.text}</View>
          </Item>
        ))}
      </Items>
    </View>
  );
}
