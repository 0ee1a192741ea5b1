import {
  formatMonthDayWeekday,
  invitationEndpoints,
  roleNames,
  unitEndpoints,
  type Invitation,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { copyText, toast, useKeyset, useSend } from '../../platform';
import { Button, Card, Chip, KeysetList, Notice, Picker, Text, View } from '../../ui';

const invited = ['handler', 'reviewer', 'official'] as const;
type Invited = (typeof invited)[number];

/** The office invites colleagues and sees who is on duty. */
export function ColleaguesDesk({ code }: { code: string }) {
  const invitations = useKeyset(invitationEndpoints.list, { code });
  const staff = useKeyset(invitationEndpoints.staff, { code });
  return (
    <View className="stack">
      <InviteCard code={code} />
      <Card title="发出的邀请">
        <KeysetList
          {...invitations}
          itemKey={(item) => item.id}
          renderItem={(item) => <InvitationRow code={code} item={item} />}
          empty="还没有发出邀请"
        />
      </Card>
      <Card title="在岗的同事">
        <KeysetList
          {...staff}
          itemKey={(item) => item.id}
          renderItem={(item) => (
            <View className="stack stack--s">
              <View className="row row--wrap">
                <Text className="t-strong grow">{item.name}</Text>
                <Chip tone="going">{roleNames[item.role]}</Chip>
              </View>
              {item.unit && <View className="t-note">{item.unit.name}</View>}
            </View>
          )}
          empty="还没有同事"
        />
      </Card>
    </View>
  );
}

function InviteCard({ code }: { code: string }) {
  const units = useKeyset(unitEndpoints.list, { code, limit: 100 });
  const [unitId, setUnitId] = useState('');
  const [role, setRole] = useState<Invited>('handler');
  const [secret, setSecret] = useState<string | null>(null);
  const create = useSend(invitationEndpoints.create, { refreshes: [invitationEndpoints.list] });
  const invite = async (): Promise<void> => {
    const made = await create.run({ code, unitId: Number(unitId), role });
    setSecret(made.secret);
  };
  const copy = async (): Promise<void> => {
    if (secret !== null && (await copyText(secret))) toast('邀请码已复制', 'done');
  };
  return (
    <Card title="邀请同事">
      <Picker
        label="单位"
        value={unitId}
        onChange={setUnitId}
        choices={units.items.map((unit) => ({ value: String(unit.id), label: unit.name }))}
      />
      <Picker
        label="岗位"
        value={role}
        onChange={(value) => setRole(value)}
        choices={invited.map((value) => ({ value, label: roleNames[value] }))}
      />
      {secret !== null && (
        <Notice tone="done" icon="check">
          邀请码 {secret}，三天内有效，只能用一次，也只显示这一次。请同事在“我的 · 我有邀请码”里填写。
        </Notice>
      )}
      <View className="stack stack--s mt">
        <Button onTap={invite} disabled={unitId === ''}>
          生成邀请码
        </Button>
        {secret !== null && (
          <Button kind="plain" onTap={copy}>
            复制邀请码
          </Button>
        )}
      </View>
    </Card>
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
        <View className="mt-s">
          <Button kind="plain" inline onTap={() => revoke.run({ code, id: item.id })}>
            作废
          </Button>
        </View>
      )}
    </View>
  );
}
