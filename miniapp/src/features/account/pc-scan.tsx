import { SCAN_PREFIX, sessionEndpoints, type OutputOf, type ScanPurpose } from '@sunledger/shared-types';
import { useEffect, useMemo, useState } from 'react';
import { call, errorMessage, startSession, useSend } from '../../platform';
import { Button, Card, Empty, Image, Notice, View } from '../../ui';
import { codePicture } from './code-picture';

type Shown = OutputOf<typeof sessionEndpoints.openScan>;
const ASK_MS = 2000;

const pictureOf = (shown: Shown): string => shown.image ?? codePicture(SCAN_PREFIX + shown.code);

/** A PC is signed in, or proves again who sits there, by the phone: no password anywhere. */
export function PcScan({ onDone, purpose = 'signIn' }: { onDone: () => void; purpose?: ScanPurpose }) {
  const show = useSend(sessionEndpoints.openScan);
  const [shown, setShown] = useState<Shown | null>(null);
  const [note, setNote] = useState('打开小程序，在“我的 · 登录的设备”里点“扫码登录电脑”。');
  const [over, setOver] = useState(false);
  const picture = useMemo(() => (shown ? pictureOf(shown) : null), [shown]);

  const start = (): void => {
    setOver(false);
    show.run({ purpose }).then(setShown, (error: unknown) => {
      setNote(errorMessage(error));
      setOver(true);
    });
  };
  useEffect(start, []); // eslint-disable-line react-hooks/exhaustive-deps -- the first code; the next ones are asked for by hand

  useEffect(() => {
    if (!shown || over) return undefined;
    const timer = setInterval(() => {
      call(sessionEndpoints.claimScan, { ticket: shown.ticket }).then(
        ({ state, session }) => {
          if (session) startSession(session);
          if (state === 'done') onDone();
          if (state === 'seen') setNote('已扫到，请在手机上点“允许”。');
          if (state === 'refused' || state === 'expired') {
            setNote(state === 'refused' ? '手机上选了“不允许”。' : '二维码已过期。');
            setOver(true);
          }
        },
        (error: unknown) => setNote(errorMessage(error)),
      );
    }, ASK_MS);
    return () => clearInterval(timer);
  }, [shown, over]); // eslint-disable-line react-hooks/exhaustive-deps -- one timer per code; `onSignedIn` leaves the page

  return (
    <Card title={purpose === 'signIn' ? '扫码登录' : '请用手机确认是您本人'}>
      {picture === null ? (
        <Empty icon="me" title="正在准备二维码" />
      ) : (
        <Image src={picture} alt="登录二维码" />
      )}
      <Notice tone="going" icon="info">
        {note}
      </Notice>
      {over && (
        <View className="mt">
          <Button onTap={start}>换一个二维码</Button>
        </View>
      )}
    </Card>
  );
}
