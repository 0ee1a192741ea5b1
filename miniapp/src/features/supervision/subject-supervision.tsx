import { supervisionEndpoints, type SubjectSupervision } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, serverToday, toast, useCall, useSend } from '../../platform';
import { Button, Card, Chip, Item, Items, Text, View } from '../../ui';
import { momentWords } from '../message/message-words';
import { useRoles } from '../oversight/use-roles';
import { IssueSheet } from './issue-sheet';
import { refreshedBySupervision } from './refreshed';
import { dueWords, lookOf } from './supervision-words';

interface Subject {
  kind: 'task' | 'message';
  id: number;
}

/** 督办和催办 beside a task or a message: for staff only, and only where there is something to say or do. */
export function SubjectSupervisionCard({ kind, id }: Subject) {
  const works = useRoles().some((role) => role !== 'admin');
  const endpoint = kind === 'task' ? supervisionEndpoints.ofTask : supervisionEndpoints.ofMessage;
  const given = useCall(endpoint, { id }, { enabled: works });
  if (!works || !given.data) return null;
  const { items, units, mayUrge, urgedAt } = given.data;
  if (items.length === 0 && units.length === 0 && !mayUrge && urgedAt === null) return null;
  return <Shown kind={kind} id={id} given={given.data} />;
}

function Shown({ kind, id, given }: Subject & { given: SubjectSupervision }) {
  const [issuing, setIssuing] = useState(false);
  const { items, units, mayUrge, urgedAt } = given;
  return (
    <Card title="督办和催办" note="不对外公开">
      {items.length > 0 && (
        <Items>
          {items.map((item) => {
            const look = lookOf(item);
            return (
              <Item key={item.id} onTap={() => open('supervision', { id: item.id })}>
                <View className="row row--wrap row--between">
                  <Chip tone={look.tone} shape={look.shape}>
                    {look.word}
                  </Chip>
                  <Text className="t-note">{item.number}</Text>
                </View>
                <View className="clamp-2">{item.instruction}</View>
                <View className="t-note">
                  {item.unit.name} · {dueWords(item, serverToday())}
                </View>
              </Item>
            );
          })}
        </Items>
      )}
      {urgedAt !== null && <View className="t-note mt-s">{momentWords(urgedAt, serverToday())} 催办过</View>}
      <View className="row mt-s">
        {mayUrge && <Urge kind={kind} id={id} />}
        {units.length > 0 && (
          <Button kind="ghost" icon="file" onTap={() => setIssuing(true)}>
            下达督办单
          </Button>
        )}
      </View>
      {issuing && <IssueSheet subject={{ kind, id }} given={given} onClose={() => setIssuing(false)} />}
    </Card>
  );
}

function Urge({ kind, id }: Subject) {
  const options = { refreshes: refreshedBySupervision };
  const task = useSend(supervisionEndpoints.urgeTask, options);
  const message = useSend(supervisionEndpoints.urgeMessage, options);
  const urge = async (): Promise<void> => {
    await (kind === 'task' ? task : message).run({ id });
    toast('已催办，承办单位会收到提醒', 'done');
  };
  return (
    <Button kind="ghost" icon="bell" onTap={urge}>
      催办
    </Button>
  );
}
