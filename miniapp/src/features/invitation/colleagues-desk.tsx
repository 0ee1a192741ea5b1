import {
  formatMonthDayWeekday,
  invitationEndpoints,
  roleNames,
  type Invitation,
  type StaffMember,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { confirm, useKeyset, useSend } from '../../platform';
import { Button, Card, Chip, KeysetList, Text, View } from '../../ui';
import { HandOverSheet } from './hand-over-sheet';
import { InviteCard } from './invite-card';

/** The office invites colleagues, sees who is on duty, and lets them go with a hand-over. */
export function ColleaguesDesk({ code, admin }: { code: string; admin: boolean }) {
  const invitations = useKeyset(invitationEndpoints.list, { code });
  const staff = useKeyset(invitationEndpoints.staff, { code });
  const [leaving, setLeaving] = useState<StaffMember | null>(null);
  return (
    <View className="stack">
      <InviteCard code={code} admin={admin} />
      <Card title="在岗的同事">
        <KeysetList
          {...staff}
          itemKey={(item) => item.id}
          renderItem={(item) => <Colleague member={item} admin={admin} onLeave={() => setLeaving(item)} />}
          empty="还没有同事"
        />
      </Card>
      <Card title="发出的邀请">
        <KeysetList
          {...invitations}
          itemKey={(item) => item.id}
          renderItem={(item) => <InvitationRow code={code} item={item} />}
          empty="还没有发出邀请"
        />
      </Card>
      {leaving && <HandOverSheet membershipId={leaving.id} onClose={() => setLeaving(null)} />}
    </View>
  );
}

/** Only the administrator lets an office go; everybody may leave oneself. */
const mayEnd = (member: StaffMember, admin: boolean): boolean =>
  member.mine || admin || member.role !== 'office';

function Colleague({ member, admin, onLeave }: { member: StaffMember; admin: boolean; onLeave: () => void }) {
  return (
    <View className="stack stack--s">
      <View className="row row--wrap">
        <Text className="t-strong grow">{member.mine ? `${member.name}（我）` : member.name}</Text>
        <Chip tone="going">{roleNames[member.role]}</Chip>
      </View>
      <View className="t-note">
        {[
          member.unit?.name,
          `${Number(member.since.slice(0, 4))}年${Number(member.since.slice(5, 7))}月起在岗`,
        ]
          .filter(Boolean)
          .join('，')}
      </View>
      {mayEnd(member, admin) && (
        <View>
          <Button kind="plain" inline onTap={onLeave} label={`${member.name}离岗交接`}>
            离岗交接
          </Button>
        </View>
      )}
    </View>
  );
}

const stateWords: Record<Invitation['state'], string> = {
  open: '可用',
  full: '已用完',
  expired: '已过期',
  revoked: '已作废',
};

function InvitationRow({ code, item }: { code: string; item: Invitation }) {
  const revoke = useSend(invitationEndpoints.revoke, { refreshes: [invitationEndpoints.list] });
  const end = async (): Promise<void> => {
    const yes = await confirm({
      title: '作废这份邀请？',
      text: '还没有用过的次数不能再用。',
      confirmText: '作废',
    });
    if (yes) await revoke.run({ code, id: item.id });
  };
  return (
    <View className="stack stack--s">
      <View className="row row--wrap">
        <Text className="t-strong grow">{item.unit.name}</Text>
        <Chip tone={item.state === 'open' ? 'going' : 'grey'}>{stateWords[item.state]}</Chip>
      </View>
      <View className="t-note">
        {roleNames[item.role]}，用了 {item.uses}/{item.mostUses} 次，
        {formatMonthDayWeekday(item.expiresAt.slice(0, 10))}到期
      </View>
      {item.state === 'open' && (
        <View>
          <Button kind="plain" inline onTap={end} label={`作废给${item.unit.name}的邀请`}>
            作废
          </Button>
        </View>
      )}
    </View>
  );
}
