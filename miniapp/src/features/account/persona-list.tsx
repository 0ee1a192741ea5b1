import { accountEndpoints, type DemoPersona, type Persona } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, signInDemo, toast, useCall, useSession } from '../../platform';
import { Card, Chip, Icon, Items, Notice, QueryView, Tap, Text, View } from '../../ui';
import { personaGroups } from './account-words';
import './persona-list.scss';

/** One tap per person of the demo, with what each may do. */
export function PersonaList({ onSignedIn }: { onSignedIn: () => void }) {
  const people = useCall(accountEndpoints.listPersonas, {}, { staleMs: 10 * 60_000 });
  const name = useSession((state) => state.me?.name);
  const [busy, setBusy] = useState<Persona | null>(null);

  const signIn = (persona: Persona): void => {
    if (busy) return;
    setBusy(persona);
    signInDemo(persona)
      .then(onSignedIn, (error: unknown) => toast(errorMessage(error), 'bad'))
      .finally(() => setBusy(null));
  };

  return (
    <QueryView query={people}>
      {({ items }) => (
        <View className="stack">
          <Notice tone="going" icon="info">
            这是演示：点一个身份即可登录，人和事都是虚构的。开两个窗口可以一边当群众、一边当干部。
          </Notice>
          {name && <View className="t-2">现在的身份是 {name}，点别的身份会换过去。</View>}
          {personaGroups(items).map((group) => (
            <Card key={group.title} title={group.title}>
              <Items className="personas">
                {group.people.map((person) => (
                  <PersonaRow
                    key={person.persona}
                    person={person}
                    busy={busy === person.persona}
                    onTap={() => signIn(person.persona)}
                  />
                ))}
              </Items>
            </Card>
          ))}
        </View>
      )}
    </QueryView>
  );
}

function PersonaRow({ person, busy, onTap }: { person: DemoPersona; busy: boolean; onTap: () => void }) {
  const place = [person.regionName, person.unitName].filter(Boolean).join(' · ');
  return (
    <Tap className="persona" onTap={onTap} busy={busy} id={`persona-${person.persona}`}>
      <View className="persona__mark" silent>
        {Array.from(person.name)[0]}
      </View>
      <View className="grow">
        <View className="row row--wrap">
          <Text className="t-strong">{person.name}</Text>
          <Chip tone="going">{person.role}</Chip>
        </View>
        {place && <View className="t-note">{place}</View>}
        <View className="t-2 persona__does">{person.describes}</View>
      </View>
      {busy ? <Text className="spinner" silent /> : <Icon name="next" className="persona__arrow" />}
    </Tap>
  );
}
