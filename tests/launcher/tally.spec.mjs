import { ofJest, one, sum, totals } from '../../backend/bin/tally.mjs';

const report = (over = {}) => ({
  numPassedTests: 2,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
  ...over,
});

describe('the last line of npm test', () => {
  it('sums checks and jest runs', () => {
    const total = sum([one(true, 'lint'), one(false, 'types'), ofJest(report(), 0, 'unit')]);
    expect(totals(total)).toBe('3 passed, 1 failed, 0 skipped');
    expect(total.notes).toEqual(['失败 failed: types']);
  });

  it('counts a spec file that broke before its first test', () => {
    const broken = { status: 'failed', name: 'a.spec.ts', assertionResults: [] };
    const tally = ofJest(report({ numRuntimeErrorTestSuites: 1, testResults: [broken] }), 1, 'unit');
    expect(totals(tally)).toBe('2 passed, 1 failed, 0 skipped');
    expect(tally.notes).toEqual(['失败 failed: a.spec.ts']);
  });

  it('never calls a failed run green: no report, no specs, a crash at the end', () => {
    expect(ofJest(null, 1, 'api').failed).toBe(1);
    expect(ofJest(report({ numPassedTests: 0 }), 1, 'api').failed).toBe(1);
  });

  it('names what was skipped', () => {
    const file = { status: 'passed', assertionResults: [{ status: 'pending', fullName: 'reads the seeds' }] };
    const tally = ofJest(report({ numPendingTests: 1, testResults: [file] }), 0, 'unit');
    expect(totals(tally)).toBe('2 passed, 0 failed, 1 skipped');
    expect(tally.notes).toEqual(['跳过 skipped: reads the seeds']);
  });
});
