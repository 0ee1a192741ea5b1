import { ENTRY_PAGE, entryEndpoints, sceneOf, type Entry } from '@sunledger/shared-types';
import { useCall } from '../../platform';
import { Image, Notice, Skeleton, View } from '../../ui';
import { addressIn, useDrawnCode } from './draw-code';
import './entry.scss';

interface EntryPictureProps {
  entry: Entry;
  /** What the code is for, read by screen readers. */
  alt: string;
  /** Without WeChat (a demo, a server of its own): a code of the same page in the browser, or words alone. */
  otherwise: 'browser' | 'words';
}

/** The mini-program code that leads to a place of this app. */
export function EntryPicture({ entry, alt, otherwise }: EntryPictureProps) {
  const scene = sceneOf(entry);
  const picture = useCall(entryEndpoints.picture, { scene }, { staleMs: 60 * 60_000 });
  const drawn = useDrawnCode(otherwise === 'browser' ? addressIn(`${ENTRY_PAGE}?scene=${scene}`) : null);
  if (picture.isPending) return <Skeleton cards={1} />;
  const src = picture.data?.image ?? drawn;
  if (!src) return <Notice icon="info">请在微信里搜索小程序“阳光台账”，打开“我要留言”。</Notice>;
  return (
    <View className="entry-picture">
      <Image src={src} alt={alt} className="entry-picture__image" />
    </View>
  );
}
