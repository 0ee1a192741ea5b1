import {
  invitationEndpoints,
  JOIN_PREFIX,
  roleNames,
  unitEndpoints,
  type OutputOf,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { copyText, toast, useKeyset, useSend } from '../../platform';
import { Button, Card, Image, Notice, Picker, View } from '../../ui';
import { codePicture } from '../account/code-picture';
import './invitation.scss';

/** The administrator appoints the office, the office everybody else. */
const byOffice = ['handler', 'reviewer', 'official'] as const;
const byAdmin = ['office'] as const;
type Invited = (typeof byOffice)[number] | (typeof byAdmin)[number];

const uses = ['1', '5', '20'] as const;
const days = ['1', '3', '7', '30'] as const;

/** A code for a unit and a role, limited in time and use; it is shown this once. */
export function InviteCard({ code, admin }: { code: string; admin: boolean }) {
  const units = useKeyset(unitEndpoints.list, { code, limit: 100 });
  const roles: readonly Invited[] = admin ? byAdmin : byOffice;
  const [unitId, setUnitId] = useState('');
  const [role, setRole] = useState<Invited>(admin ? 'office' : 'handler');
  const [mostUses, setMostUses] = useState<(typeof uses)[number]>('1');
  const [lasts, setLasts] = useState<(typeof days)[number]>('3');
  const [made, setMade] = useState<OutputOf<typeof invitationEndpoints.create> | null>(null);
  const create = useSend(invitationEndpoints.create, { refreshes: [invitationEndpoints.list] });
  const choices = units.items
    .filter((unit) => unit.kind !== 'collective' && (!admin || unit.kind === 'office'))
    .map((unit) => ({ value: String(unit.id), label: unit.name }));
  const invite = async (): Promise<void> => {
    const asked = { code, unitId: Number(unitId), role, mostUses: Number(mostUses), days: Number(lasts) };
    setMade(await create.run(asked));
  };
  return (
    <Card title="邀请同事">
      <View className="stack">
        <Picker label="单位" value={unitId} onChange={setUnitId} choices={choices} placeholder="请选择单位" />
        <Picker
          label="岗位"
          value={role}
          onChange={setRole}
          choices={roles.map((value) => ({ value, label: roleNames[value] }))}
        />
        <Picker
          label="能用几次"
          value={mostUses}
          onChange={setMostUses}
          choices={uses.map((value) => ({ value, label: value === '1' ? '1 人' : `${value} 人` }))}
        />
        <Picker
          label="几天内有效"
          value={lasts}
          onChange={setLasts}
          choices={days.map((value) => ({ value, label: `${value} 天` }))}
        />
        <Button onTap={invite} disabled={unitId === ''}>
          生成邀请码
        </Button>
        {made && <Made made={made} />}
      </View>
    </Card>
  );
}

function Made({ made }: { made: OutputOf<typeof invitationEndpoints.create> }) {
  const { secret, image, invitation } = made;
  const copy = async (): Promise<void> => {
    if (await copyText(secret)) toast('邀请码已复制', 'done');
  };
  return (
    <View className="stack" live="polite">
      <View className="invite-code">
        <Image
          src={image ?? codePicture(JOIN_PREFIX + secret)}
          alt={`${invitation.unit.name}${roleNames[invitation.role]}的邀请二维码`}
          className="invite-code__picture"
        />
        <View className="invite-code__letters t-num">
          {secret.slice(0, 4)} {secret.slice(4, 8)} {secret.slice(8)}
        </View>
      </View>
      <Notice tone="done" icon="check">
        {image === null
          ? '请同事在小程序“我的 · 我有邀请码”里扫一扫，或填写上面的码。'
          : '请同事用微信扫一扫，或在“我的 · 我有邀请码”里填写上面的码。'}
        离开本页就不再显示。
      </Notice>
      <Button kind="ghost" onTap={copy}>
        复制邀请码
      </Button>
    </View>
  );
}
