import { useRef, useState, type ReactNode } from 'react';
import { ApiError, confirm, proveAgain } from '../../platform';
import { Sheet } from '../../ui';
import { PcScan } from './pc-scan';

type Act = () => Promise<void>;

/**
 * For acts that ask again who is there: `await proof.run(act)` does it, asks for a proof when the server wants
 * one and does it then; `proof.sheet` stands somewhere on the page, for the PC that only a phone can vouch for.
 */
export function useProof(): { run: (act: Act) => Promise<void>; sheet: ReactNode } {
  const [scanning, setScanning] = useState(false);
  const waiting = useRef<{ act: Act; done: () => void; failed: (error: unknown) => void } | null>(null);

  const run = async (act: Act): Promise<void> => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'CONFIRM_REQUIRED') throw error;
      const yes = await confirm({
        title: '请再确认一次是您本人',
        text: '这一步很重要，确认后十分钟内有效。',
        confirmText: '是我本人',
      });
      if (!yes) return;
      if (await proveAgain()) return act();
      return new Promise<void>((done, failed) => {
        waiting.current = { act, done, failed };
        setScanning(true);
      });
    }
  };
  const close = (): void => {
    setScanning(false);
    waiting.current?.done();
    waiting.current = null;
  };
  const proved = (): void => {
    const held = waiting.current;
    waiting.current = null;
    setScanning(false);
    held?.act().then(held.done, held.failed);
  };
  const sheet = scanning ? (
    <Sheet open title="确认身份" onClose={close}>
      <PcScan purpose="confirm" onDone={proved} />
    </Sheet>
  ) : null;
  return { run, sheet };
}
