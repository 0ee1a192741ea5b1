import { calendarEndpoints, formatFullDate, type CalendarOverrideRow } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, fieldMessage, toast, useCall, useSend } from '../../platform';
import { Button, Notice, Sheet, TextArea, View } from '../../ui';
import { movesWords } from './month-cells';

interface WithdrawSheetProps {
  code: string;
  override: CalendarOverrideRow;
  onClose: () => void;
}

/** Taking back a day of the region's own before it comes: what it would move, and why it is taken back. */
export function WithdrawSheet({ code, override, onClose }: WithdrawSheetProps) {
  const { id, date, working } = override;
  const [reason, setReason] = useState('');
  const preview = useCall(calendarEndpoints.previewWithdrawal, { code, id });
  const send = useSend(calendarEndpoints.withdrawOverride, {
    refreshes: [calendarEndpoints.page, calendarEndpoints.proposals],
  });
  const wrongReason = fieldMessage(send.error, 'reason');
  const problem = preview.error ?? (wrongReason === undefined ? send.error : null);

  const withdraw = async (): Promise<void> => {
    try {
      await send.run({ code, id, reason: reason.trim() });
    } catch (error) {
      // shown in the sheet
      console.warn('the day was not taken back', errorMessage(error));
      return;
    }
    toast('已撤回，期限正在重新计算', 'done');
    onClose();
  };

  return (
    <Sheet
      open
      title={`撤回${formatFullDate(date)}的安排`}
      onClose={onClose}
      foot={
        <Button onTap={withdraw} busy={send.busy} disabled={!preview.data || reason.trim().length < 4}>
          撤回并公开
        </Button>
      }
    >
      <View className="t-2">
        这一天原定{working ? '上班' : '休息'}
        ，撤回后按国家通知执行。只能在那一天到来之前撤回，原来的安排和撤回的理由都公开可查。
      </View>
      <View className="mt">
        <TextArea
          label="撤回的理由"
          placeholder="如：云政发〔2026〕9号 调整放假安排"
          value={reason}
          onChange={setReason}
          maxLength={200}
          rows={2}
          error={wrongReason}
        />
      </View>
      {preview.data && (
        <View className="mt">
          <Notice icon="calendar">{movesWords(preview.data)}</Notice>
        </View>
      )}
      {problem !== null && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {errorMessage(problem)}
          </Notice>
        </View>
      )}
    </Sheet>
  );
}
