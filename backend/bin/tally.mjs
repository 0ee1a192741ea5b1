/** @typedef {{ passed: number, failed: number, skipped: number, notes: string[] }} Tally */

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0, notes: [] };
  for (const tally of tallies) {
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
    total.notes.push(...tally.notes);
  }
  return total;
}

/** A check that is no jest run counts as one. @param {boolean} ok @param {string} name @returns {Tally} */
export function one(ok, name) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, notes: ok ? [] : [`失败 failed: ${name}`] };
}

/**
 * Counts a jest run from its --json report. A spec file that broke before its first test counts as one
 * failure, and so does a run that failed without a failed test (no report, no spec found, a crash after the last).
 * @param {any} report parsed report, null when jest left none
 * @param {number} code exit status of jest
 * @param {string} name of the step
 * @returns {Tally}
 */
export function ofJest(report, code, name) {
  if (!report) return one(false, `${name}（jest 没有留下报告 left no report）`);
  const notes = [];
  for (const file of report.testResults ?? []) {
    if (file.status === 'failed' && file.assertionResults.length === 0)
      notes.push(`失败 failed: ${file.name}`);
    for (const test of file.assertionResults) {
      if (test.status === 'failed') notes.push(`失败 failed: ${test.fullName}`);
      if (test.status === 'pending' || test.status === 'todo') notes.push(`跳过 skipped: ${test.fullName}`);
    }
  }
  const skipped = report.numPendingTests + report.numTodoTests;
  let failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  if (failed === 0 && code !== 0) {
    failed = 1;
    notes.push(`失败 failed: ${name}（jest 以状态 ${code} 结束 ended with status ${code}）`);
  }
  return { passed: report.numPassedTests, failed, skipped, notes };
}

/** The last line of `npm test`, which programs read. @param {Tally} tally */
export function totals({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
