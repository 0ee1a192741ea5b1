import { namesIn } from './unit-words';

it('takes names by line or by the signs between them, each once', () => {
  expect(namesIn(' 县住建局\n县城管局、县房管中心 \n\n县住建局')).toEqual([
    '县住建局',
    '县城管局',
    '县房管中心',
  ]);
  expect(namesIn('  ')).toEqual([]);
});
