import { deputyEndpoints } from '@sunledger/shared-types';
import { useState } from 'react';
import { serverToday, toast, useCall, useSend } from '../../platform';
import { Button, DatePicker, Notice, Picker, QueryView, Sheet, View } from '../../ui';
import { SheetProblem } from '../reply/sheet-problem';
import { datesFit, latestUntil } from './deputy-words';

/** Who stands in, and from when until when. */
export function NameDeputySheet({ onClose }: { onClose: () => void }) {
  const today = serverToday();
  const choices = useCall(deputyEndpoints.choices, {});
  const [unit, setUnit] = useState('');
  const [deputy, setDeputy] = useState('');
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const send = useSend(deputyEndpoints.name, { refreshes: [deputyEndpoints.list] });
  const units = choices.data?.units ?? [];
  const chosen =
    units.find((each) => String(each.unit.id) === unit) ?? (units.length === 1 ? units[0] : undefined);
  const ready = chosen !== undefined && deputy !== '' && datesFit(from, until, today);
  const save = async (): Promise<void> => {
    if (!chosen) return;
    try {
      await send.run({ unitId: chosen.unit.id, deputyId: Number(deputy), from, until });
    } catch (error) {
      // shown in the sheet
      console.warn('the deputy was refused', error);
      return;
    }
    toast('已指定，并告诉了同事', 'done');
    onClose();
  };
  return (
    <Sheet
      open
      title="指定代办人"
      onClose={onClose}
      foot={
        <Button onTap={save} disabled={!ready}>
          请同事代办
        </Button>
      }
    >
      <QueryView query={choices}>
        {() => (
          <View className="stack">
            {units.length > 1 && (
              <Picker
                label="单位"
                value={unit}
                choices={units.map((each) => ({ value: String(each.unit.id), label: each.unit.name }))}
                onChange={(next) => {
                  setUnit(next);
                  setDeputy('');
                }}
                placeholder="请选择单位"
              />
            )}
            {chosen && chosen.colleagues.length === 0 ? (
              <Notice icon="info">{chosen.unit.name}没有别的经办人或审核人，请政务公开办添加同事。</Notice>
            ) : (
              <Picker
                label="代办人"
                value={deputy}
                choices={(chosen?.colleagues ?? []).map(({ id, name }) => ({
                  value: String(id),
                  label: name,
                }))}
                onChange={setDeputy}
                placeholder="请选择同单位的同事"
              />
            )}
            <DatePicker label="从哪天起" value={from} onChange={setFrom} min={today} />
            <DatePicker
              label="到哪天止"
              value={until}
              onChange={setUntil}
              min={from}
              max={latestUntil(from)}
            />
          </View>
        )}
      </QueryView>
      <SheetProblem problem={send.error} />
    </Sheet>
  );
}
