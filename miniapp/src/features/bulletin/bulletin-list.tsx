import { bulletinEndpoints, type BulletinRow } from '@sunledger/shared-types';
import { open, useKeyset, usePageShow } from '../../platform';
import { Chip, KeysetList, Tap, View } from '../../ui';
import { bulletinStateWords } from '@sunledger/shared-types';
import { bulletinNote, bulletinTones } from './bulletin-words';

/** The bulletins of a region, the newest first. */
export function BulletinList({ code, drafts }: { code: string; drafts: boolean }) {
  const list = useKeyset(bulletinEndpoints.list, { code, drafts: drafts ? 'true' : 'false', limit: 20 });
  usePageShow(() => void list.reload());
  return (
    <KeysetList
      {...list}
      className="items"
      itemKey={(bulletin) => bulletin.id}
      renderItem={(bulletin) => <Row bulletin={bulletin} />}
      empty={drafts ? '还没有通报，先生成一期' : '还没有发布通报'}
    />
  );
}

function Row({ bulletin }: { bulletin: BulletinRow }) {
  return (
    <Tap className="item-tap" onTap={() => open('bulletin', { id: bulletin.id })}>
      {bulletin.status !== 'published' && (
        <Chip tone={bulletinTones[bulletin.status]}>{bulletinStateWords[bulletin.status]}</Chip>
      )}
      <View className="t-strong mt-s">{bulletin.title}</View>
      <View className="t-note">{bulletinNote(bulletin)}</View>
    </Tap>
  );
}
