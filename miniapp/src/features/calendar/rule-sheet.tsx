import { addDays, regionEndpoints, replyRuleEndpoints, type ReplyRule } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, fieldMessage, serverToday, toast, useCall, useSend } from '../../platform';
import { Button, DatePicker, Filters, Notice, Segmented, Sheet, TextArea, TextInput, View } from '../../ui';
import { hoursProblem } from './hours-text';
import {
  changedLines,
  cutOffProblem,
  dayKinds,
  daysAsText,
  daysProblem,
  formOf,
  ruleToSend,
  type RuleForm,
} from './rule-form';

interface RuleSheetProps {
  code: string;
  current: ReplyRule;
  onClose: () => void;
}

/** A new version of the promise, from tomorrow at the earliest, with the document that makes it. */
export function RuleSheet({ code, current, onClose }: RuleSheetProps) {
  const today = serverToday();
  const [form, setForm] = useState<RuleForm>(() => formOf(current, today));
  const send = useSend(replyRuleEndpoints.add, {
    refreshes: [replyRuleEndpoints.list, regionEndpoints.get],
  });
  const ready = ruleToSend(form, today);
  const set = (change: Partial<RuleForm>): void => setForm((now) => ({ ...now, ...change }));
  const lines = changedLines(form, current);
  const wrongDate = fieldMessage(send.error, 'effectiveFrom');
  const wrongSource = fieldMessage(send.error, 'source');

  const publish = async (): Promise<void> => {
    if (!ready) return;
    try {
      await send.run({ code, ...ready });
    } catch (error) {
      // shown in the sheet
      console.warn('the promise was refused', errorMessage(error));
      return;
    }
    toast('已发布，到日子自动执行', 'done');
    onClose();
  };

  return (
    <Sheet
      open
      title="发布新的承诺"
      onClose={onClose}
      foot={
        <Button onTap={publish} disabled={ready === null}>
          发布
        </Button>
      }
    >
      <Presets onPick={(days) => set({ days })} />
      {dayKinds.map(({ kind, label }) => (
        <View key={kind} className="mt-s">
          <TextInput
            label={`${label}（工作日）`}
            kind="number"
            maxLength={3}
            value={form.days[kind]}
            onChange={(value) => set({ days: { ...form.days, [kind]: value } })}
            error={daysProblem(form.days[kind])}
          />
        </View>
      ))}
      <View className="mt">
        <View className="field__label" silent>
          从哪一天起数
        </View>
        <Segmented
          label="从哪一天起数"
          value={form.startRule}
          onChange={(startRule) => set({ startRule })}
          options={[
            { value: 'nextDay', label: '收到次日起' },
            { value: 'sameDayIfInHours', label: '上班时间收到的当日起' },
          ]}
        />
      </View>
      <View className="mt">
        <View className="field__label" silent>
          下班后和休息日收到的
        </View>
        <Segmented
          label="下班后和休息日收到的"
          value={form.offHoursReceipt}
          onChange={(offHoursReceipt) => set({ offHoursReceipt })}
          options={[
            { value: 'asIs', label: '按实际收到日' },
            { value: 'deemNextWorkday', label: '视为下一个工作日' },
          ]}
        />
      </View>
      {form.offHoursReceipt === 'deemNextWorkday' && (
        <View className="mt">
          <TextInput
            label="几点以后算下班后"
            value={form.cutOff}
            onChange={(cutOff) => set({ cutOff })}
            maxLength={5}
            placeholder="如 17:00，不填就是下班时间"
            error={cutOffProblem(form.cutOff)}
          />
        </View>
      )}
      <View className="mt">
        <View className="field__label" silent>
          到期日哪一刻为止
        </View>
        <Segmented
          label="到期日哪一刻为止"
          value={form.dayEnd}
          onChange={(dayEnd) => set({ dayEnd })}
          options={[
            { value: '24:00', label: '到当日24:00' },
            { value: 'closeOfBusiness', label: '到当日下班' },
          ]}
        />
      </View>
      <View className="mt">
        <TextArea
          label="办公时间（每行一季）"
          value={form.hours}
          onChange={(hours) => set({ hours })}
          maxLength={300}
          rows={2}
          placeholder="05-01 起 08:30-12:00、15:00-18:00"
          error={hoursProblem(form.hours)}
        />
        <View className="t-note">用于办理提醒的时间；期限按整天计，不按小时。</View>
      </View>
      <View className="mt">
        <TextInput
          label="承诺文件"
          value={form.source}
          onChange={(source) => set({ source })}
          maxLength={200}
          placeholder="文号和名称，群众会看到"
          error={wrongSource}
        />
      </View>
      <View className="mt">
        <DatePicker
          label="从哪天起执行"
          value={form.effectiveFrom}
          onChange={(effectiveFrom) => set({ effectiveFrom })}
          min={addDays(today, 1)}
          error={wrongDate}
        />
      </View>
      <View className="mt">
        <Notice icon="info">{lines.length === 0 ? '与现行承诺相同。' : lines.join('；')}</Notice>
      </View>
      {send.error !== null && !wrongDate && !wrongSource && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {errorMessage(send.error)}
          </Notice>
        </View>
      )}
    </Sheet>
  );
}

/** What real documents promise; a tap fills in the numbers, the document stays to be named. */
function Presets({ onPick }: { onPick: (days: RuleForm['days']) => void }) {
  const presets = useCall(replyRuleEndpoints.presets, {});
  const named = presets.data?.items ?? [];
  if (named.length === 0) return null;
  return (
    <View>
      <View className="t-note">参考各地文件里的承诺，点一下填入天数，没有写明的按默认：</View>
      <View className="mt-s">
        <Filters
          label="其他地方的承诺"
          value=""
          onChange={(region) => {
            const preset = named.find((each) => each.region === region);
            if (preset) onPick(daysAsText(preset.days));
          }}
          options={named.map(({ region, documentNumber, promised }) => ({
            value: region,
            label: [region, documentNumber, Object.keys(promised).length > 0 ? '' : '没有写明天数']
              .filter(Boolean)
              .join(' '),
          }))}
        />
      </View>
    </View>
  );
}
