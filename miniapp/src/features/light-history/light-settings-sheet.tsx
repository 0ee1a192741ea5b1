import {
  defaultLightThresholds,
  lightHistoryEndpoints,
  oversightEndpoints,
  planEndpoints,
  regionEndpoints,
  taskEndpoints,
  type LightSettings,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, fieldMessage, toast, useCall, useSend } from '../../platform';
import { Button, Notice, Sheet, TextArea, TextInput, TextLink, View } from '../../ui';
import {
  lightFields,
  lightFormOf,
  movedLights,
  numberProblem,
  sameSettings,
  settingsToSend,
} from './light-words';

interface LightSettingsSheetProps {
  code: string;
  current: LightSettings;
  onClose: () => void;
}

/** Everything on screen that is judged by the numbers. */
const refreshes = [
  lightHistoryEndpoints.settings,
  lightHistoryEndpoints.settingsChanges,
  taskEndpoints.list,
  taskEndpoints.get,
  planEndpoints.list,
  planEndpoints.get,
  regionEndpoints.get,
  oversightEndpoints.board,
  oversightEndpoints.inbox,
];

/** Other numbers, with what they would do to the tasks of today and a reason that everybody reads. */
export function LightSettingsSheet({ code, current, onClose }: LightSettingsSheetProps) {
  const [form, setForm] = useState(() => lightFormOf(current));
  const [reason, setReason] = useState('');
  const send = useSend(lightHistoryEndpoints.saveSettings, { refreshes });
  const wanted = settingsToSend(form);
  const changed = wanted !== null && !sameSettings(wanted, current);
  const wrongReason = fieldMessage(send.error, 'reason');

  const save = async (): Promise<void> => {
    if (!wanted) return;
    try {
      await send.run({ code, ...wanted, reason: reason.trim() });
    } catch (error) {
      // shown in the sheet
      console.warn('the numbers were refused', errorMessage(error));
      return;
    }
    toast('已调整，今天起按新的天数判定', 'done');
    onClose();
  };

  return (
    <Sheet
      open
      title="调整判定天数"
      onClose={onClose}
      foot={
        <Button onTap={save} disabled={!changed || reason.trim().length < 4} busy={send.busy}>
          保存并公开
        </Button>
      }
    >
      <View className="t-2">今天起生效。已写定的月份、逾期和逾期完成都不会因此改变。</View>
      {lightFields.map(({ key, label, most }) => (
        <View key={key} className="mt">
          <TextInput
            label={label}
            kind="number"
            maxLength={3}
            value={form[key]}
            onChange={(value) => setForm((now) => ({ ...now, [key]: value }))}
            error={numberProblem(form[key], most)}
          />
        </View>
      ))}
      {!(wanted && sameSettings(wanted, defaultLightThresholds)) && (
        <TextLink icon="refresh" onTap={() => setForm(lightFormOf(defaultLightThresholds))}>
          填入默认天数
        </TextLink>
      )}
      <View className="mt">
        <Effect code={code} wanted={changed ? wanted : null} />
      </View>
      <View className="mt">
        <TextArea
          label="理由"
          hint="和调整前后的天数一起公开"
          value={reason}
          onChange={setReason}
          maxLength={300}
          rows={2}
          placeholder="如：按年度督查办法，提前一个月预警"
          error={wrongReason}
        />
      </View>
      {send.error !== null && !wrongReason && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {errorMessage(send.error)}
          </Notice>
        </View>
      )}
    </Sheet>
  );
}

/** How the tasks of today would stand, before anything is saved. */
function Effect({ code, wanted }: { code: string; wanted: LightSettings | null }) {
  const input = { code, ...(wanted ?? defaultLightThresholds) };
  const preview = useCall(lightHistoryEndpoints.previewSettings, input, {
    enabled: wanted !== null,
    keepLast: true,
  });
  if (wanted === null) return <Notice icon="info">天数与现在相同。</Notice>;
  if (preview.error !== null) {
    return (
      <Notice tone="soon" icon="warn">
        算不出调整后的结果：{errorMessage(preview.error)}
      </Notice>
    );
  }
  if (!preview.data) return <Notice icon="info">正在计算调整后的结果。</Notice>;
  const moved = movedLights(preview.data.now, preview.data.then);
  return (
    <Notice icon="info">
      {moved.length === 0 ? '按新的天数，今天没有任务改变状态。' : `按新的天数，今天：${moved.join('，')}。`}
    </Notice>
  );
}
