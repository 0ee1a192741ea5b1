import { searchEndpoints } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, useCall, useSettled } from '../../platform';
import { Card, Icon, Items, Tap, Text, TextLink, View } from '../../ui';
import './similar-answers.scss';

/** Long enough to mean something, and to be worth a question to the server. */
const minLength = 4;
const shown = 3;

/** “也许已有答案”: the published answers most like what is being written. Says nothing when there are none. */
export function SimilarAnswers({ region, text }: { region: string; text: string }) {
  const settled = useSettled(text.trim(), 600);
  const enough = settled.length >= minLength && text.trim().length >= minLength;
  const similar = useCall(
    searchEndpoints.similarAnswers,
    { region, text: settled.slice(0, 1000) },
    { enabled: enough && region !== '', keepLast: true, staleMs: 5 * 60_000 },
  );
  const [openId, setOpenId] = useState(0);
  // only a help: when it cannot be read, the form works on without it
  const items = enough ? (similar.data?.items ?? []).slice(0, shown) : [];
  if (items.length === 0) return <View live="polite" />;
  return (
    <View live="polite">
      <Card ground="brand" title="也许已有答案" className="similar">
        <Items>
          {items.map((item) => {
            const expanded = item.messageId === openId;
            return (
              <View key={item.messageId}>
                <Tap
                  className="similar__question"
                  expanded={expanded}
                  onTap={() => setOpenId(expanded ? 0 : item.messageId)}
                >
                  <Text className={expanded ? 'grow' : 'grow clamp-2'}>{item.question}</Text>
                  <Icon name={expanded ? 'down' : 'next'} />
                </Tap>
                {expanded && (
                  <View className="similar__answer">
                    <View className="t-note">{item.unitName} 答复</View>
                    <View className="t-pre">{item.answer}</View>
                    <TextLink onTap={() => open('message', { id: item.messageId })}>
                      看这条留言的全文
                    </TextLink>
                  </View>
                )}
              </View>
            );
          })}
        </Items>
      </Card>
    </View>
  );
}
