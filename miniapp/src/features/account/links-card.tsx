import { useState } from 'react';
import { chooseHat, confirm, open, signOut, toast, useSession } from '../../platform';
import { Card, ListRow } from '../../ui';
import { PrivacySheet } from './privacy-sheet';

/** Where one goes from 我的. */
export function LinksCard() {
  const me = useSession((state) => state.me);
  const hat = useSession((state) => state.hat);
  // only demo sign-ins are bound to one tab, and only in the demo one may be somebody else
  const demo = useSession((state) => state.tab);
  const isAdmin = me?.memberships.some((membership) => membership.role === 'admin') ?? false;
  const [privacy, setPrivacy] = useState(false);

  const myMessages = (): void => {
    chooseHat('citizen');
    open('desk');
  };
  const leave = async (): Promise<void> => {
    const yes = await confirm({
      title: '退出登录？',
      text: '没写完的留言草稿会留在这台设备上。',
      confirmText: '退出登录',
    });
    if (!yes) return;
    await signOut();
    toast('已退出登录');
  };

  return (
    <>
      <Card className="card--flush">
        <ListRow
          icon="chat"
          title="我的留言"
          note={hat === 'citizen' ? undefined : '会换成群众身份'}
          onTap={myMessages}
        />
        <ListRow icon="search" title="公开答复" note="别人问过什么、怎么答的" onTap={() => open('answers')} />
        <ListRow
          icon="calendar"
          title="放假与调休"
          note="答复期限按这张日历数工作日"
          onTap={() => open('calendar')}
        />
        {isAdmin && <ListRow icon="upload" title="导入放假通知" onTap={() => open('calendarImport')} />}
        <ListRow icon="shield" title="隐私说明" onTap={() => setPrivacy(true)} />
      </Card>
      {me && (
        <Card className="card--flush">
          {demo && <ListRow icon="swap" title="换个身份登录" onTap={() => open('signIn')} />}
          <ListRow icon="exit" title="退出登录" onTap={() => void leave()} />
        </Card>
      )}
      <PrivacySheet open={privacy} onClose={() => setPrivacy(false)} />
    </>
  );
}
