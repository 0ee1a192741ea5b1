import { messageEndpoints, type MessageDetail } from '@sunledger/shared-types';
import { errorMessage, serverToday, toast, useSend } from '../../platform';
import { Button, Card, View } from '../../ui';
import { momentWords } from '../message/message-words';
import { refreshedByMoves } from './refreshed';

/** 认领: who works on it, so that two colleagues do not write the same answer. The clock does not care. */
export function ClaimCard({ message }: { message: MessageDetail }) {
  const claim = useSend(messageEndpoints.claim, { refreshes: refreshedByMoves });
  const release = useSend(messageEndpoints.release, { refreshes: refreshedByMoves });
  const held = message.claim;
  const mayClaim = message.moves.includes('claim');
  const mayRelease = message.moves.includes('release');
  if (!mayClaim && (held === null || message.answeredAt !== null)) return null;

  const run = async (send: typeof claim, done: string): Promise<void> => {
    try {
      await send.run({ id: message.id });
      toast(done, 'done');
    } catch (error) {
      toast(errorMessage(error));
    }
  };
  const since = held ? momentWords(held.since, serverToday()) : '';
  return (
    <Card>
      <View className="row row--between row--wrap">
        <View className="grow">
          <View>{held === null ? '还没有人认领' : held.mine ? '由您办理' : `${held.name}正在办理`}</View>
          <View className="t-note">
            {held === null
              ? '认领后同事看得到是谁在办，期限不变'
              : `${since}认领${held.stale && !held.mine ? '，可以接手' : ''}`}
          </View>
        </View>
        {mayClaim && (
          <Button kind="ghost" inline onTap={() => run(claim, held === null ? '已认领' : '已接手')}>
            {held === null ? '我来办' : '接手'}
          </Button>
        )}
        {mayRelease && (
          <Button kind="plain" inline onTap={() => run(release, '已放下，同事可以认领')}>
            放下
          </Button>
        )}
      </View>
    </Card>
  );
}
