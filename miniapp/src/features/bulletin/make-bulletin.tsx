import {
  bulletinEndpoints,
  bulletinKinds,
  bulletinKindWords,
  datesOfPeriod,
  partsOfYear,
  periodName,
  type BulletinKind,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, open, serverToday, useSend } from '../../platform';
import { Button, Notice, Picker, Segmented, Sheet, View } from '../../ui';
import { lastPeriod } from './bulletin-words';

/** Chooses a period; the figures are frozen when the button is tapped. */
export function MakeBulletin({ code, onClose }: { code: string; onClose: () => void }) {
  const today = serverToday();
  const [kind, setKind] = useState<BulletinKind>('month');
  const [chosen, setChosen] = useState(() => lastPeriod('month', today));
  const send = useSend(bulletinEndpoints.create, { refreshes: [bulletinEndpoints.list] });
  const choose = (next: BulletinKind): void => {
    setKind(next);
    setChosen(lastPeriod(next, today));
    send.reset();
  };
  const year = Number(today.slice(0, 4));
  const periods = [year, year - 1].flatMap((each) =>
    Array.from({ length: partsOfYear[kind] }, (_, at) => ({
      year: each,
      part: partsOfYear[kind] - at,
    })).filter((period) => datesOfPeriod({ kind, ...period }).from <= today),
  );
  const keyOf = (period: { year: number; part: number }): string => `${period.year}-${period.part}`;
  const make = async (): Promise<void> => {
    try {
      const { id } = await send.run({ code, kind, ...chosen });
      onClose();
      open('bulletin', { id });
    } catch (error) {
      // shown above the button
      console.warn('no bulletin was made', errorMessage(error));
    }
  };
  return (
    <Sheet
      open
      title="生成通报"
      onClose={onClose}
      foot={
        <Button onTap={make} busy={send.busy}>
          生成并定格数字
        </Button>
      }
    >
      <View className="stack">
        <Segmented
          label="通报种类"
          value={kind}
          onChange={choose}
          options={bulletinKinds.map((each) => ({ value: each, label: bulletinKindWords[each] }))}
        />
        <Picker
          label="期数"
          value={keyOf(chosen)}
          choices={periods.map((period) => ({
            value: keyOf(period),
            label: periodName({ kind, ...period }),
          }))}
          onChange={(key) => setChosen(periods.find((period) => keyOf(period) === key) ?? chosen)}
          hint="数字是点下按钮这一刻的，之后任务有变化也不会改动。"
        />
        {send.error !== null && (
          <Notice tone="late" icon="warn">
            {errorMessage(send.error)}
          </Notice>
        )}
      </View>
    </Sheet>
  );
}
