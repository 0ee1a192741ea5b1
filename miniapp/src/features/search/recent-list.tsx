import { confirm } from '../../platform';
import { Card, Tap, Text, TextLink, View } from '../../ui';
import './search.scss';

interface RecentSearchesProps {
  words: readonly string[];
  onSearch: (word: string) => void;
  onForget: () => void;
}

/** What was searched for before on this device; without any, how to search. */
export function RecentSearches({ words, onSearch, onForget }: RecentSearchesProps) {
  const forget = async (): Promise<void> => {
    if (await confirm({ title: '清空搜索记录？', text: '记录只保存在本机。', confirmText: '清空' }))
      onForget();
  };
  if (words.length === 0) {
    return (
      <Card title="可以这样搜">
        <View className="t-2">
          写一两个词就够，比如要办的事“补贴”“招生”，或单位名称“医保局”。几个词之间用空格隔开，会找同时含有它们的内容。
        </View>
      </Card>
    );
  }
  return (
    <Card title="最近搜过">
      <View className="recent">
        {words.map((word) => (
          <Tap key={word} className="filters__item" onTap={() => onSearch(word)} label={`搜索${word}`}>
            <Text className="recent__word">{word}</Text>
          </Tap>
        ))}
      </View>
      <TextLink onTap={() => void forget()}>清空搜索记录</TextLink>
    </Card>
  );
}
