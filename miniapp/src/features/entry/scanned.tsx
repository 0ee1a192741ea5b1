import { entryEndpoints, entryOf, isScanCode, SCAN_PREFIX } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import { chooseRegion, replace, scanText, useCall } from '../../platform';
import { Page, QueryView } from '../../ui';
import { AnswerScan } from '../account/answer-scan';

/** `scene` of a mini-program code, the text of a PC's code, or the address that a browser's code holds. */
function readable(text: string): string {
  const scene = /[?&]scene=([^&#]+)/.exec(text)?.[1];
  const plain = scene ? decodeURIComponent(scene) : text.trim();
  return plain.indexOf(SCAN_PREFIX) === 0 ? plain.slice(SCAN_PREFIX.length) : plain;
}

/** What the code on a counter says, see `CounterKey`; WeChat's own scanner opens its page, ours gives the scene. */
const isCounterKey = (scene: string): boolean => /^[2-9A-Z]{10}$/.test(scene);

/**
 * Where these codes lead: a PC that wants to sign in, a message whose reply is rated, or the form. Opened cold by
 * WeChat's scanner, warm while the app runs, or with nothing at all from 登录的设备.
 */
export function Scanned({ given }: { given: string | null }) {
  const [text, setText] = useState(given);
  // a second code while the page is open
  useEffect(() => setText(given), [given]);
  const scan = async (): Promise<void> => {
    const found = await scanText();
    if (found !== null) setText(found);
  };
  const scene = text === null ? null : readable(text);
  const entry = scene === null ? null : entryOf(scene);
  if (entry?.to === 'message') return <ToMessage id={entry.id} />;
  if (scene !== null && entry?.to === 'write') return <ToForm scene={scene} />;
  if (scene !== null && isCounterKey(scene)) return <ToCounter scene={scene} />;
  const other = scene !== null && !isScanCode(scene);
  return (
    <Page title="扫码">
      <AnswerScan key={scene} code={other ? null : scene} foreign={other} onScan={scan} />
    </Page>
  );
}

/** A message is rated where its reply is read. */
function ToMessage({ id }: { id: number }) {
  useEffect(() => replace('message', { id }), [id]);
  return <Page title="留言详情">{null}</Page>;
}

/** A counter is rated and written to on a page of its own. */
function ToCounter({ scene }: { scene: string }) {
  useEffect(() => replace('counter', { scene }), [scene]);
  return <Page title="扫码评价">{null}</Page>;
}

/** The code says which region one writes to. */
function ToForm({ scene }: { scene: string }) {
  const place = useCall(entryEndpoints.look, { scene });
  const region = place.data?.code;
  useEffect(() => {
    if (!region) return;
    chooseRegion(region);
    replace('messageNew', { region });
  }, [region]);
  return (
    <Page title="我要留言">
      <QueryView query={place}>{() => null}</QueryView>
    </Page>
  );
}
