import type { TaskChange } from '@sunledger/shared-types';
import { useEffect, useState, type ReactNode } from 'react';
import { errorMessage, toast } from '../../platform';
import { Button, Notice, Sheet, TextArea, View } from '../../ui';

interface ChangeSheetProps {
  open: boolean;
  title: string;
  lead: string;
  /** The fields above the reason. */
  children?: ReactNode;
  ready: boolean;
  onSend: (reason: string) => Promise<TaskChange>;
  onClose: () => void;
  onDone?: () => void;
}

/** A change of tasks with its reason; says whether it stands or waits for the second person. */
export function ChangeSheet(props: ChangeSheetProps) {
  const { open, title, lead, children, ready, onSend, onClose, onDone } = props;
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!open) return;
    setReason('');
    setProblem(null);
  }, [open]);
  const send = async (): Promise<void> => {
    setProblem(null);
    setBusy(true);
    try {
      const change = await onSend(reason.trim());
      toast(change.state === 'applied' ? '已生效' : '已提交，待另一位同事审核', 'done');
      onClose();
      onDone?.();
    } catch (error) {
      setProblem(errorMessage(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      foot={
        <Button onTap={send} disabled={!ready || reason.trim().length < 2} busy={busy}>
          提交
        </Button>
      }
    >
      <View className="stack">
        <View className="t-2">{lead}</View>
        {children}
        <TextArea
          label="理由"
          value={reason}
          onChange={setReason}
          maxLength={500}
          rows={2}
          placeholder="如：印发稿第 20 项有误，见更正通知"
        />
        {problem !== null && (
          <Notice tone="late" icon="warn">
            {problem}
          </Notice>
        )}
      </View>
    </Sheet>
  );
}
