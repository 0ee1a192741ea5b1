import { notificationEndpoints, type Notification } from '@sunledger/shared-types';
import { useState } from 'react';
import {
  call,
  errorMessage,
  open,
  serverToday,
  useCall,
  useKeyset,
  useRefresh,
  useSession,
} from '../../platform';
import { Card, Chip, ErrorState, Items, KeysetList, Skeleton, Tap, Text, View } from '../../ui';
import { momentWords } from '../message/message-words';
import { placeOf, topicMarks } from './notification-target';
import './notification-card.scss';

const first = 5;

/** 我的消息: the newest, how many are unread, and all of them on demand. */
export function NotificationCard() {
  const [all, setAll] = useState(false);
  const newest = useCall(notificationEndpoints.list, { limit: first });
  const openNote = useOpenNote();
  const { data, error } = newest;
  if (!data) {
    if (!error) return <Skeleton cards={1} />;
    return (
      <Card title="我的消息">
        <ErrorState error={error} onRetry={() => newest.refetch()} />
      </Card>
    );
  }
  const hasMore = data.nextCursor !== null;
  return (
    <Card
      title="我的消息"
      note={data.unread > 0 ? <Text className="notes__unread">{data.unread} 条未读</Text> : undefined}
      more={hasMore && !all ? { text: '全部', onTap: () => setAll(true) } : undefined}
    >
      {data.items.length === 0 && <View className="t-2">还没有消息。留言有了答复，会在这里告诉您。</View>}
      {all ? (
        <AllNotes onOpen={openNote} />
      ) : (
        <Items className="notes">
          {data.items.map((note) => (
            <NoteRow key={note.id} note={note} onTap={() => openNote(note)} />
          ))}
        </Items>
      )}
    </Card>
  );
}

function AllNotes({ onOpen }: { onOpen: (note: Notification) => void }) {
  const list = useKeyset(notificationEndpoints.list, { limit: 20 });
  return (
    <KeysetList
      {...list}
      className="items notes"
      itemKey={(note) => note.id}
      renderItem={(note) => <NoteRow note={note} onTap={() => onOpen(note)} />}
      empty="还没有消息"
    />
  );
}

/** Opens what the note is about and marks it as read; the mark may fail, the way there must not. */
function useOpenNote(): (note: Notification) => void {
  const refresh = useRefresh();
  const isStaff = useSession((state) => (state.me?.memberships.length ?? 0) > 0);
  return (note) => {
    const place = placeOf(note, isStaff);
    if (place.name === 'desk') open('desk');
    else open(place.name, { id: place.id });
    if (note.readAt !== null) return;
    call(notificationEndpoints.read, { id: note.id }).then(
      () => refresh(notificationEndpoints.list),
      (error: unknown) => console.warn('the note stays unread', errorMessage(error)),
    );
  };
}

function NoteRow({ note, onTap }: { note: Notification; onTap: () => void }) {
  const mark = topicMarks[note.topic];
  const unread = note.readAt === null;
  return (
    <Tap className="note-row" onTap={onTap}>
      <View className="row row--wrap">
        <Chip tone={mark.tone}>{mark.word}</Chip>
        {unread && <Text className="notes__unread">未读</Text>}
        <Text className="t-note">{momentWords(note.createdAt, serverToday())}</Text>
      </View>
      <View className={unread ? 't-strong' : 't-2'}>{note.text}</View>
    </Tap>
  );
}
