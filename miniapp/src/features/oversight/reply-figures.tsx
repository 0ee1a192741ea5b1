import type { MessageKind, ReplyFigures as Figures } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Chip, Figure, ProgressBar, TextLink, View, type Tone } from '../../ui';
import {
  figuresWords,
  lengthenedWords,
  medianWords,
  p90Words,
  rangeWords,
  shareTone,
  shareWords,
} from './board-words';
import { replyPartShapes, replyPartWords, whatOfPart, type OutcomePart, type Period } from './items-of';
import './oversight.scss';

const parts: readonly { part: OutcomePart; tone: Tone }[] = [
  { part: 'openOverdue', tone: 'late' },
  { part: 'late', tone: 'late' },
  { part: 'notYetDue', tone: 'going' },
  { part: 'onTime', tone: 'done' },
];

/** What reply-rule wants told apart. */
const apartParts = [
  'reclassified',
  'paused',
  'extended',
  'merged',
  'followUps',
  'declined',
  'reworks',
  'lateReworks',
  'withdrawn',
] as const;

interface ReplyFiguresProps {
  figures: Figures;
  period: Period;
  unit?: number;
  kind?: MessageKind;
}

/** How messages due in a period were answered; each number opens the list of exactly those. */
export function ReplyFigures({ figures, period, unit, kind }: ReplyFiguresProps) {
  const notes = [medianWords(figures.medianHours), p90Words(figures.p90Hours), lengthenedWords(figures)];
  const where = { ...(unit ? { unit } : {}), ...(kind ? { kind } : {}) };
  const apart = apartParts.filter((part) => figures[part] > 0);
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
                ? () => open('items', { what: whatOfPart(part, period), ...where })
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
      {apart.length > 0 && (
        <View className="row row--wrap mt-s">
          {apart.map((part) => (
            <TextLink
              key={part}
              onTap={() => open('items', { what: whatOfPart(part, period), ...where })}
              label={`${replyPartWords[part]} ${figures[part]}，查看清单`}
            >
              {`${replyPartWords[part]} ${figures[part]}`}
            </TextLink>
          ))}
        </View>
      )}
    </>
  );
}
