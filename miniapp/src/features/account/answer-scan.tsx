import { sessionEndpoints, type OutputOf } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import {
  back,
  call,
  errorMessage,
  inWechat,
  requireSignIn,
  toast,
  useSend,
  useSession,
} from '../../platform';
import { Button, Card, Empty, Notice, View } from '../../ui';

type Asked = OutputOf<typeof sessionEndpoints.lookScan>;

interface AnswerScanProps {
  /** What the PC shows; null before anything was scanned. */
  code: string | null;
  /** Something was scanned that is no code of ours. */
  foreign: boolean;
  onScan: () => unknown;
}

/** The phone's side of a PC sign-in: which device asks, and yes or no. */
export function AnswerScan({ code, foreign, onScan }: AnswerScanProps) {
  const signedIn = useSession((state) => state.me !== null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [problem, setProblem] = useState<string | null>(
    foreign ? '这不是阳光台账的码，请换一个再扫。' : null,
  );
  const answer = useSend(sessionEndpoints.answerScan);

  useEffect(() => {
    if (code === null || !signedIn) return;
    call(sessionEndpoints.lookScan, { code }).then(setAsked, (error: unknown) =>
      setProblem(errorMessage(error)),
    );
  }, [code, signedIn]);

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
          {inWechat && <Button onTap={onScan}>扫一扫</Button>}
        </Card>
      )}
    </View>
  );
}
