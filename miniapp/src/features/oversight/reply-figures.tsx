import type { ReplyFigures as Figures } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Chip, Figure, ProgressBar, View, type Tone } from '../../ui';
import { figuresWords, medianWords, shareTone, shareWords } from './board-words';
import { replyPartWords, whatOfPart, type Period, type ReplyPart } from './items-of';
import './oversight.scss';

const parts: readonly { part: Exclude<ReplyPart, 'total'>; tone: Tone; shape: string }[] = [
  { part: 'openOverdue', tone: 'late', shape: '▲' },
  { part: 'late', tone: 'late', shape: '◆' },
  { part: 'notYetDue', tone: 'going', shape: '▶\uFE0E' },
  { part: 'onTime', tone: 'done', shape: '●' },
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
      <View className="figures mt">
        {parts.map(({ part, tone, shape }) => (
          <Figure
            key={part}
            value={figures[part]}
            onTap={
              figures[part] > 0
                ? () => open('items', { what: whatOfPart(part, period), ...(unit ? { unit } : {}) })
                : undefined
            }
            label={`${replyPartWords[part]} ${figures[part]} 件，查看清单`}
          >
            <Chip tone={tone} shape={shape}>
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
