import { invitationEndpoints, JOIN_PREFIX, roleNames, type OutputOf } from '@sunledger/shared-types';
import { useState } from 'react';
import {
  errorMessage,
  inWechat,
  replace,
  requireSignIn,
  scanText,
  toast,
  useSend,
  useSession,
} from '../../platform';
import { Button, Card, Facts, TextInput, View } from '../../ui';
import { landingOf } from './account-words';

type Found = OutputOf<typeof invitationEndpoints.look>;

/** A colleague joins with the code that the office gave. */
export function JoinUnit({ given }: { given: string }) {
  const [code, setCode] = useState(given);
  const [name, setName] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | undefined>();
  const look = useSend(invitationEndpoints.look);
  const accept = useSend(invitationEndpoints.accept);

  const check = async (): Promise<void> => {
    if (!requireSignIn()) return;
    setProblem(undefined);
    try {
      setFound(await look.run({ code }));
    } catch (error) {
      setProblem(errorMessage(error));
    }
  };
  const scan = async (): Promise<void> => {
    const text = await scanText();
    if (text !== null) setCode(text.replace(JOIN_PREFIX, ''));
  };
  const join = async (): Promise<void> => {
    setProblem(undefined);
    try {
      const me = await accept.run({ code, name });
      useSession.setState({ me });
      toast('已加入', 'done');
      replace(landingOf(me));
    } catch (error) {
      setProblem(errorMessage(error));
    }
  };

  return (
    <Card>
      {found ? (
        <View className="stack">
          <Facts
            items={[
              { label: '地区', value: found.regionName },
              { label: '单位', value: found.unitName },
              { label: '岗位', value: roleNames[found.role] },
            ]}
          />
          <TextInput
            label="您的姓名"
            hint="同事在办理记录里看到这个名字"
            value={name}
            onChange={setName}
            maxLength={20}
            error={problem}
          />
          <Button onTap={join} disabled={name.trim().length < 2}>
            加入
          </Button>
        </View>
      ) : (
        <View className="stack">
          <TextInput
            label="邀请码"
            hint="政务公开办给您的 12 位码，不分大小写"
            value={code}
            onChange={setCode}
            maxLength={40}
            error={problem}
          />
          <Button onTap={check} disabled={code.trim().length < 8}>
            下一步
          </Button>
          {inWechat && (
            <Button kind="ghost" onTap={scan}>
              扫邀请二维码
            </Button>
          )}
        </View>
      )}
    </Card>
  );
}
