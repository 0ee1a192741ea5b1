import {
  formatMonthDayWeekday,
  messageEndpoints,
  reclassifyReasons,
  reclassifyReasonWords,
  replyRuleEndpoints,
  type MessageDetail,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { toast, useCall, useSend } from '../../platform';
import { Button, Notice, Picker, Sheet, TextArea, View } from '../../ui';
import {
  classChoices,
  effectOf,
  emptyReclassify,
  previewInput,
  reclassifyInput,
  reclassifyReady,
  type ReclassifyForm,
} from './reclassify-form';
import { refreshedByMoves } from './refreshed';
import { SheetProblem } from './sheet-problem';

const reasons = reclassifyReasons.map((value) => ({ value, label: reclassifyReasonWords[value] }));

interface ReclassifySheetProps {
  message: MessageDetail;
  onClose: () => void;
}

/** 改类型: the new kind, why, and what becomes of the promised day. */
export function ReclassifySheet({ message, onClose }: ReclassifySheetProps) {
  const [form, setForm] = useState(emptyReclassify);
  const rules = useCall(replyRuleEndpoints.list, { code: message.regionCode, limit: 1 });
  const send = useSend(messageEndpoints.reclassify, { refreshes: refreshedByMoves });
  const preview = useCall(messageEndpoints.previewReclassify, previewInput(form.to || 'simple', message.id), {
    enabled: form.to !== '',
  });
  const days = rules.data?.current.days ?? null;
  const change = (part: Partial<ReclassifyForm>): void => {
    setForm({ ...form, ...part });
    send.reset();
  };
  const save = async (): Promise<void> => {
    const input = reclassifyInput(form, message.id);
    if (!input) return;
    try {
      const changed = await send.run(input);
      toast(`已改，最迟 ${formatMonthDayWeekday(changed.dueOn)}答复`, 'done');
    } catch (error) {
      // shown in the sheet
      console.warn('another kind was refused', error);
      return;
    }
    onClose();
  };
  return (
    <Sheet
      open
      title="改类型"
      onClose={onClose}
      foot={
        <Button onTap={save} disabled={!reclassifyReady(form) || Boolean(preview.data?.refusal)}>
          确定改类型
        </Button>
      }
    >
      <View className="stack">
        <Picker
          label="改为"
          value={form.to}
          choices={classChoices(message, days)}
          onChange={(to) => change({ to })}
          placeholder="请选择类型"
        />
        {form.to !== '' && preview.data && (
          <Notice
            icon={preview.data.refusal ? 'warn' : 'calendar'}
            tone={preview.data.refusal ? 'late' : undefined}
          >
            {effectOf(preview.data)}
          </Notice>
        )}
        <Picker
          label="原因"
          value={form.reason}
          choices={reasons}
          onChange={(reason) => change({ reason })}
          placeholder="请选择原因"
        />
        <TextArea
          label="说明"
          hint="留言人会看到这段话"
          value={form.text}
          onChange={(text) => change({ text })}
          maxLength={500}
          rows={3}
          status={form.text.trim().length < 5 ? '至少 5 个字' : ''}
        />
      </View>
      <SheetProblem problem={send.error} />
    </Sheet>
  );
}
