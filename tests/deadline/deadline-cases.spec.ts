import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DueExplanation } from '@sunledger/shared-types';

import cases from './deadline-cases.json';

type Answer = DueExplanation & { status: number };

const answersIn = (zone: string, questions: [string, number][]): Answer[] =>
  JSON.parse(
    execFileSync(process.execPath, [join(__dirname, 'due-in-zone.cjs')], {
      env: { ...process.env, TZ: zone },
      input: JSON.stringify(questions),
      encoding: 'utf8',
    }),
  );

const questions = cases.map(({ receivedAt, workingDays }): [string, number] => [receivedAt, workingDays]);

describe.each(['UTC', 'Asia/Shanghai', 'America/New_York'])(
  '“deadline-cases.json has worked cases”, with TZ=%s',
  (zone) => {
    const answers = answersIn(zone, questions);

    it.each(cases.map((each, i) => ({ ...each, i })))(
      '$receivedAt + $workingDays → $dueOn：$why',
      ({ i, dueOn }) => {
        const answer = answers[i];
        expect(answer).toMatchObject({ status: 0, dueOn, provisional: false });
        expect(answer?.days.at(-1)).toMatchObject({ date: dueOn, counted: cases[i]?.workingDays });
      },
    );

    it('a time without a zone is a time of Asia/Shanghai', () => {
      const local = answersIn(zone, [
        ['2026-10-08T00:30', 1],
        ['2026-10-08 00:30:00', 1],
        ['2026-10-07T16:30:00Z', 1],
      ]);
      expect(local.map((each) => each.receivedAt)).toEqual(Array(3).fill('2026-10-08T00:30:00+08:00'));
      expect(local.map((each) => each.dueAt)).toEqual(Array(3).fill('2026-10-10T00:00:00+08:00'));
    });
  },
);

const shared = join(
  process.env.SHARED_DIR ?? join(__dirname, '../../../shared'),
  'calendar/deadline-cases.json',
);

if (existsSync(shared)) {
  it('our cases are those of shared/calendar/deadline-cases.json', () => {
    const facts = (all: typeof cases) =>
      all.map(({ receivedAt, workingDays, dueOn }) => ({ receivedAt, workingDays, dueOn }));
    expect(facts(cases)).toEqual(facts(JSON.parse(readFileSync(shared, 'utf8'))));
  });
} else {
  process.stdout.write(
    `not compared with ${shared}: the file is not on this machine; our own copy of the cases ran\n`,
  );
}
