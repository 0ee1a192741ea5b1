import { useEffect, useState } from 'react';
import { errorMessage, inWechat, phoneVerified, goToId, verifyPhone } from '../../platform';
import { Button, Card, Notice, OpenButton, View } from '../../ui';
import { EntryPicture } from '../entry/entry-picture';
import { useRegion } from '../region/use-region';
import { phoneCodeOf } from './phone-words';

interface PhoneCardProps {
  region: string;
  /** The number is verified: what waited for it may go on. */
  onVerified: () => void;
}

/** 首次留言前核验手机号: WeChat's own button in the mini-program; elsewhere the way there, on the spot. */
export function PhoneCard({ region, onVerified }: PhoneCardProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const place = useRegion(region);
  useEffect(() => goToId('phone'), []);

  const exchange = async (code: string): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await verifyPhone(code);
      onVerified();
    } catch (error) {
      setProblem(errorMessage(error));
    } finally {
      setBusy(false);
    }
  };
  const look = async (): Promise<void> => {
    if (await phoneVerified()) onVerified();
    else setProblem('还没有验证。请先在手机小程序里点“微信验证手机号”。');
  };

  return (
    <Card id="phone" title="首次留言，请先验证手机号">
      <View className="stack stack--s">
        <View>您写的内容都在。手机号只验证一次，用来防止冒名留言；加密保存，不公开，也不给别的单位看。</View>
        {problem !== null && (
          <View live="assertive">
            <Notice tone="late" icon="warn">
              {problem}
            </Notice>
          </View>
        )}
        {inWechat ? (
          <OpenButton
            open="getPhoneNumber"
            className={busy ? 'btn btn--off' : 'btn btn--primary'}
            onAnswer={(detail) => {
              if (busy) return;
              const { code, refusal } = phoneCodeOf(detail);
              if (code !== null) void exchange(code);
              else setProblem(refusal);
            }}
          >
            {busy ? '正在验证' : '微信验证手机号，并提交'}
          </OpenButton>
        ) : (
          <>
            <View>
              手机号要在微信小程序里验证。请用微信扫下面的码，在手机上登录后验证，再回到这里提交；也可以直接在手机上写。
            </View>
            {place.data && (
              <EntryPicture
                entry={{ to: 'write', id: place.data.id }}
                alt="小程序码：用微信扫，打开我要留言"
                otherwise="words"
              />
            )}
            <Button kind="ghost" onTap={look}>
              验证好了，提交留言
            </Button>
          </>
        )}
      </View>
    </Card>
  );
}
