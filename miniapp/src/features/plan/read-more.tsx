import { useState } from 'react';
import { Sentences, TextLink, useBeingRead, View } from '../../ui';
import './plan.scss';

interface ReadMoreProps {
  text: string;
  longFrom?: number;
  /** Where it is read aloud as a part of something: open while it is read. */
  part?: string;
}

/** A paragraph of the paper: whole when short, else its beginning and the way to the rest. */
export function ReadMore({ text, longFrom = 110, part = '' }: ReadMoreProps) {
  const [whole, setWhole] = useState(false);
  const read = useBeingRead(part);
  const long = text.length > longFrom;
  return (
    <>
      <View className={long && !whole && !read ? 'plan-text clamp-3' : 'plan-text'}>
        <Sentences part={part} text={text} />
      </View>
      {long && <TextLink onTap={() => setWhole(!whole)}>{whole ? '收起' : '展开全文'}</TextLink>}
    </>
  );
}
