import { formatMonthDayWeekday, messageEndpoints, type MessageDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { toast, useSend } from '../../platform';
import { Button, Card, Switch, TextArea, View } from '../../ui';

const refreshes = [messageEndpoints.get, messageEndpoints.list];

/** 追问: one further question on an answer; it gets a number and a date of its own. */
export function FollowUpCard({ message }: { message: MessageDetail }) {
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState('');
  const [shown, setShown] = useState(false);
  const send = useSend(messageEndpoints.followUp, { refreshes, tells: ['answered', 'question'] });
  const submit = async (): Promise<void> => {
    const asked = await send.run({ id: message.id, text: text.trim(), public: shown });
    toast(`追问已收到，最迟 ${formatMonthDayWeekday(asked.dueOn)}答复`, 'done');
  };
  if (!writing) {
    return (
      <Button kind="ghost" icon="chat" onTap={() => setWriting(true)}>
        还有疑问，追问一次
      </Button>
    );
  }
  return (
    <Card title="追问">
      <View className="t-2">
        由{message.unit.name}再答复您，另行计算期限。每次答复可以追问一次，原来的答复不变。
      </View>
      <View className="mt">
        <TextArea
          bare
          focus
          label="追问内容"
          value={text}
          onChange={setText}
          maxLength={1000}
          rows={4}
          placeholder="哪一点没有答清楚？"
          status={text.trim().length < 5 ? '至少 5 个字' : ''}
        />
      </View>
      <Switch
        title="愿意公开"
        note="连同答复一起，审核后给大家看；不显示您的姓名和电话"
        checked={shown}
        onChange={setShown}
      />
      <View className="mt-s">
        <Button onTap={submit} disabled={text.trim().length < 5}>
          提交追问
        </Button>
      </View>
    </Card>
  );
}

/** 异议 on a declined message: once, decided by the office. */
export function ObjectCard({ message }: { message: MessageDetail }) {
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState('');
  const send = useSend(messageEndpoints.object, { refreshes, tells: ['answered'] });
  const submit = async (): Promise<void> => {
    await send.run({ id: message.id, text: text.trim() });
    toast('异议已提交', 'done');
  };
  if (!writing) {
    return (
      <Button kind="ghost" icon="edit" onTap={() => setWriting(true)}>
        认为应当受理，提出异议
      </Button>
    );
  }
  return (
    <Card title="提出异议">
      <View className="t-2">由政务公开办决定，只能提一次。异议成立的，重新办理，另行计算期限。</View>
      <View className="mt">
        <TextArea
          bare
          focus
          label="异议理由"
          value={text}
          onChange={setText}
          maxLength={1000}
          rows={4}
          placeholder="为什么应当受理？"
          status={text.trim().length < 5 ? '至少 5 个字' : ''}
        />
      </View>
      <View className="mt-s">
        <Button onTap={submit} disabled={text.trim().length < 5}>
          提交异议
        </Button>
      </View>
    </Card>
  );
}
