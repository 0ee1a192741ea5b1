import type { MessageKind } from '@sunledger/shared-types';
import { useEffect } from 'react';
import { announce, goToId, open, replace } from '../../platform';
import { Button, View } from '../../ui';
import { FootedPage } from './footed-page';
import { MessageEditor } from './message-editor';
import { MessageSent } from './message-sent';
import { PromiseLine } from './promise-line';
import { useMessageForm } from './use-message-form';
import { useTarget } from './use-target';

interface WriteMessageProps {
  region: string;
  /** 0 for none. */
  taskId: number;
  kind?: MessageKind;
  /** Written at a counter. */
  counter?: string;
}

/** 我要留言, and what is shown once it is sent. */
export function WriteMessage({ region, taskId, kind, counter }: WriteMessageProps) {
  const found = useTarget(region, taskId);
  const target = counter ? { ...found, counter } : found;
  const state = useMessageForm(target, kind);
  const { sent } = state;
  useEffect(() => {
    if (!sent) return;
    goToId('sent');
    announce('留言已收到');
  }, [sent]);

  if (sent) {
    const ways = (
      <>
        <Button kind="ghost" onTap={() => open('home')}>
          回首页
        </Button>
        <Button onTap={() => replace('message', { id: sent.id })}>看办理进度</Button>
      </>
    );
    return (
      <FootedPage title="提交成功" foot={ways}>
        <MessageSent message={sent} />
      </FootedPage>
    );
  }
  const sending = (
    <View className="send-foot">
      <View className="send-foot__promise">
        <PromiseLine region={target.region} kind={state.form.kind} />
      </View>
      <Button busy={state.busy} onTap={state.submit}>
        {state.busy ? '正在提交' : '提交留言'}
      </Button>
    </View>
  );
  return (
    <FootedPage title="我要留言" foot={sending}>
      <MessageEditor state={state} target={target} />
    </FootedPage>
  );
}
