import { chooseHat, confirm, open, signOut, toast, useSession } from '../../platform';
import { Card, ListRow } from '../../ui';
import { useRoles } from '../oversight/use-roles';

/** Where one goes from 我的. */
export function LinksCard() {
  const me = useSession((state) => state.me);
  const hat = useSession((state) => state.hat);
  // only demo sign-ins are bound to one tab, and only in the demo one may be somebody else
  const demo = useSession((state) => state.tab);
  const isAdmin = me?.memberships.some((membership) => membership.role === 'admin') ?? false;
  const isOffice = useRoles().includes('office');
  const mine = me?.memberships.map((membership) => membership.role) ?? [];
  const handles = mine.includes('handler') || mine.includes('reviewer');
  const isStaff = handles || mine.includes('office');
  const staff = me?.memberships.some((membership) => membership.role !== 'admin') ?? false;

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
        {me && <ListRow icon="star" title="我关注的" note="任务和单位" onTap={() => open('follows')} />}
        <ListRow icon="search" title="公开答复" note="别人问过什么、怎么答的" onTap={() => open('answers')} />
        <ListRow
          icon="calendar"
          title="放假与调休"
          note="答复期限按这张日历数工作日"
          onTap={() => open('calendar')}
        />
        <ListRow
          icon="tasks"
          title="状态怎么判定"
          note={isOffice ? '判定天数、每月末状态；可以调整' : '逾期、临期、久未更新怎么算'}
          onTap={() => open('lights')}
        />
        {handles && (
          <ListRow
            icon="swap"
            title="AB角代办"
            note="不在岗的日子请同事代办"
            onTap={() => open('deputies')}
          />
        )}
        {me && <ListRow icon="me" title="登录的设备" onTap={() => open('devices')} />}
        {me && <ListRow icon="check" title="我有邀请码" note="加入单位" onTap={() => open('join')} />}
        {(isOffice || isAdmin) && (
          <ListRow icon="desk" title="同事与邀请" note="邀请、离岗交接" onTap={() => open('colleagues')} />
        )}
        {isOffice && (
          <ListRow icon="building" title="单位" note="名称、简称、集合单位" onTap={() => open('units')} />
        )}
        {isOffice && (
          <ListRow
            icon="star"
            title="服务窗口"
            note="扫码评价、留言的二维码"
            onTap={() => open('counters')}
          />
        )}
        {(isOffice || isAdmin) && (
          <ListRow
            icon="filter"
            title="地区设置"
            note="备案编号、通知方式、试发"
            onTap={() => open('regionSettings')}
          />
        )}
        {isAdmin && <ListRow icon="plus" title="新建地区" onTap={() => open('regionNew')} />}
        {isStaff && <ListRow icon="edit" title="答复模板" onTap={() => open('templates')} />}
        <ListRow icon="file" title="通报与开放数据" onTap={() => open('bulletins')} />
        {staff && (
          <ListRow
            icon="board"
            title="台账与通报"
            note="导出、生成、年度报告"
            onTap={() => open('reports')}
          />
        )}
        {isAdmin && <ListRow icon="upload" title="导入放假通知" onTap={() => open('calendarImport')} />}
        {isAdmin && (
          <ListRow
            icon="warn"
            title="投递记录"
            note="没有送达的提醒，可以重新投递"
            onTap={() => open('deliveries')}
          />
        )}
        {isOffice && (
          <ListRow
            icon="shield"
            title="每日存证"
            note="证明办理记录没有被改过"
            onTap={() => open('anchors')}
          />
        )}
        <ListRow icon="edit" title="投诉建议" onTap={() => open('feedback')} />
        <ListRow icon="shield" title="隐私说明" onTap={() => open('privacy')} />
        {me && <ListRow icon="me" title="我的数据" note="导出、注销账号" onTap={() => open('myData')} />}
      </Card>
      {me && (
        <Card className="card--flush">
          {demo && <ListRow icon="swap" title="换个身份登录" onTap={() => open('signIn')} />}
          <ListRow icon="exit" title="退出登录" onTap={() => void leave()} />
        </Card>
      )}
    </>
  );
}
