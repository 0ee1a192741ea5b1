import { chooseHat, hatsOf, open, useSession } from '../../platform';
import { Button, Card, Segmented, View } from '../../ui';
import { hatNotes, hatWords, membershipWords } from './account-words';
import './who-card.scss';

/** Who am I, and which hat do I wear. */
export function WhoCard() {
  const me = useSession((state) => state.me);
  if (!me) {
    return (
      <Card>
        <View className="row">
          <View className="who__mark" silent>
            访
          </View>
          <View className="grow">
            <View className="t-head">还没有登录</View>
            <View className="t-note">不登录也能看要点、任务和公开答复</View>
          </View>
        </View>
        <View className="mt">
          <Button onTap={() => open('signIn')}>登录</Button>
        </View>
      </Card>
    );
  }
  return (
    <Card>
      <View className="row">
        <View className="who__mark" silent>
          {Array.from(me.name)[0]}
        </View>
        <View className="grow">
          <View className="t-head">{me.name}</View>
          {me.memberships.length === 0 && <View className="t-note">群众</View>}
          {me.memberships.map((membership) => (
            <View key={membership.id} className="t-note">
              {membershipWords(membership)}
            </View>
          ))}
        </View>
      </View>
      <HatSwitch />
    </Card>
  );
}

function HatSwitch() {
  const me = useSession((state) => state.me);
  const hat = useSession((state) => state.hat);
  const hats = hatsOf(me);
  if (hats.length < 2) return null;
  return (
    <View className="mt">
      <View className="t-note who__label">现在以哪个身份使用</View>
      <Segmented
        label="现在以哪个身份使用"
        value={hat}
        onChange={chooseHat}
        options={hats.map((value) => ({ value, label: hatWords(value, me) }))}
      />
      <View className="t-note mt-s">{hatNotes[hat]}</View>
    </View>
  );
}
