import { formatMonthDayWeekday, messageEndpoints, type MessageDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { toast, useSend } from '../../platform';
import { Button, Card, View } from '../../ui';
import { ReasonSheet } from '../oversight/reason-sheet';
import { lastNote } from './rare-moves';
import { refreshedByMoves } from './refreshed';
import { HideCard, RevisionCard } from './revision-cards';

interface DecisionProps {
  message: MessageDetail;
  onDone: () => void;
}

/** What waits for the word of the office or of a second person; nothing where nothing waits for this person. */
export function DecisionCards({ message, onDone }: DecisionProps) {
  const may = (move: MessageDetail['moves'][number]): boolean => message.moves.includes(move);
  return (
    <>
      {(may('approveExtension') || may('refuseExtension')) && (
        <ExtensionCard message={message} onDone={onDone} />
      )}
      {(may('approveRevision') || may('sendBackRevision')) && (
        <RevisionCard message={message} onDone={onDone} />
      )}
      {(may('confirmHide') || may('undoHide')) && <HideCard message={message} onDone={onDone} />}
      {may('decideObjection') && <ObjectionCard message={message} onDone={onDone} />}
    </>
  );
}

function ExtensionCard({ message, onDone }: DecisionProps) {
  const [refusing, setRefusing] = useState(false);
  const approve = useSend(messageEndpoints.approveExtension, { refreshes: refreshedByMoves });
  const refuse = useSend(messageEndpoints.refuseExtension, { refreshes: refreshedByMoves });
  const mayApprove = message.moves.includes('approveExtension');
  const asked = lastNote(message, 'extensionAsked');
  const agree = async (): Promise<void> => {
    const changed = await approve.run({ id: message.id, ...(asked === null ? {} : { note: asked }) });
    toast(`已同意，延长到 ${formatMonthDayWeekday(changed.dueOn)}`, 'done');
    onDone();
  };
  return (
    <Card title="申请延期" edge="soon">
      <View className="t-strong">
        {message.unit.name}申请延长 {message.extension?.workingDays ?? 0} 个工作日
      </View>
      <View className="t-pre mt-s">原因：{asked ?? '没有写'}</View>
      <View className="t-note mt-s">
        {mayApprove
          ? `现在最迟 ${formatMonthDayWeekday(message.dueOn)}答复。同意后，留言人会看到新的期限和这个原因。`
          : '已到答复期限，不能再同意延期。'}
      </View>
      <View className="decision mt">
        <Button kind="plain" onTap={() => setRefusing(true)}>
          不同意
        </Button>
        {mayApprove && <Button onTap={agree}>同意延期</Button>}
      </View>
      <ReasonSheet
        open={refusing}
        title="不同意延期"
        lead={`期限不变，${formatMonthDayWeekday(message.dueOn)}到期。`}
        label="理由"
        words={['原期限内可以答复', '理由不充分']}
        confirmText="不同意延期"
        onSend={(note) => refuse.run({ id: message.id, note })}
        onClose={() => setRefusing(false)}
        onSent={() => {
          toast('已答复申请单位', 'done');
          onDone();
        }}
      />
    </Card>
  );
}

function ObjectionCard({ message, onDone }: DecisionProps) {
  const [uphold, setUphold] = useState<boolean | null>(null);
  const decide = useSend(messageEndpoints.decideObjection, { refreshes: refreshedByMoves });
  return (
    <Card title="留言人的异议" edge="soon">
      <View className="t-pre">{lastNote(message, 'objected') ?? '没有写理由'}</View>
      <View className="t-note mt-s">成立的重新办理，另行计算期限；原来的结果不改。</View>
      <View className="decision mt">
        <Button kind="plain" onTap={() => setUphold(false)}>
          不成立
        </Button>
        <Button onTap={() => setUphold(true)}>成立</Button>
      </View>
      <ReasonSheet
        open={uphold !== null}
        title={uphold ? '异议成立' : '异议不成立'}
        lead={
          uphold ? '由原单位重新办理，另起编号和期限，并告诉留言人。' : '维持不予受理，理由会告诉留言人。'
        }
        label="决定的理由"
        confirmText={uphold ? '重新办理' : '维持不予受理'}
        onSend={(note) => decide.run({ id: message.id, uphold: uphold === true, note })}
        onClose={() => setUphold(null)}
        onSent={() => {
          toast('已决定，并告诉留言人', 'done');
          onDone();
        }}
      />
    </Card>
  );
}
