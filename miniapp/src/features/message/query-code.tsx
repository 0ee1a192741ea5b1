import { messageEndpoints, readableQueryCode, type MessageDetail } from '@sunledger/shared-types';
import { confirm, copyText, toast, useSend } from '../../platform';
import { Card, Text, TextLink, View } from '../../ui';
import './message-sent.scss';

const copy = async (message: MessageDetail): Promise<void> => {
  const both = `编号 ${message.number ?? ''}，查询码 ${message.queryCode ?? ''}`;
  if (await copyText(both)) toast('编号和查询码已复制', 'done');
  else toast('没有复制成功，请手抄');
};

/** After sending: number and code to write down, one tap copies both. */
export function NumberAndCode({ message }: { message: MessageDetail }) {
  const { number, queryCode } = message;
  if (!number) return null;
  return (
    <>
      <View>
        <Text className="t-2">编号 </Text>
        <Text className="sent__number">{number}</Text>
      </View>
      {queryCode && (
        <View>
          <Text className="t-2">查询码 </Text>
          <Text className="sent__number">{readableQueryCode(queryCode)}</Text>
        </View>
      )}
      {queryCode && <View className="t-note">记下这两样，以后不登录也能查办理进度</View>}
      <TextLink icon="copy" onTap={() => void copy(message)}>
        复制编号和查询码
      </TextLink>
    </>
  );
}

/** On the author's own page: the code again, and a new one when somebody else has seen it. */
export function QueryCodeCard({ message }: { message: MessageDetail }) {
  const renew = useSend(messageEndpoints.renewCode, { refreshes: [messageEndpoints.get] });
  const { queryCode } = message;
  if (!queryCode) return null;
  const change = async (): Promise<void> => {
    const yes = await confirm({
      title: '换一个查询码？',
      text: '换了以后，原来的查询码就查不到这条留言了。',
      confirmText: '换查询码',
    });
    if (!yes) return;
    await renew.run({ id: message.id });
    toast('查询码已更换', 'done');
  };
  return (
    <Card title="查询码" note="凭编号和查询码，不登录也能查">
      <View className="sent__number">{readableQueryCode(queryCode)}</View>
      <View className="row row--wrap">
        <TextLink icon="copy" onTap={() => void copy(message)}>
          复制编号和查询码
        </TextLink>
        <TextLink icon="refresh" onTap={() => void change()}>
          换一个
        </TextLink>
      </View>
    </Card>
  );
}
