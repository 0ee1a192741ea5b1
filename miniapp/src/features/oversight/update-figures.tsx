import { updateBands, updateBandWords, type UpdateBand, type UpdateCounts } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Card, Chip, Figure, StackedBar, View, type Tone } from '../../ui';
import { whatOfBand } from './items-of';
import './oversight.scss';

const tones: Record<UpdateBand, Tone> = {
  recent: 'done',
  ageing: 'going',
  late: 'soon',
  silent: 'late',
  never: 'grey',
};

/** 进展更新: how long ago the open tasks last had public progress; each number opens its list. */
export function UpdateFigures({ counts, unit }: { counts: UpdateCounts; unit?: number }) {
  const total = updateBands.reduce((sum, band) => sum + counts[band], 0);
  if (total === 0) return null;
  const parts = updateBands.map((band) => ({
    tone: tones[band],
    count: counts[band],
    word: updateBandWords[band].word,
  }));
  return (
    <Card
      title="进展更新"
      note={`${total} 项未销号`}
      more={{ text: '怎么判定', onTap: () => open('lights') }}
    >
      <StackedBar parts={parts} label="进展更新" />
      <View className="figures mt">
        {updateBands.map((band) => (
          <Figure
            key={band}
            value={counts[band]}
            onTap={
              counts[band] > 0
                ? () => open('items', { what: whatOfBand(band), ...(unit ? { unit } : {}) })
                : undefined
            }
            label={`${counts[band]} ${updateBandWords[band].word}，查看清单`}
          >
            <Chip tone={tones[band]} shape={updateBandWords[band].shape}>
              {updateBandWords[band].word}
            </Chip>
          </Figure>
        ))}
      </View>
    </Card>
  );
}
