import { useState } from 'react';
import { TextLink, View } from '../../ui';
import './plan.scss';

/** A paragraph of the paper: whole when short, else its beginning and the way to the rest. */
export function ReadMore({ text, longFrom = 110 }: { text: string; longFrom?: number }) {
  const [whole, setWhole] = useState(false);
  const long = text.length > longFrom;
  return (
    <>
      <View className={long && !whole ? 'plan-text clamp-3' : 'plan-text'}>{text}</View>
      {long && <TextLink onTap={() => setWhole(!whole)}>{whole ? '收起' : '展开全文'}</TextLink>}
    </>
  );
}
