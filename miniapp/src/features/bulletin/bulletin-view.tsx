import {
  bulletinEndpoints,
  bulletinMoveWords,
  bulletinStateWords,
  oversightEndpoints,
  type BulletinDetail,
  type BulletinMove,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { download, errorMessage, toast, useCall, useSend, useShareCard } from '../../platform';
import { Button, Card, Chip, Notice, Page, QueryView, TextArea, View } from '../../ui';
import { RemarkSheet } from './remark-sheet';
import { BulletinFiguresView } from './bulletin-figures';
import { bulletinTones } from './bulletin-words';

/** One 通报: its figures for everybody, its moves for those who may make them. */
export function BulletinView({ id }: { id: number }) {
  const bulletin = useCall(bulletinEndpoints.get, { id }, { enabled: id > 0 });
  const title = bulletin.data?.title ?? '政务公开工作要点落实情况通报';
  useShareCard(title, 'bulletin', { id });
  return (
    <Page title="通报" onRefresh={bulletin.refetch}>
      <QueryView query={bulletin}>{(found) => <Whole bulletin={found} />}</QueryView>
    </Page>
  );
}

/** The same beside the list of the desk; `onDone` when it has been published or sent back. */
export function BulletinPane({ id, onDone }: { id: number; onDone: () => void }) {
  const bulletin = useCall(bulletinEndpoints.get, { id });
  return <QueryView query={bulletin}>{(found) => <Whole bulletin={found} onMoved={onDone} />}</QueryView>;
}

interface WholeProps {
  bulletin: BulletinDetail;
  onMoved?: () => void;
}

function Whole({ bulletin, onMoved }: WholeProps) {
  return (
    <View className="stack">
      <Head bulletin={bulletin} onMoved={onMoved} />
      <BulletinFiguresView bulletin={bulletin} />
    </View>
  );
}

function Head({ bulletin, onMoved }: WholeProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const save = async (): Promise<void> => {
    setProblem(null);
    try {
      await download(bulletinEndpoints.file, { id: bulletin.id }, `${bulletin.title}.docx`);
    } catch (error) {
      setProblem(errorMessage(error));
    }
  };
  const shown = bulletin.status !== 'published';
  return (
    <Card>
      {shown && <Chip tone={bulletinTones[bulletin.status]}>{bulletinStateWords[bulletin.status]}</Chip>}
      <View as="h2" className="t-head mt-s">
        {bulletin.title}
      </View>
      <View className="t-note">
        {bulletin.issuer} · {bulletin.figures.from} 至 {bulletin.figures.to}
      </View>
      {bulletin.status === 'draft' && bulletin.reviewNote && (
        <View className="mt">
          <Notice tone="soon" icon="info">
            退回理由：{bulletin.reviewNote}
          </Notice>
        </View>
      )}
      {problem !== null && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {problem}
          </Notice>
        </View>
      )}
      <View className="stack stack--s mt">
        <Button kind="ghost" icon="file" onTap={save}>
          下载 Word 文件
        </Button>
        {bulletin.editable && (
          <Button kind="ghost" icon="edit" onTap={() => setEditing(true)}>
            {bulletin.remark ? '修改说明' : '写说明'}
          </Button>
        )}
        <Moves bulletin={bulletin} onMoved={onMoved} />
      </View>
      {editing && <RemarkSheet bulletin={bulletin} onClose={() => setEditing(false)} />}
    </Card>
  );
}

/** Sending back and taking down want a reason; the others one tap. */
function Moves({ bulletin, onMoved }: WholeProps) {
  const refreshes = [bulletinEndpoints.get, bulletinEndpoints.list, oversightEndpoints.inbox];
  const submit = useSend(bulletinEndpoints.submit, { refreshes });
  const publish = useSend(bulletinEndpoints.publish, { refreshes });
  const sendBack = useSend(bulletinEndpoints.sendBack, { refreshes });
  const withdraw = useSend(bulletinEndpoints.withdraw, { refreshes });
  const [asking, setAsking] = useState<BulletinMove | null>(null);
  const [note, setNote] = useState('');
  const { id } = bulletin;
  const sends: Record<BulletinMove, () => Promise<unknown>> = {
    submit: () => submit.run({ id }),
    publish: () => publish.run({ id }),
    sendBack: () => sendBack.run({ id, note }),
    withdraw: () => withdraw.run({ id, note }),
  };
  const busy = submit.busy || publish.busy || sendBack.busy || withdraw.busy;
  const problem = submit.error ?? publish.error ?? sendBack.error ?? withdraw.error;
  const make = async (move: BulletinMove): Promise<void> => {
    const wantsReason = move === 'sendBack' || move === 'withdraw';
    if (wantsReason && asking !== move) {
      setAsking(move);
      return;
    }
    try {
      await sends[move]();
    } catch (error) {
      // shown below the buttons
      console.warn('the bulletin did not move', errorMessage(error));
      return;
    }
    setAsking(null);
    setNote('');
    toast(`已${bulletinMoveWords[move]}`, 'done');
    onMoved?.();
  };
  return (
    <>
      {asking !== null && (
        <TextArea
          label={`${bulletinMoveWords[asking]}的理由`}
          value={note}
          onChange={setNote}
          maxLength={500}
        />
      )}
      {bulletin.moves.map((move) => (
        <Button
          key={move}
          kind={move === 'submit' || move === 'publish' ? 'primary' : 'ghost'}
          busy={busy}
          disabled={asking === move && note.trim().length < 2}
          onTap={() => make(move)}
        >
          {asking === move ? `确认${bulletinMoveWords[move]}` : bulletinMoveWords[move]}
        </Button>
      ))}
      {problem !== null && (
        <Notice tone="late" icon="warn">
          {errorMessage(problem)}
        </Notice>
      )}
    </>
  );
}
