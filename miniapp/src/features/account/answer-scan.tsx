import { SCAN_PREFIX, sessionEndpoints, type OutputOf } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import {
  back,
  errorMessage,
  inWechat,
  requireSignIn,
  scanText,
  toast,
  useSend,
  useSession,
} from '../../platform';
import { Button, Card, Empty, Notice, View } from '../../ui';

type Asked = OutputOf<typeof sessionEndpoints.lookScan>;

/** The phone's side of a PC sign-in: which device asks, and yes or no. */
export function AnswerScan({ given }: { given: string | null }) {
  const signedIn = useSession((state) => state.me !== null);
  const [code, setCode] = useState(given);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const look = useSend(sessionEndpoints.lookScan);
  const answer = useSend(sessionEndpoints.answerScan);

  useEffect(() => {
    if (code === null || !signedIn) return;
    look.run({ code }).then(setAsked, (error: unknown) => setProblem(errorMessage(error)));
  }, [code, signedIn]); // eslint-disable-line react-hooks/exhaustive-deps -- one look per code

  const scan = async (): Promise<void> => {
    const text = await scanText();
    if (text === null) return;
    setProblem(null);
    setAsked(null);
    setCode(text.indexOf(SCAN_PREFIX) === 0 ? text.slice(SCAN_PREFIX.length) : text);
  };
  const say = async (allow: boolean): Promise<void> => {
    if (code === null) return;
    await answer.run({ code, allow });
    toast(allow ? '已允许，请看电脑' : '已拒绝，电脑没有登录');
    back();
  };

  if (!signedIn) {
    return (
      <Card>
        <Empty icon="me" title="请先登录" text="登录后再确认电脑的登录。" />
        <Button onTap={() => requireSignIn()}>登录</Button>
      </Card>
    );
  }
  return (
    <View className="stack">
      {problem !== null && (
        <Notice tone="late" icon="warn">
          {problem}
        </Notice>
      )}
      {asked ? (
        <Card title={asked.purpose === 'signIn' ? '在电脑上登录？' : '确认是您本人在操作？'}>
          <View className="t-strong">{asked.device}</View>
          <View className="t-note mt-s">请只确认您面前的电脑。不是您本人操作的，请点“不允许”。</View>
          <View className="stack stack--s mt">
            <Button onTap={() => say(true)}>允许</Button>
            <Button kind="plain" onTap={() => say(false)}>
              不允许
            </Button>
          </View>
        </Card>
      ) : (
        <Card>
          <Empty icon="me" title="扫描电脑上的二维码" text="在电脑上打开登录页，再用微信小程序里的扫一扫。" />
          {inWechat && <Button onTap={scan}>扫一扫</Button>}
        </Card>
      )}
    </View>
  );
}
