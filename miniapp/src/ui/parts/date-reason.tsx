import {
  explanationLines,
  formatMonthDayWeekday,
  PROVISIONAL_NOTE,
  type DueExplanation,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { Tap, Text, View } from '../primitives/primitives';
import { Icon } from './icon';
import { Sheet } from './sheet';
import { Notice } from './states';
import type { Tone } from './tone';

interface DateReasonProps {
  due: Pick<
    DueExplanation,
    'receivedOn' | 'workingDays' | 'dueOn' | 'provisional' | 'provisionalNote' | 'rule' | 'days'
  >;
  /** 最迟 (before sending, while open) or 应于 (afterwards). */
  lead?: '最迟' | '应于';
  /** Before the count: “简单咨询”. */
  what?: string;
  tone?: Tone;
}

/** The promised day; a tap opens “为什么是这一天”. */
export function DateReason({ due, lead = '最迟', what, tone = 'done' }: DateReasonProps) {
  const [open, setOpen] = useState(false);
  const day = formatMonthDayWeekday(due.dueOn);
  const facts = [what, `${due.workingDays} 个工作日`].filter(Boolean).join(' · ');
  return (
    <>
      <Tap className="due" onTap={() => setOpen(true)} expanded={open}>
        <View className={`due__edge tone-${tone} tone-bg`} silent />
        <View className="grow">
          <View className="t-strong">
            {lead} {day}答复
          </View>
          {due.provisional && (
            <View className="t-note t-soon">{due.provisionalNote ?? PROVISIONAL_NOTE}</View>
          )}
          <View className="t-note due__facts">
            <Text>{facts}</Text>
            <Text className="due__why">
              为什么是这一天
              <Icon name="next" />
            </Text>
          </View>
        </View>
      </Tap>
      <Sheet open={open} title="为什么是这一天" onClose={() => setOpen(false)}>
        <DateReasonDetail due={due} />
      </Sheet>
    </>
  );
}

/** The counting, day by day, and the rule behind it. */
export function DateReasonDetail({ due }: Pick<DateReasonProps, 'due'>) {
  return (
    <View>
      <View className="t-strong">
        {formatMonthDayWeekday(due.receivedOn)}收到，{due.workingDays} 个工作日，
        {formatMonthDayWeekday(due.dueOn)}到期
      </View>
      {due.provisional && (
        <View className="mt-s">
          <Notice tone="soon" icon="calendar">
            {due.provisionalNote ?? PROVISIONAL_NOTE}
          </Notice>
        </View>
      )}
      <View as="ol" className="mt-s">
        {explanationLines(due).map((line) => (
          <View
            as="li"
            key={line.from}
            className={line.counted > 0 ? 'why-line why-line--counted' : 'why-line'}
          >
            <View className="why-line__mark" silent>
              {line.counted > 0 ? line.counted : '–'}
            </View>
            <View className="grow">{line.text}</View>
          </View>
        ))}
      </View>
      <View className="t-note mt-s">{due.rule.text}</View>
      {due.rule.promisedIn && <View className="t-note">依据：{due.rule.promisedIn}</View>}
    </View>
  );
}
