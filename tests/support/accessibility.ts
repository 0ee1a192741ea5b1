import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeNode {
  readonly target: readonly unknown[];
  readonly failureSummary?: string;
}

interface AxeViolation {
  readonly id: string;
  readonly impact?: string | null;
  readonly help: string;
  readonly nodes: readonly AxeNode[];
}

/** What axe-core calls serious or critical on the page as it stands, one line per rule and place. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as {
      axe: { run(context: Document, options: object): Promise<{ violations: AxeViolation[] }> };
    };
    const result = await engine.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    });
    return result.violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `axe ${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
    );
}

/**
 * What can be tapped and is smaller than a finger.
 * @param least side of a target in CSS pixels: 44, in 大字版 60 (工信部《移动互联网应用（APP）适老化通用设计规范》)
 */
export function touchFaults(page: Page, least: number): Promise<string[]> {
  return page.evaluate((side) => {
    const faults: string[] = [];
    const tappable =
      'button, a[href], select, textarea, input, [role=button], [role=tab], [role=option], [role=switch]';
    for (const element of document.querySelectorAll<HTMLElement>(tappable)) {
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
      // A box to tick is as large as the label around it.
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
      if (width <= 2 || height <= 2) continue;
      if (width < side - 0.5 || height < side - 0.5) {
        const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 16);
        faults.push(`${Math.round(width)}×${Math.round(height)} to tap: “${name}” .${element.className}`);
      }
    }
    return faults;
  }, least);
}
