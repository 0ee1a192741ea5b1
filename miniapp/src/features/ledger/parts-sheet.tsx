import { ledgerEndpoints, placesOf, type TaskDetail } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import { errorMessage, toast, useSend } from '../../platform';
import { Button, Notice, Sheet, TextArea, View } from '../../ui';
import { refreshedByChanges } from './refreshed';

/** 分村办理: a pasted list becomes one part for each village. */
export function PartsSheet({
  task,
  open,
  onClose,
}: {
  task: TaskDetail;
  open: boolean;
  onClose: () => void;
}) {
  const add = useSend(ledgerEndpoints.addParts, { refreshes: refreshedByChanges });
  const [list, setList] = useState('');
  useEffect(() => {
    if (open) setList('');
  }, [open]);
  const places = placesOf(list);
  const send = async (): Promise<void> => {
    try {
      const { added } = await add.run({ id: task.id, list });
      toast(`已建立 ${added} 个分项`, 'done');
    } catch (error) {
      // shown in the sheet
      console.warn('the list was refused', errorMessage(error));
      return;
    }
    onClose();
  };
  return (
    <Sheet
      open={open}
      title="分村办理"
      onClose={onClose}
      foot={
        <Button onTap={send} disabled={places.length === 0} busy={add.busy}>
          建立 {places.length} 个分项
        </Button>
      }
    >
      <View className="stack">
        <View className="t-2">
          从表格或文件里复制村（社区）名单粘贴到这里，一行一个或用顿号隔开。每个村单独报送、附佐证、销号；全部完成后，这项任务自动完成。
        </View>
        <TextArea
          label="名单"
          value={list}
          onChange={setList}
          maxLength={20_000}
          rows={8}
          placeholder={'东河村\n西河村\n桥头社区'}
        />
        {places.length > 0 && (
          <View className="t-note" live="polite">
            读出 {places.length} 个：{places.slice(0, 8).join('、')}
            {places.length > 8 ? '……' : ''}
          </View>
        )}
        {add.error !== null && (
          <Notice tone="late" icon="warn">
            {errorMessage(add.error)}
          </Notice>
        )}
      </View>
    </Sheet>
  );
}
