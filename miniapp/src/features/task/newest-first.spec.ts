import { newestFirst } from './newest-first';

it('puts the newest progress first, keeps the order of the paper within a day, leaves out what never moved', () => {
  const tasks = [
    { id: 1, lastProgressOn: '2026-11-01' },
    { id: 2, lastProgressOn: null },
    { id: 3, lastProgressOn: '2026-11-20' },
    { id: 4, lastProgressOn: '2026-11-20' },
  ];
  expect(newestFirst(tasks, 5).map(({ id }) => id)).toEqual([3, 4, 1]);
  expect(newestFirst(tasks, 1).map(({ id }) => id)).toEqual([3]);
});
