import type { MessageDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { Card, Tap, Text, View } from '../../ui';
import { earlierDrafts } from './review-form';

/** Drafts that were sent back before, with the reason each; so the reviewer sees whether it was mended. */
export function EarlierDrafts({ message }: { message: MessageDetail }) {
  const [openId, setOpenId] = useState(0);
  const drafts = earlierDrafts(message.replies);
  if (drafts.length === 0) return null;
  return (
    <Card title="之前退回过" note={`${drafts.length} 次`}>
      <View className="items">
        {drafts.map((draft) => (
          <View key={draft.id}>
            <View className="t-strong">退回理由：{draft.note ?? '没有写'}</View>
            <Tap
              className="text-link"
              expanded={draft.id === openId}
              onTap={() => setOpenId(draft.id === openId ? 0 : draft.id)}
            >
              <Text>{draft.id === openId ? '收起当时的答复' : '看当时的答复'}</Text>
            </Tap>
            {draft.id === openId && <View className="old-draft t-pre">{draft.text}</View>}
          </View>
        ))}
      </View>
    </Card>
  );
}
