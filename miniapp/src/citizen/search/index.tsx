import { useEffect, useState } from 'react';
import { RegionGate } from '../../features/region/region-gate';
import { openHit } from '../../features/search/hit-card';
import { RecentSearches } from '../../features/search/recent-list';
import { useRecentSearches } from '../../features/search/recent-searches';
import { SearchResults } from '../../features/search/search-results';
import { useParams, useShareCard } from '../../platform';
import { Page, SearchBar, View } from '../../ui';

/** Typing pauses this long before the search runs by itself. */
const pauseMs = 450;

export default function SearchPage() {
  return (
    <RegionGate asked={useParams('search').region} frame={(content) => <Page title="搜索">{content}</Page>}>
      {(code) => <Search code={code} />}
    </RegionGate>
  );
}

function Search({ code }: { code: string }) {
  const given = useParams('search').q ?? '';
  const [typed, setTyped] = useState(given);
  const [words, setWords] = useState(given.trim());
  const recent = useRecentSearches();
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const search = (word: string): void => {
    setTyped(word);
    setWords(word.trim());
    recent.remember(word);
  };
  useShareCard(words ? `搜索“${words}”` : '搜索要点、任务和答复', 'search', { region: code, q: words });
  return (
    <Page title="搜索">
      <SearchBar
        value={typed}
        onChange={setTyped}
        onConfirm={() => search(typed)}
        placeholder="搜索要点、任务、答复"
        focus={given === ''}
      />
      {words === '' ? (
        <View className="mt">
          <RecentSearches words={recent.words} onSearch={search} onForget={recent.forget} />
        </View>
      ) : (
        <SearchResults
          key={words}
          region={code}
          words={words}
          onOpen={(hit) => {
            recent.remember(words);
            openHit(hit);
          }}
        />
      )}
    </Page>
  );
}
