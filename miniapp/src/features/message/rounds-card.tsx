import type { MessageDetail } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Card, Chip, ListRow, Notice, View } from '../../ui';
import { markOf } from './message-words';
import { objectionWords, parentWords, roundNote, roundTitle } from './round-words';

/** The way back to the message that this one follows. */
export function ParentLink({ message }: { message: MessageDetail }) {
  const words = parentWords(message);
  const { parent } = message;
  if (words === null || parent === null) return null;
  return (
    <Card className="card--flush">
      <ListRow
        icon="link"
        title={words}
        note="看原留言和答复"
        onTap={() => open('message', { id: parent.id })}
      />
    </Card>
  );
}

/** What came after the answer: each with its own number and date. */
export function RoundsCard({ message }: { message: MessageDetail }) {
  const objected = objectionWords(message.objection);
  return (
    <>
      {objected !== null && (
        <Notice icon={message.objection === 'open' ? 'clock' : 'info'}>{objected}</Notice>
      )}
      {message.rounds.length > 0 && (
        <Card title="后续办理">
          {message.rounds.map((round) => {
            const mark = markOf(round);
            return (
              <ListRow
                key={round.id}
                title={
                  <View className="row row--wrap">
                    <Chip tone={mark.tone} shape={mark.shape}>
                      {mark.word}
                    </Chip>
                    <View>{roundTitle(round)}</View>
                  </View>
                }
                note={roundNote(round)}
                onTap={() => open('message', { id: round.id })}
              />
            );
          })}
        </Card>
      )}
    </>
  );
}
