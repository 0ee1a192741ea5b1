import { open, useSession } from '../../platform';
import { Button, Card, Empty, ListRow, View } from '../../ui';
import { FootedPage } from './footed-page';
import { MyMessages } from './my-messages';

/** The third tab for citizens: 我的留言, or the invitation to ask. */
export function CitizenDesk() {
  const signedIn = useSession((state) => state.me !== null);
  return signedIn ? <MyMessages /> : <Invitation />;
}

function Invitation() {
  return (
    <FootedPage
      title="留言"
      tab="desk"
      foot={
        <>
          <Button kind="ghost" onTap={() => open('signIn', { then: 'back' })}>
            登录
          </Button>
          <Button onTap={() => open('messageNew')}>我要留言</Button>
        </>
      }
    >
      <View className="stack">
        <Card>
          <Empty
            icon="chat"
            title="有问题，直接问"
            text="先写，提交时再登录。最迟哪天答复，提交前就告诉您；登录后在这里看办理进度。"
          />
        </Card>
        <Card className="card--flush">
          <ListRow
            icon="clock"
            title="查办理进度"
            note="凭编号和查询码，不用登录"
            onTap={() => open('lookup')}
          />
          <ListRow
            icon="search"
            title="看看别人问过什么"
            note="已公开的留言和答复"
            onTap={() => open('answers')}
          />
        </Card>
      </View>
    </FootedPage>
  );
}
