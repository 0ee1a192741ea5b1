import { addDays, taskEndpoints, type TaskDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { serverToday, useCall, useKeyset } from '../../platform';
import { Button, Card, ErrorState, Skeleton, TextLink, Timeline, View } from '../../ui';
import { toldEvents } from './event-words';
import { dayWords } from './task-words';

/** 办理经过: every step since the task stands in the ledger; read when somebody asks for it. */
export function TaskEvents({ task }: { task: TaskDetail }) {
  const [open, setOpen] = useState(false);
  return (
    <Card title="办理经过" note="只追加，不改写">
      {open ? (
        <Steps id={task.id} />
      ) : (
        <TextLink icon="clock" onTap={() => setOpen(true)}>
          看每一步：何时、做了什么、改了什么
        </TextLink>
      )}
    </Card>
  );
}

function Steps({ id }: { id: number }) {
  const events = useKeyset(taskEndpoints.events, { id, limit: 50 });
  // the missed day comes with every page of the list, but a list of pages keeps only its items
  const head = useCall(taskEndpoints.events, { id, limit: 1 });
  if (events.state === 'error')
    return <ErrorState error={events.error} onRetry={() => void events.reload()} />;
  if (events.state === 'loading' || !head.data) return <Skeleton />;
  // a missed day older than what has been read stands with the older steps
  const missedOn = head.data.missedOn;
  const oldest = events.items.at(-1)?.at.slice(0, 10) ?? '';
  const missed = missedOn !== null && (!events.hasMore || missedOn >= oldest) ? missedOn : null;
  const today = serverToday();
  return (
    <>
      <Timeline
        items={toldEvents(events.items, missed, (date) => addDays(date, 1)).map((step) => ({
          key: step.key,
          tone: step.tone,
          title: step.title,
          note: [dayWords(step.day, today), step.by].filter(Boolean).join(' · '),
          children: step.lines.map((line) => (
            <View key={line} className="t-2 t-pre">
              {line}
            </View>
          )),
        }))}
      />
      {events.hasMore && (
        <Button kind="ghost" onTap={events.more} busy={events.loadingMore}>
          更早的经过
        </Button>
      )}
    </>
  );
}
