import { searchEndpoints, searchKinds, type SearchHit, type SearchKind } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, useKeyset } from '../../platform';
import { Empty, Filters, KeysetList, View } from '../../ui';
import { HitCard, hitWords } from './hit-card';

interface SearchResultsProps {
  region: string;
  words: string;
  onOpen: (hit: SearchHit) => void;
}

/** What was found, all kinds together or one of them. */
export function SearchResults({ region, words, onOpen }: SearchResultsProps) {
  const [kind, setKind] = useState<SearchKind | 'all'>('all');
  const list = useKeyset(searchEndpoints.search, {
    region,
    q: words,
    kind: kind === 'all' ? undefined : kind,
  });
  return (
    <>
      <View className="mt-s">
        <Filters
          label="在哪里找"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'all', label: '全部' },
            ...searchKinds.map((value) => ({ value, label: hitWords[value] })),
          ]}
        />
      </View>
      <View className="mt-s">
        <KeysetList
          {...list}
          itemKey={(hit) => `${hit.kind}${hit.id}`}
          renderItem={(hit) => <HitCard hit={hit} words={words} onTap={() => onOpen(hit)} />}
          empty={
            <Empty
              title={`没有找到“${words}”`}
              text="换一个更短的词试试；也可以直接留言问。"
              icon="search"
              action={{ text: '我要留言', onTap: () => open('messageNew') }}
            />
          }
        />
      </View>
    </>
  );
}
