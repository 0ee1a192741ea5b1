import { regionEndpoints } from '@sunledger/shared-types';
import { useState } from 'react';
import { RegionRow } from '../../features/region/region-row';
import { back, chooseRegion, toast, useKeyset, useSession, useShareCard } from '../../platform';
import { Empty, KeysetList, Page, SearchBar, View } from '../../ui';

/** From this many regions on, the list can be searched by name. */
const searchableFrom = 8;

export default function RegionsPage() {
  const list = useKeyset(regionEndpoints.list, { limit: 50 });
  const current = useSession((state) => state.regionCode);
  useShareCard('各地政务公开台账', 'regions');
  const [word, setWord] = useState('');
  const found = list.items.filter((region) => region.name.includes(word.trim()));
  const choose = (code: string, name: string): void => {
    chooseRegion(code);
    if (code !== current) toast(`已切换到${name}`);
    back();
  };
  return (
    <Page title="选择地区" onRefresh={list.reload}>
      {list.items.length >= searchableFrom && (
        <SearchBar value={word} onChange={setWord} placeholder="按名称查找地区" />
      )}
      <View className="mt-s">
        <KeysetList
          {...list}
          items={found}
          itemKey={(region) => region.id}
          renderItem={(region) => (
            <RegionRow
              region={region}
              current={region.code === current}
              onTap={() => choose(region.code, region.name)}
            />
          )}
          empty={
            word.trim() === '' ? (
              <Empty title="还没有开通的地区" icon="pin" />
            ) : (
              <Empty title={`没有名称含“${word.trim()}”的地区`} icon="pin" />
            )
          }
        />
      </View>
    </Page>
  );
}
