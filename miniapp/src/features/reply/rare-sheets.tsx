import {
  formatMonthDayWeekday,
  MAX_PAUSED_DAYS,
  messageEndpoints,
  type MessageDetail,
} from '@sunledger/shared-types';
import { errorMessage, toast, useSend } from '../../platform';
import { ListRow, Sheet, View } from '../../ui';
import { ReasonSheet } from '../oversight/reason-sheet';
import { DeclineSheet } from './decline-sheet';
import { ExtendSheet } from './extend-sheet';
import { rareRows, type RareMove } from './rare-moves';
import { MergeSheet } from './merge-sheet';
import { ReclassifySheet } from './reclassify-sheet';
import { refreshedByMoves } from './refreshed';
import { ReviseSheet } from './revise-sheet';

/** What is open: the list of the rarer moves, or one of them. */
export type RareOpen = 'menu' | RareMove | null;

interface RareSheetsProps {
  message: MessageDetail;
  open: RareOpen;
  onOpen: (next: RareOpen) => void;
  /** The message has left this desk. */
  onDone: () => void;
}

/** 更多 and a sheet for each move in it. */
export function RareSheets({ message, open, onOpen, onDone }: RareSheetsProps) {
  const sendBack = useSend(messageEndpoints.return, { refreshes: refreshedByMoves });
  const askMore = useSend(messageEndpoints.askMore, { refreshes: refreshedByMoves });
  const undo = useSend(messageEndpoints.undoReclassify, { refreshes: refreshedByMoves });
  const hide = useSend(messageEndpoints.hide, { refreshes: refreshedByMoves });
  const unmerge = useSend(messageEndpoints.unmerge, { refreshes: refreshedByMoves });
  const endAsk = useSend(messageEndpoints.endAsk, { refreshes: refreshedByMoves });
  const { id } = message;
  const close = (): void => onOpen(null);
  const left = (words: string) => (): void => {
    toast(words, 'done');
    onDone();
  };
  const stopWaiting = async (): Promise<void> => {
    close();
    try {
      const changed = await endAsk.run({ id });
      toast(`继续计时，最迟 ${formatMonthDayWeekday(changed.dueOn)}答复`, 'done');
    } catch (error) {
      toast(errorMessage(error));
    }
  };
  return (
    <>
      <Sheet open={open === 'menu'} title="更多" onClose={close}>
        <View>
          {rareRows(message).map(({ move, title, note }) => (
            <ListRow
              key={move}
              title={title}
              note={note}
              onTap={() => (move === 'endAsk' ? void stopWaiting() : onOpen(move))}
            />
          ))}
        </View>
      </Sheet>
      {open === 'reclassify' && <ReclassifySheet message={message} onClose={close} />}
      {open === 'extend' && <ExtendSheet message={message} onClose={close} />}
      {open === 'decline' && <DeclineSheet message={message} onClose={close} onDone={onDone} />}
      {open === 'merge' && <MergeSheet message={message} onClose={close} onDone={onDone} />}
      {open === 'revise' && <ReviseSheet message={message} onClose={close} />}
      <ReasonSheet
        open={open === 'hide'}
        title="撤下公开"
        lead="提交后立即不公开，由另一位同事确认或恢复。留言人仍可查看，按时或逾期的结果不变。"
        label="撤下的原因"
        words={['含有个人信息', '内容有误，正在修改']}
        confirmText="撤下公开"
        danger
        onSend={(note) => hide.run({ id, note })}
        onClose={close}
        onSent={() => toast('已撤下，等另一位同事确认', 'done')}
      />
      <ReasonSheet
        open={open === 'askMore'}
        title="请留言人补充"
        lead={`从明天起到补充那天不计入期限，最多问两次，合计最多等 ${MAX_PAUSED_DAYS} 个工作日；时间到了自动继续计时。`}
        label="要补充什么"
        placeholder="只问办理必需的，问具体些：地点、时间、哪一项业务"
        field="question"
        min={5}
        confirmText="发给留言人"
        onSend={(question) => askMore.run({ id, question })}
        onClose={close}
        onSent={left('已请留言人补充')}
      />
      <ReasonSheet
        open={open === 'unmerge'}
        title="取消并单"
        lead={`改为单独办理，期限不变，最迟 ${formatMonthDayWeekday(message.dueOn)}答复。`}
        label="理由"
        words={['问的不是同一件事']}
        confirmText="取消并单"
        onSend={(note) => unmerge.run({ id, note })}
        onClose={close}
        onSent={() => toast('已取消并单', 'done')}
      />
      <ReasonSheet
        open={open === 'undoReclassify'}
        title="撤销改类型"
        lead="恢复原来的类型和期限；原期限已过的，改到下一个工作日。留言人会看到。"
        label="撤销的理由"
        confirmText="撤销改类型"
        onSend={(note) => undo.run({ id, note })}
        onClose={close}
        onSent={() => toast('已恢复原来的类型', 'done')}
      />
      <ReasonSheet
        open={open === 'return'}
        title="退回政务公开办"
        lead={`退回后由政务公开办重新交办，期限不变，最迟 ${formatMonthDayWeekday(message.dueOn)}答复。留言人会看到这一步。`}
        label="退回理由"
        words={['不属于本单位职责', '涉及多个单位，请明确牵头单位']}
        confirmText="退回"
        onSend={(note) => sendBack.run({ id, note })}
        onClose={close}
        onSent={left('已退回政务公开办')}
      />
    </>
  );
}
