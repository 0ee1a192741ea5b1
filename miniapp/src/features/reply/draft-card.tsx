import { holdingPhraseIn, type MessageDetail, type ReplyView } from '@sunledger/shared-types';
import { useState } from 'react';
import { serverToday } from '../../platform';
import { Button, Card, Notice, Text, TextLink, View } from '../../ui';
import { momentWords } from '../message/message-words';
import { versionBefore } from './diff-parts';
import { DiffText } from './diff-text';
import { EditDraftSheet } from './edit-draft-sheet';
import { draftDeclines } from './standing';

const beforeWords: Partial<Record<ReplyView['status'], string>> = {
  edited: '与改稿前的稿子相比',
  sentBack: '与退回的稿子相比',
  published: '与已发布的答复相比',
};

/** The draft that waits for approval: who wrote it, what was changed since the version before, what it does not say. */
export function DraftCard({ message, draft }: { message: MessageDetail; draft: ReplyView }) {
  const before = versionBefore(message, draft);
  const [plain, setPlain] = useState(false);
  const [editing, setEditing] = useState(false);
  const phrase = holdingPhraseIn(draft.text);
  const revision = message.answeredAt !== null;
  const by = [draft.drafterName, momentWords(draft.draftedAt, serverToday())].filter(Boolean).join(' · ');
  const shown = before !== null && !plain ? before : null;
  return (
    <Card
      title={`${draft.unitName}${revision ? '的修改稿' : draftDeclines(draft) ? '拟不予受理' : '拟答复'}`}
      edge="going"
    >
      {before && (
        <View className="row row--between row--wrap">
          <Text className="t-note">{plain ? '全文' : (beforeWords[before.status] ?? '与上一稿相比')}</Text>
          <TextLink onTap={() => setPlain(!plain)}>{plain ? '看改动' : '看全文'}</TextLink>
        </View>
      )}
      {shown ? (
        <DiffText before={shown.text} after={draft.text} />
      ) : (
        <View className="t-pre">
          <Text selectable>{draft.text}</Text>
        </View>
      )}
      <View className="t-note mt-s">
        {by} {before?.status === 'edited' ? '改稿' : '起草'}
      </View>
      {phrase !== null && (
        <View className="mt-s">
          <Notice tone="soon" icon="warn">
            里面有“{phrase}”，起草人已写明理由。请判断是否算正面回答。
          </Notice>
        </View>
      )}
      {message.moves.includes('edit') && (
        <View className="mt">
          <Button kind="ghost" inline icon="edit" onTap={() => setEditing(true)}>
            改稿
          </Button>
        </View>
      )}
      {editing && <EditDraftSheet message={message} draft={draft} onClose={() => setEditing(false)} />}
    </Card>
  );
}
