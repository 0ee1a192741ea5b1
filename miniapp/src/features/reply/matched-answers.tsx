import { searchEndpoints, type MessageDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, useCall } from '../../platform';
import { Button, Card, Icon, Items, Tap, Text, TextLink, View } from '../../ui';
import './reply.scss';

const shown = 3;
/** Below this share of common letters an answer is about something else. */
const likeEnough = 0.35;

interface MatchedAnswersProps {
  message: MessageDetail;
  onUse: (answer: string) => void;
}

/** 相近的公开答复: what was answered to nearly the same question; one tap takes the words over. */
export function MatchedAnswers({ message, onUse }: MatchedAnswersProps) {
  const similar = useCall(
    searchEndpoints.similarAnswers,
    { region: message.regionCode, text: message.text.slice(0, 1000) },
    { enabled: message.text.trim().length >= 2, staleMs: 5 * 60_000 },
  );
  const [openId, setOpenId] = useState(0);
  // only a help: when it cannot be read, the reply is written without it
  const items = (similar.data?.items ?? [])
    .filter((item) => item.messageId !== message.id && item.score >= likeEnough)
    .slice(0, shown);
  if (items.length === 0) return null;
  return (
    <Card ground="brand" title="相近的公开答复" note={`${items.length} 条`}>
      <Items>
        {items.map((item) => {
          const expanded = item.messageId === openId;
          return (
            <View key={item.messageId}>
              <View className="row">
                <Tap
                  className="matched__question grow"
                  expanded={expanded}
                  onTap={() => setOpenId(expanded ? 0 : item.messageId)}
                >
                  <Text className={expanded ? 'grow' : 'grow clamp-2'}>{item.question}</Text>
                  <Icon name={expanded ? 'down' : 'next'} />
                </Tap>
                {!expanded && (
                  <TextLink onTap={() => onUse(item.answer)} label={`用这条答复：${item.question}`}>
                    用
                  </TextLink>
                )}
              </View>
              {expanded && (
                <View>
                  <View className="t-note">{item.unitName}答复</View>
                  <View className="t-pre">{item.answer}</View>
                  <View className="row row--wrap mt-s">
                    <Button kind="ghost" inline icon="copy" onTap={() => onUse(item.answer)}>
                      用这条答复
                    </Button>
                    <TextLink onTap={() => open('message', { id: item.messageId })}>看原留言</TextLink>
                  </View>
                </View>
              )}
            </View>
          );
        })}
      </Items>
    </Card>
  );
}
