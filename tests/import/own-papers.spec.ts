import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsedPlan } from '@sunledger/shared-types';
import { parsePlan } from '../../backend/src/features/plan-import/parse/parse-plan';
import { lostLetters, remarkedLetters } from './coverage-of';
import { differences, readLabel } from './plan-label';

// Invented papers of invented counties, one for each form that real ones take; the label beside each says what it holds.
const folder = join(__dirname, 'papers');
const papers = readdirSync(folder).filter((file) => file.endsWith('.txt'));

it('has at least twenty papers of our own', () => {
  expect(papers.length).toBeGreaterThanOrEqual(20);
});

describe.each(papers)('%s', (file) => {
  const source = readFileSync(join(folder, file), 'utf8');
  const plan = parsePlan(source);

  it('is read as its label says', () => {
    expect(differences(plan, readLabel(join(folder, file.replace(/txt$/, 'json'))))).toEqual([]);
  });

  it('loses no letter and counts none twice', () => {
    const { sourceCharacters, placedCharacters, remarkCharacters } = plan.coverage;
    expect(sourceCharacters).toBe(source.replace(/\s+/g, '').length);
    expect(placedCharacters + remarkCharacters).toBe(sourceCharacters);
    expect(remarkedLetters(plan)).toBe(remarkCharacters);
    if (!plan.remarks.some((remark) => remark.kind === 'traditional'))
      expect(lostLetters(source, plan)).toBe('');
  });

  it('answers in the shape of the contract', () => {
    expect(parsedPlan.safeParse(JSON.parse(JSON.stringify(plan))).success).toBe(true);
  });
});
