import { Text } from '../../ui';
import { highlight } from './highlight';
import './search.scss';

/** A text with the words that were searched for marked; the mark is weight and ground, not colour alone. */
export function Highlighted({ text, words }: { text: string; words: string }) {
  if (words.trim() === '') return <Text>{text}</Text>;
  return (
    <Text>
      {highlight(text, words).map((piece, at) => (
        <Text key={at} className={piece.hit ? 'hit' : ''}>
          {piece.text}
        </Text>
      ))}
    </Text>
  );
}
