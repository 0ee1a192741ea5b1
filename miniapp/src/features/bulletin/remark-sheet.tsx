import { bulletinEndpoints, type BulletinDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, toast, useSend } from '../../platform';
import { Button, Notice, Sheet, TextArea } from '../../ui';

/** What the office says about the frozen figures. */
export function RemarkSheet({ bulletin, onClose }: { bulletin: BulletinDetail; onClose: () => void }) {
  const [remark, setRemark] = useState(bulletin.remark ?? '');
  const send = useSend(bulletinEndpoints.edit, { refreshes: [bulletinEndpoints.get] });
  const save = async (): Promise<void> => {
    try {
      await send.run({ id: bulletin.id, remark: remark.trim() === '' ? null : remark });
    } catch (error) {
      // shown above the button
      console.warn('the remark was not saved', errorMessage(error));
      return;
    }
    toast('已保存', 'done');
    onClose();
  };
  return (
    <Sheet
      open
      title="通报说明"
      onClose={onClose}
      foot={
        <Button onTap={save} busy={send.busy}>
          保存
        </Button>
      }
    >
      <TextArea
        label="说明"
        hint="数字已定格，不能修改；这里写原因、打算和需要说明的情况。"
        value={remark}
        onChange={setRemark}
        maxLength={2000}
        rows={8}
      />
      {send.error !== null && (
        <Notice tone="late" icon="warn">
          {errorMessage(send.error)}
        </Notice>
      )}
    </Sheet>
  );
}
