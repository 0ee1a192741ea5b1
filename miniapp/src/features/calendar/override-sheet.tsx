import { addDays, calendarEndpoints, isChinaDate } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, fieldMessage, serverToday, toast, useCall, useSend } from '../../platform';
import { Button, DatePicker, Notice, Segmented, Sheet, TextArea, View } from '../../ui';
import { movesWords } from './month-cells';

interface OverrideSheetProps {
  code: string;
  open: boolean;
  onClose: () => void;
}

/** One day of the region's own, with the decision behind it and what it would move. */
export function OverrideSheet({ code, open, onClose }: OverrideSheetProps) {
  const tomorrow = addDays(serverToday(), 1);
  const [date, setDate] = useState('');
  const [working, setWorking] = useState<'true' | 'false'>('false');
  const [decision, setDecision] = useState('');
  const dated = isChinaDate(date) && date >= tomorrow;
  const preview = useCall(
    calendarEndpoints.previewOverride,
    { code, date, working },
    { enabled: open && dated },
  );
  const send = useSend(calendarEndpoints.addOverride, {
    refreshes: [calendarEndpoints.page, calendarEndpoints.proposals],
  });
  const ready = dated && preview.data !== undefined && decision.trim().length >= 4;

  const leave = (): void => {
    setDate('');
    setDecision('');
    send.reset();
    onClose();
  };
  const add = async (): Promise<void> => {
    try {
      await send.run({ code, date, working: working === 'true', decision: decision.trim() });
    } catch (error) {
      // shown in the sheet
      console.warn('the day was refused', errorMessage(error));
      return;
    }
    toast('已登记，期限正在重新计算', 'done');
    leave();
  };

  return (
    <Sheet
      open={open}
      title="登记本地区安排"
      onClose={leave}
      foot={
        <Button onTap={add} disabled={!ready}>
          登记并公开
        </Button>
      }
    >
      <View className="t-2">
        最早从明天起。登记后连同决定一起公开，那一天到来之前可以撤回；改动的期限会计入统计。
      </View>
      <View className="mt">
        <DatePicker label="哪一天" value={date} onChange={setDate} min={tomorrow} />
      </View>
      <View className="mt">
        <Segmented
          label="这一天休息还是上班"
          value={working}
          onChange={setWorking}
          options={[
            { value: 'false', label: '休息' },
            { value: 'true', label: '上班' },
          ]}
        />
      </View>
      <View className="mt">
        <TextArea
          label="依据的决定"
          placeholder="如：云政发〔2026〕8号 关于传统节日放假的通知"
          value={decision}
          onChange={setDecision}
          maxLength={200}
          rows={2}
          error={fieldMessage(send.error, 'decision')}
        />
      </View>
      {dated && preview.error !== null && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {errorMessage(preview.error)}
          </Notice>
        </View>
      )}
      {dated && preview.data && (
        <View className="mt">
          <Notice icon="calendar">{movesWords(preview.data)}</Notice>
        </View>
      )}
      {send.error !== null && fieldMessage(send.error, 'decision') === undefined && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {errorMessage(send.error)}
          </Notice>
        </View>
      )}
    </Sheet>
  );
}
