import { SCAN_PREFIX, sessionEndpoints, type OutputOf } from '@sunledger/shared-types';
import qrcode from 'qrcode-generator';
import { useEffect, useMemo, useState } from 'react';
import { call, errorMessage, startSession, useSend } from '../../platform';
import { Button, Card, Empty, Image, Notice, View } from '../../ui';

type Shown = OutputOf<typeof sessionEndpoints.openScan>;
const ASK_MS = 2000;

function pictureOf(shown: Shown): string {
  if (shown.image !== null) return shown.image;
  const code = qrcode(0, 'M');
  code.addData(SCAN_PREFIX + shown.code);
  code.make();
  return code.createDataURL(6, 12);
}

/** A PC is signed in by the phone: no password anywhere. */
export function PcScan({ onSignedIn }: { onSignedIn: () => void }) {
  const show = useSend(sessionEndpoints.openScan);
  const [shown, setShown] = useState<Shown | null>(null);
  const [note, setNote] = useState('打开小程序，在“我的 · 登录的设备”里点“扫码登录电脑”。');
  const [over, setOver] = useState(false);
  const picture = useMemo(() => (shown ? pictureOf(shown) : null), [shown]);

  const start = (): void => {
    setOver(false);
    show.run({}).then(setShown, (error: unknown) => {
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
          if (session) {
            startSession(session);
            onSignedIn();
          }
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
    <Card title="扫码登录">
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
