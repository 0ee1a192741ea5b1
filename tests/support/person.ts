import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Persona } from '@sunledger/shared-types';
import type { RunningServer } from './server';

export interface Screen {
  width?: number;
  height?: number;
  /** 大字版 */
  elder?: boolean;
  /** 简洁版 */
  simple?: boolean;
  /** Text so many times as large, as WeChat's own font setting makes it. */
  scale?: number;
}

/** What a browser refused to do is a fault of ours, except the answers that the API gives on purpose. */
const expected =
  /the server responded with a status of (401|403|404|409|422|503)|net::ERR_INTERNET_DISCONNECTED/;

/** One person at one browser window. */
export class Person {
  readonly faults: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly server: RunningServer,
  ) {
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text())) this.faults.push(message.text());
    });
  }

  static async at(
    browser: Browser,
    server: RunningServer,
    { width = 375, height = 812, elder = false, simple = false, scale }: Screen = {},
  ): Promise<Person> {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
    if (elder) {
      await context.addInitScript(() => {
        localStorage.setItem('sunledger.font', JSON.stringify({ data: JSON.stringify('elder') }));
      });
    }
    if (simple)
      await context.addInitScript(() => localStorage.setItem('sunledger.simple', '{"data":"true"}'));
    if (scale) {
      await context.addInitScript((times) => {
        const style = document.createElement('style');
        style.textContent = `.sl { --scale: ${times} !important; }`;
        document.addEventListener('DOMContentLoaded', () => document.head.append(style));
      }, scale);
    }
    return new Person(await context.newPage(), context, server);
  }

  /** Signs in by one click on the demo page, as a newcomer does. */
  async signIn(persona: Persona): Promise<this> {
    await this.open('/citizen/sign-in/index');
    await this.page.locator(`#persona-${persona}`).click();
    await this.page.waitForURL((url) => !url.pathname.includes('sign-in'));
    return this;
  }

  async open(path: string): Promise<this> {
    await this.page.goto(this.server.url + path);
    await this.settled();
    return this;
  }

  /** Opens a page again until it shows what the background work brings about within seconds. */
  async openUntil(path: string, text: string | RegExp): Promise<void> {
    for (let attempt = 0; attempt < 10; attempt++) {
      await this.open(path);
      if ((await this.page.getByText(text).locator('visible=true').count()) > 0) return;
      await this.page.waitForTimeout(500);
    }
    await this.see(text);
  }

  /** Nothing is loading any more: no skeleton, no request under way. */
  async settled(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.page.waitForFunction(() => !document.querySelector('.skeleton, .spinner'));
  }

  async see(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).locator('visible=true').first().waitFor();
  }

  async tap(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).locator('visible=true').first().click();
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
