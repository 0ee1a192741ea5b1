import { SCAN_PREFIX, sessionEndpoints, type OutputOf, type ScanPurpose } from '@sunledger/shared-types';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call, errorMessage, startSession } from '../../platform';
import { Button, Card, Empty, Image, Notice, View } from '../../ui';
import { useDrawnCode } from '../entry/draw-code';

type Shown = OutputOf<typeof sessionEndpoints.openScan>;
const ASK_MS = 2000;

const titles: Record<ScanPurpose, string> = { signIn: '扫码登录', confirm: '用手机确认是您本人' };

interface PcScanProps {
  /** `confirm`: the person is signed in, and proves once more who it is. */
  purpose?: ScanPurpose;
  onDone: () => void;
}

/** A PC is signed in, or an act on it confirmed, by the phone: no password anywhere. */
export function PcScan({ purpose = 'signIn', onDone }: PcScanProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [note, setNote] = useState('打开小程序，在“我的 · 登录的设备”里点“扫码登录电脑”。');
  const [over, setOver] = useState(false);
  // without WeChat the server has no picture of its own
  const drawn = useDrawnCode(shown?.image === null ? SCAN_PREFIX + shown.code : null);
  const picture = shown?.image ?? drawn;
  const done = useRef(onDone);
  done.current = onDone;

  const start = useCallback((): void => {
    setOver(false);
    call(sessionEndpoints.openScan, { purpose }).then(setShown, (error: unknown) => {
      setNote(errorMessage(error));
      setOver(true);
    });
  }, [purpose]);
  useEffect(start, [start]);

  useEffect(() => {
    if (!shown || over) return undefined;
    const timer = setInterval(() => {
      call(sessionEndpoints.claimScan, { ticket: shown.ticket }).then(
        ({ state, session }) => {
          if (session) startSession(session);
          if (state === 'done') {
            setOver(true);
            done.current();
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
  }, [shown, over]);

  return (
    <Card title={titles[purpose]}>
      {picture === null ? (
        <Empty icon="me" title="正在准备二维码" />
      ) : (
        <Image src={picture} alt={purpose === 'signIn' ? '登录二维码' : '确认二维码'} />
      )}
      <View live="polite">
        <Notice tone="going" icon="info">
          {note}
        </Notice>
      </View>
      {over && (
        <View className="mt">
          <Button onTap={start}>换一个二维码</Button>
        </View>
      )}
    </Card>
  );
}
