import type { MessageDetail } from '@sunledger/shared-types';
import { serverToday } from '../../platform';
import { Card, Timeline } from '../../ui';
import { stepsOf } from '../message/message-timeline';

/** 办理经过, the newest on top. */
export function StepsCard({ message }: { message: MessageDetail }) {
  return (
    <Card title="办理经过">
      <Timeline
        items={stepsOf(message, serverToday()).map(({ key, title, notes, tone, open }) => ({
          key,
          title,
          tone,
          open,
          note: notes.length > 0 ? notes.join(' · ') : undefined,
        }))}
      />
    </Card>
  );
}
