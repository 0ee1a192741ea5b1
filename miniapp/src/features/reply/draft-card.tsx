import { holdingPhraseIn, type ReplyView } from '@sunledger/shared-types';
import { serverToday } from '../../platform';
import { Card, Notice, Text, View } from '../../ui';
import { momentWords } from '../message/message-words';
import { draftDeclines } from './standing';

/** The draft that waits for approval: who wrote it and when, and whether it says nothing. */
export function DraftCard({ draft, revision }: { draft: ReplyView; revision: boolean }) {
  const phrase = holdingPhraseIn(draft.text);
  const by = [draft.drafterName, momentWords(draft.draftedAt, serverToday())].filter(Boolean).join(' · ');
  return (
    <Card
      title={`${draft.unitName}${revision ? '的修改稿' : draftDeclines(draft) ? '拟不予受理' : '拟答复'}`}
      edge="going"
    >
      <View className="t-pre">
        <Text selectable>{draft.text}</Text>
      </View>
      <View className="t-note mt-s">{by} 起草</View>
      {phrase !== null && (
        <View className="mt-s">
          <Notice tone="soon" icon="warn">
            里面有“{phrase}”，起草人已写明理由。请判断是否算正面回答。
          </Notice>
        </View>
      )}
    </Card>
  );
}
