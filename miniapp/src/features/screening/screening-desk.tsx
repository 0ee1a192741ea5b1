import { screeningEndpoints, type ScreeningItem } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, serverToday, toast, useKeyset, useSend } from '../../platform';
import { Button, Card, Chip, KeysetList, Notice, Sheet, Text, TextArea, TextLink, View } from '../../ui';
import { FileList } from '../attachment/file-list';
import { momentWords } from '../message/message-words';
import { SheetProblem } from '../reply/sheet-problem';

interface Decision {
  readonly item: ScreeningItem;
  readonly publish: boolean;
}

/** 内容核对: what the check doubts, with what one has to look at, and two answers. */
export function ScreeningDesk({ code }: { code: string }) {
  const list = useKeyset(screeningEndpoints.list, { code });
  const [decision, setDecision] = useState<Decision | null>(null);
  return (
    <View className="stack">
      <Notice icon="info">
        微信的检测对这些内容有疑问。请看原文或照片再决定能否公开；怎样决定都不影响办理和答复期限。
      </Notice>
      <KeysetList
        {...list}
        itemKey={(item) => item.id}
        renderItem={(item) => (
          <ScreeningCard item={item} onDecide={(publish) => setDecision({ item, publish })} />
        )}
        empty="没有等您核对的内容"
      />
      {decision && <DecisionSheet {...decision} onClose={() => setDecision(null)} />}
    </View>
  );
}

function ScreeningCard({ item, onDecide }: { item: ScreeningItem; onDecide: (publish: boolean) => void }) {
  const { message, photo, unit, doubt, orderedAt } = item;
  return (
    <Card>
      <View className="row row--wrap row--between">
        <Chip tone="soon" shape="◐">
          {doubt ?? '内容存疑'}
        </Chip>
        <Text className="t-note">
          {message ? '留言' : '进展照片'} · {momentWords(orderedAt, serverToday())}
        </Text>
      </View>
      {message && (
        <>
          <View className="t-body t-pre mt-s">{message.text}</View>
          <View className="t-note mt-s">
            {unit.name} · {message.number}
          </View>
        </>
      )}
      {photo && (
        <>
          <View className="mt-s">
            <FileList files={[photo.attachment]} />
          </View>
          <View className="t-note mt-s">{unit.name}</View>
          <TextLink onTap={() => open('progressReview', { id: photo.progressId })}>
            任务：{photo.taskText.slice(0, 30)}
          </TextLink>
        </>
      )}
      <View className="row row--wrap mt">
        <Button kind="ghost" inline icon="check" onTap={() => onDecide(true)}>
          可以公开
        </Button>
        <Button kind="plain" inline onTap={() => onDecide(false)}>
          不公开
        </Button>
      </View>
    </Card>
  );
}

function DecisionSheet({ item, publish, onClose }: Decision & { onClose: () => void }) {
  const [note, setNote] = useState(publish ? '内容正常，可以公开' : '');
  const refreshes = [screeningEndpoints.list];
  const message = useSend(screeningEndpoints.decide, { refreshes });
  const photo = useSend(screeningEndpoints.decidePhoto, { refreshes });
  const [problem, setProblem] = useState<unknown>(null);
  const decide = async (): Promise<void> => {
    setProblem(null);
    const said = { publish, note: note.trim() };
    try {
      if (item.message) await message.run({ id: item.message.id, ...said });
      else if (item.photo) await photo.run({ id: item.photo.attachment.id, ...said });
    } catch (error) {
      setProblem(error);
      return;
    }
    toast(publish ? '已核对，可以公开' : '已核对，不公开', 'done');
    onClose();
  };
  return (
    <Sheet
      open
      title={publish ? '可以公开' : '不公开'}
      onClose={onClose}
      foot={
        <Button onTap={decide} disabled={note.trim().length < 2}>
          {publish ? '确认可以公开' : '确认不公开'}
        </Button>
      }
    >
      <TextArea
        label="理由"
        hint={
          publish ? undefined : item.message ? '留言人会看到这条理由' : '照片只对工作人员显示，理由留作记录'
        }
        value={note}
        onChange={setNote}
        maxLength={200}
        rows={3}
      />
      <SheetProblem problem={problem} />
    </Sheet>
  );
}
