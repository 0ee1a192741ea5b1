import { messageEndpoints, type MessageProgress } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, open, goToId, serverToday, useSend, useSession } from '../../platform';
import {
  Button,
  Card,
  Chip,
  DateReason,
  Notice,
  Stamp,
  Text,
  TextInput,
  TextLink,
  Timeline,
  View,
} from '../../ui';
import { AnswerCards } from './answer-card';
import { stepsOf } from './message-timeline';
import { kindWords, markOf, momentWords, stampOf } from './message-words';

/** 查办理进度: number and query code instead of signing in. */
export function LookUp({ number: given }: { number: string }) {
  const [number, setNumber] = useState(given);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [found, setFound] = useState<MessageProgress | null>(null);
  const send = useSend(messageEndpoints.lookup);
  const signedIn = useSession((state) => state.me !== null);
  const ask = async (): Promise<void> => {
    if (number.trim() === '' || code.trim() === '') {
      setProblem('请把编号和查询码都填上，写在提交成功的那一页。');
      return;
    }
    setProblem(null);
    try {
      setFound(await send.run({ number, code }));
      goToId('found');
    } catch (error) {
      setFound(null);
      setProblem(errorMessage(error));
    }
  };
  return (
    <View className="stack">
      <Card title="不用登录，凭编号查">
        <View className="stack">
          <TextInput
            label="留言编号"
            value={number}
            onChange={setNumber}
            placeholder="如 YX20261120-0031"
            maxLength={40}
          />
          <TextInput
            label="查询码"
            kind="tel"
            value={code}
            onChange={setCode}
            placeholder="10 位数字"
            hint="提交成功页和您的留言详情里都有"
            maxLength={20}
          />
          {problem && (
            <Notice tone="late" icon="warn">
              {problem}
            </Notice>
          )}
          <Button busy={send.busy} onTap={ask}>
            查询
          </Button>
        </View>
      </Card>
      {found && <Found message={found} />}
      {!found && (
        <TextLink icon="chat" onTap={() => (signedIn ? open('desk') : open('signIn', { then: 'back' }))}>
          {signedIn ? '看我的全部留言' : '编号丢了？登录后看我的全部留言'}
        </TextLink>
      )}
    </View>
  );
}

/** How it stands, why that day, the answer, and each step in plain words. */
function Found({ message }: { message: MessageProgress }) {
  const own = { ...message, rating: null, mine: true, hidden: null, public: false };
  const [stamp, mark] = [stampOf(own), markOf(own)];
  return (
    <View id="found" className="stack" live="polite">
      <Card>
        <View className="row row--top">
          <View className="grow">
            <View className="row row--wrap">
              <Chip>{kindWords(message)}</Chip>
              {!stamp && (
                <Chip tone={mark.tone} shape={mark.shape}>
                  {mark.word}
                </Chip>
              )}
              <Text className="t-note t-num">{message.number}</Text>
            </View>
          </View>
          {stamp && <Stamp tone={stamp.tone}>{stamp.word}</Stamp>}
        </View>
        <View className="t-pre mt-s">{message.text}</View>
        <View className="t-note mt-s">
          {momentWords(message.receivedAt, serverToday())}收到 · 现由{message.unit.name}办理
        </View>
      </Card>
      {message.due && (
        <Card>
          <DateReason
            due={message.due}
            what={kindWords(message)}
            lead={message.clock === 'overdue' ? '应于' : '最迟'}
            tone={mark.tone}
          />
        </Card>
      )}
      <AnswerCards message={own} />
      {message.question && (
        <Notice tone="soon" icon="info">
          办理单位请您补充：{message.question.text} 请登录后在“我的留言”里回答。
        </Notice>
      )}
      <Card title="办理经过">
        <Timeline
          items={stepsOf(own, serverToday()).map(({ key, title, notes, tone, open: waiting }) => ({
            key,
            title,
            tone,
            open: waiting,
            note: notes.length > 0 ? notes.join(' · ') : undefined,
          }))}
        />
      </Card>
    </View>
  );
}
