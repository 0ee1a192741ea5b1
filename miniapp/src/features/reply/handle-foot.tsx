import type { MessageDetail } from '@sunledger/shared-types';
import { useWide } from '../../platform';
import { Button } from '../../ui';
import type { HandOn } from './hand-on-sheet';
import { rareRows } from './rare-moves';

interface HandleFootProps {
  message: MessageDetail;
  /** Nothing is written yet: the office hands on, rather than answering itself. */
  blank: boolean;
  busy: boolean;
  onMore: () => void;
  onHandOn: (move: HandOn) => void;
  onSubmit: () => unknown;
}

const inFoot = ['transfer', 'assign', 'reply'] as const;

export const hasHandleFoot = (message: MessageDetail): boolean =>
  rareRows(message).length > 0 || inFoot.some((move) => message.moves.includes(move));

/** The buttons below a message in hand: the rare moves behind one, the usual ones by name. */
export function HandleFoot({ message, blank, busy, onMore, onHandOn, onSubmit }: HandleFootProps) {
  const wide = useWide();
  const may = (move: MessageDetail['moves'][number]): boolean => message.moves.includes(move);
  return (
    <>
      {rareRows(message).length > 0 && (
        <Button kind="plain" onTap={onMore}>
          更多
        </Button>
      )}
      {may('transfer') && (
        <Button kind="plain" onTap={() => onHandOn('transfer')}>
          转办
        </Button>
      )}
      {may('assign') && (
        <Button kind={blank ? 'primary' : 'plain'} onTap={() => onHandOn('assign')}>
          交办
        </Button>
      )}
      {may('reply') && (
        <Button
          kind={may('assign') && blank ? 'ghost' : 'primary'}
          onTap={onSubmit}
          label={wide ? '送审（Ctrl+Enter）' : undefined}
        >
          {busy ? '正在送审' : '送审'}
        </Button>
      )}
    </>
  );
}
