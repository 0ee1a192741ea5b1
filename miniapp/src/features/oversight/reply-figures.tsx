import type { ReplyFigures as Figures } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Chip, Figure, ProgressBar, View, type Tone } from '../../ui';
import { figuresWords, medianWords, rangeWords, shareTone, shareWords } from './board-words';
import { replyPartShapes, replyPartWords, whatOfPart, type Period, type ReplyPart } from './items-of';
import './oversight.scss';

const parts: readonly { part: Exclude<ReplyPart, 'total'>; tone: Tone }[] = [
  { part: 'openOverdue', tone: 'late' },
  { part: 'late', tone: 'late' },
  { part: 'notYetDue', tone: 'going' },
  { part: 'onTime', tone: 'done' },
];

interface ReplyFiguresProps {
  figures: Figures;
  period: Period;
  unit?: number;
}

/** How messages due in a period were answered; each number opens the list of exactly those. */
export function ReplyFigures({ figures, period, unit }: ReplyFiguresProps) {
  const notes = [medianWords(figures.medianHours)];
  if (figures.withdrawn > 0) notes.push(`另有 ${figures.withdrawn} 件由留言人撤回`);
  return (
    <>
      <View className="t-note">{rangeWords(period)}到期的留言</View>
      <View className="row row--base row--wrap">
        <View className={`share tone-${shareTone(figures)}`}>{shareWords(figures)}</View>
        <View className="t-2">
          {figures.share === null ? figuresWords(figures) : `按时答复 · ${figuresWords(figures)}`}
        </View>
      </View>
      {figures.share !== null && (
        <View className="mt-s">
          <ProgressBar
            percent={figures.share * 100}
            tone={shareTone(figures)}
            label="按时答复"
            value={null}
          />
        </View>
      )}
      <View className="figures figures--two mt">
        {parts.map(({ part, tone }) => (
          <Figure
            key={part}
            value={figures[part]}
            onTap={
              figures[part] > 0
                ? () => open('items', { what: whatOfPart(part, period), ...(unit ? { unit } : {}) })
                : undefined
            }
            label={`${figures[part]} ${replyPartWords[part]}，查看清单`}
          >
            <Chip tone={tone} shape={replyPartShapes[part]}>
              {replyPartWords[part]}
            </Chip>
          </Figure>
        ))}
      </View>
      {notes.filter(Boolean).length > 0 && (
        <View className="t-note mt-s">{notes.filter(Boolean).join('；')}</View>
      )}
    </>
  );
}
