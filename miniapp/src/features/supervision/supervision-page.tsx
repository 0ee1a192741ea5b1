import {
  supervisionEndpoints,
  supervisionEventWords,
  type SupervisionDetail,
  type SupervisionMove,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { open, serverToday, useCall } from '../../platform';
import { Button, Card, Chip, Facts, ListRow, Page, QueryView, Text, Timeline, View } from '../../ui';
import { momentWords } from '../message/message-words';
import { useRoles } from '../oversight/use-roles';
import { AnswerForm } from './answer-form';
import { MoveSheet, type OfficialMove } from './move-sheet';
import { dueWords, eventTones, lookOf } from './supervision-words';

/** 督办单 as a page of its own. */
export function SupervisionPage({ id }: { id: number }) {
  const thing = useCall(supervisionEndpoints.get, { id });
  return (
    <Page title="督办单" onRefresh={thing.refetch}>
      <QueryView query={thing}>{(found) => <SupervisionView thing={found} />}</QueryView>
    </Page>
  );
}

/** The same beside a list. */
export function SupervisionPane({ id }: { id: number }) {
  const thing = useCall(supervisionEndpoints.get, { id });
  return <QueryView query={thing}>{(found) => <SupervisionView thing={found} />}</QueryView>;
}

const officialMoves: readonly { move: OfficialMove; kind: 'primary' | 'ghost' | 'plain' }[] = [
  { move: 'close', kind: 'primary' },
  { move: 'return', kind: 'ghost' },
  { move: 'cancel', kind: 'plain' },
];
const moveTexts: Record<OfficialMove, string> = { close: '核定办结', return: '退回重办', cancel: '撤销督办' };

function SupervisionView({ thing }: { thing: SupervisionDetail }) {
  const [move, setMove] = useState<OfficialMove | null>(null);
  const may = (each: SupervisionMove): boolean => thing.moves.includes(each);
  const mine = officialMoves.filter((each) => may(each.move));
  return (
    <View className="stack">
      <Head thing={thing} />
      {thing.answer !== null && (
        <Card
          title="办理情况"
          note={thing.answeredAt === null ? undefined : momentWords(thing.answeredAt, serverToday())}
        >
          <View className="t-pre">
            <Text selectable>{thing.answer}</Text>
          </View>
        </Card>
      )}
      {may('answer') && <AnswerForm key={thing.events.length} thing={thing} />}
      {mine.length > 0 && (
        <View className="stack stack--s">
          {mine.map((each) => (
            <Button key={each.move} kind={each.kind} onTap={() => setMove(each.move)}>
              {moveTexts[each.move]}
            </Button>
          ))}
        </View>
      )}
      <Log thing={thing} />
      {move !== null && <MoveSheet thing={thing} move={move} onClose={() => setMove(null)} />}
    </View>
  );
}

function Head({ thing }: { thing: SupervisionDetail }) {
  const look = lookOf(thing);
  const roles = useRoles();
  const { subject } = thing;
  const works = roles.includes('handler') || roles.includes('reviewer');
  const follow = (): void => {
    if (subject.kind === 'task') open('task', { id: subject.id });
    else open(works ? 'handle' : 'message', { id: subject.id });
  };
  return (
    <Card edge={look.tone}>
      <View className="row row--wrap row--between">
        <View className="row row--wrap">
          <Chip tone={look.tone} shape={look.shape}>
            {look.word}
          </Chip>
          {thing.overdue && thing.state === 'answered' && (
            <Chip tone="late" shape="◆">
              曾逾期
            </Chip>
          )}
        </View>
        <Text className="t-note">{thing.number}</Text>
      </View>
      <View as="h2" className="t-head t-pre mt-s">
        {thing.instruction}
      </View>
      <Facts
        items={[
          { label: '承办单位', value: thing.unit.name },
          { label: '期限', value: dueWords(thing, serverToday()) },
        ]}
      />
      <View className="mt-s">
        <ListRow
          icon={subject.kind === 'task' ? 'tasks' : 'chat'}
          title={subject.title}
          note={subject.kind === 'task' ? '督办的任务' : '督办的留言'}
          onTap={follow}
        />
      </View>
    </Card>
  );
}

function Log({ thing }: { thing: SupervisionDetail }) {
  const newestFirst = [...thing.events].reverse();
  return (
    <Card title="办理经过">
      <Timeline
        items={newestFirst.map((event, at) => ({
          key: newestFirst.length - at,
          title: supervisionEventWords[event.code],
          tone: eventTones[event.code],
          note: [event.by, momentWords(event.at, serverToday())].filter(Boolean).join(' · '),
          children: event.text === null ? undefined : <View className="t-2 t-pre">{event.text}</View>,
        }))}
      />
    </Card>
  );
}
