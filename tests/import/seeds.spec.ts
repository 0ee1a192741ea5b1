import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parsePlan } from '../../backend/src/features/plan-import/parse/parse-plan';
import { lostLetters, remarkedLetters } from './coverage-of';
import { differences, readLabel } from './plan-label';

// The five real papers lie outside the repository; SHARED_DIR names another place.
const shared = resolve(process.env.SHARED_DIR ?? join(__dirname, '../../../shared'));
const seeds = join(shared, 'seeds');
const present = existsSync(seeds);
const files = present ? readdirSync(seeds).filter((file) => file.endsWith('.txt')) : [];

it('reads the real papers where they are at hand', () => {
  if (!present)
    process.stdout.write(`No seeds at ${seeds}: the five real papers were not read (set SHARED_DIR).\n`);
  expect(files.length).toBe(present ? 5 : 0);
});

for (const file of files) {
  describe(file, () => {
    const source = readFileSync(join(seeds, file), 'utf8');
    const plan = parsePlan(source);

    it('is read as its golden label says', () => {
      expect(differences(plan, readLabel(join(shared, 'golden', file.replace(/txt$/, 'json'))))).toEqual([]);
    });

    it('loses no letter, counts none twice and remarks at most a tenth', () => {
      const { sourceCharacters, placedCharacters, remarkCharacters } = plan.coverage;
      expect(sourceCharacters).toBe(source.replace(/\s+/g, '').length);
      expect(placedCharacters + remarkCharacters).toBe(sourceCharacters);
      expect(remarkedLetters(plan)).toBe(remarkCharacters);
      expect(remarkCharacters).toBeLessThanOrEqual(sourceCharacters * 0.1);
      expect(lostLetters(source, plan)).toBe('');
    });

    it('names the doubt of every flagged row', () => {
      for (const task of plan.tasks.filter((each) => each.flags.length > 0)) {
        expect(
          plan.remarks.some(
            (remark) => remark.kind === 'doubt' && remark.message.includes(`第 ${task.no} 行`),
          ),
        ).toBe(true);
      }
    });
  });
}
