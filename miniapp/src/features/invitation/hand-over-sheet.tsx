import {
  invitationEndpoints,
  oversightEndpoints,
  roleNames,
  type HandOver,
  type OutputOf,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { toast, useCall, useSend } from '../../platform';
import { Button, Facts, Notice, Picker, QueryView, Sheet, View } from '../../ui';
import { useProof } from '../account/use-proof';
import { openWords } from './hand-over-words';

type Before = OutputOf<typeof invitationEndpoints.colleagues>;

/** 离岗交接: what is open, who takes it over, and the end of the post, in one step. */
export function HandOverSheet({ membershipId, onClose }: { membershipId: number; onClose: () => void }) {
  const before = useCall(invitationEndpoints.colleagues, { id: membershipId });
  const [successor, setSuccessor] = useState('');
  const proof = useProof();
  const leave = useSend(invitationEndpoints.leave, {
    refreshes: [invitationEndpoints.staff, invitationEndpoints.colleagues, oversightEndpoints.inbox],
  });
  const needed = before.data ? mustChoose(before.data) : true;
  const go = (): Promise<void> =>
    proof.run(async () => {
      const asked = { id: membershipId, ...(successor === '' ? {} : { successorId: Number(successor) }) };
      const { handedOver } = await leave.run(asked);
      toast(doneWords(before.data?.name ?? '', handedOver), 'done');
      onClose();
    });
  return (
    <Sheet
      open
      title="离岗交接"
      onClose={onClose}
      foot={
        <Button kind="danger" onTap={go} disabled={!before.data || (needed && successor === '')}>
          {successor === '' ? '确认离岗' : '交接并离岗'}
        </Button>
      }
    >
      <QueryView query={before}>
        {(data) => (
          <View className="stack">
            <Facts
              items={[
                { label: '谁离岗', value: data.name },
                { label: '岗位', value: [data.unitName, roleNames[data.role]].filter(Boolean).join(' ') },
                { label: '没有办完的', value: openWords(data.open) },
              ]}
            />
            {data.items.length > 0 ? (
              <Picker
                label="谁来接手"
                optional={!needed}
                value={successor}
                onChange={setSuccessor}
                placeholder="请选择同单位的同事"
                hint="认领的留言、待审的答复和进展一次交给这位同事；单位的其他留言不受影响"
                choices={data.items.map(({ id, name, role }) => ({
                  value: String(id),
                  label: `${name}（${roleNames[role]}）`,
                }))}
              />
            ) : (
              <Notice tone="soon" icon="warn">
                单位里没有别的在岗同事，请先邀请接手的人。
              </Notice>
            )}
            <Notice icon="info">离岗后马上不能再看、再办本单位的事，同一单位的几个岗位一起结束。</Notice>
          </View>
        )}
      </QueryView>
      {proof.sheet}
    </Sheet>
  );
}

/** Drafts and reports would be sent back to nobody; claimed messages go back to the unit by themselves. */
const mustChoose = ({ open }: Before): boolean => open.drafts + open.reports > 0;

const doneWords = (name: string, { drafts, reports, claims }: HandOver): string =>
  drafts + reports + claims > 0 ? `${name}已离岗，${drafts + reports + claims} 件已交接` : `${name}已离岗`;
