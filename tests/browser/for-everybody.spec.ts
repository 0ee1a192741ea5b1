import { chromium, type Browser } from 'playwright-core';
import { chromiumOptions } from '../support/chromium';
import { Person } from '../support/person';
import { RunningServer } from '../support/server';

const QUESTION = '我妈妈今年七十五岁，高龄津贴要到哪里办、带什么材料？';

/** The name that a screen reader says of what has the focus, and what it is. */
const focused = (person: Person): Promise<string> =>
  person.page.evaluate(() => {
    const element = document.activeElement;
    const name = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return `${element?.tagName.toLowerCase() ?? ''} ${name.trim()}`;
  });

/** Waits until the focus is there: a page takes it as soon as it is shown. */
async function at(person: Person, place: string): Promise<void> {
  for (let attempt = 0; attempt < 20 && (await focused(person)) !== place; attempt++)
    await person.page.waitForTimeout(100);
  expect(await focused(person)).toBe(place);
}

/** Presses Tab until something of this name has the focus. */
async function tabTo(person: Person, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await person.page.keyboard.press('Tab');
    if (name.test(await focused(person))) return;
  }
  throw new Error(`Tab does not reach ${String(name)}; it is on ${await focused(person)}`);
}

describe('without a mouse, and in few words', () => {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await RunningServer.start({ demoNow: '2026-02-13T17:45:00+08:00' });
    browser = await chromium.launch(chromiumOptions());
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('a question is asked by keyboard alone: pages begin at their heading, errors are tied to their field', async () => {
    const person = await Person.at(browser, server);
    const { page } = person;
    await person.open('/pages/home/index');
    await tabTo(person, /^button 我要留言/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/message-new/);
    await person.settled();
    await at(person, 'h1 我要留言');

    // sent empty: one is taken to the field, whose description is what is wrong with it
    await tabTo(person, /^button 提交留言/);
    await page.keyboard.press('Enter');
    await person.see('请写下您要问的事或要说的话。');
    expect(await focused(person)).toMatch(/^textarea 留言内容/);
    const described = await page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-describedby') ?? '';
      return [document.activeElement?.getAttribute('aria-invalid'), document.getElementById(id)?.textContent];
    });
    expect(described).toEqual(['true', '请写下您要问的事或要说的话。']);
    await page.keyboard.type(QUESTION);

    // why this day: the dialog takes the focus, keeps it, and gives it back
    await tabTo(person, /为什么是这一天/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.getAttribute('aria-modal')).toBe('true');
    for (let presses = 0; presses < 6; presses++) {
      await page.keyboard.press('Tab');
      expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await focused(person)).toMatch(/为什么是这一天/);

    await tabTo(person, /^button 提交留言/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/sign-in/);
    await person.settled();
    await at(person, 'h1 登录');
    await tabTo(person, /王小梅|群众/);
    await page.keyboard.press('Enter');
    await person.see('留言已收到');
    await page.waitForFunction(() => document.getElementById('announcements')?.textContent === '留言已收到');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('sent');
    expect(person.faults).toEqual([]);
    await person.close();
  });

  it('whoever comes back finds the focus where it was', async () => {
    const person = await Person.at(browser, server);
    await person.open('/pages/me/index');
    await tabTo(person, /隐私说明/);
    await person.page.keyboard.press('Enter');
    await person.page.waitForURL(/privacy/);
    await person.settled();
    await at(person, 'h1 隐私说明');
    await tabTo(person, /^button 返回/);
    await person.page.keyboard.press('Enter');
    await person.page.waitForURL(/pages\/me/);
    await person.page.waitForFunction(() => document.activeElement?.textContent?.includes('隐私说明'));
    await person.close();
  });

  it('简洁版 holds the five things people come for, and each leads there', async () => {
    const person = await Person.at(browser, server, { simple: true, elder: true });
    await person.signIn('citizen');
    const ways: [string, RegExp, RegExp][] = [
      ['我要留言', /message-new/, /提交留言/],
      ['我的留言', /pages\/desk/, /正在办理|已答复|办理中|全部/],
      ['看公开答复', /answers/, /答复/],
      ['查任务进度', /pages\/tasks/, /项/],
      ['看工作要点', /citizen\/plan\//, /牵头|一、/],
    ];
    for (const [word, address, words] of ways) {
      await person.open('/pages/home/index');
      const five = person.page.locator('.home__big button:visible');
      expect(await five.count()).toBe(5);
      await person.tap(word);
      await person.page.waitForURL(address);
      await person.see(words);
    }
    expect(person.faults).toEqual([]);
    await person.close();
  });

  it('语音播报 marks the sentence it reads, rests, goes on there, and ends with the page', async () => {
    const person = await Person.at(browser, server);
    await person.context.addInitScript(() => {
      const voice = { said: [] as string[], pending: null as SpeechSynthesisUtterance | null };
      Object.assign(window, { voice });
      Object.defineProperty(window, 'speechSynthesis', {
        value: {
          speak: (utterance: SpeechSynthesisUtterance) => {
            voice.said.push(utterance.text);
            voice.pending = utterance;
          },
          cancel: () => (voice.pending = null),
        },
      });
    });
    const said = () =>
      person.page.evaluate(() => (window as unknown as { voice: { said: string[] } }).voice.said);
    const end = () =>
      person.page.evaluate(() => {
        const { voice } = window as unknown as { voice: { pending: { onend(): void } | null } };
        voice.pending?.onend();
      });
    const marked = () => person.page.locator('.read-aloud__now').innerText();
    const silent = () =>
      person.page.evaluate(
        () => (window as unknown as { voice: { pending: unknown } }).voice.pending === null,
      );
    await person.open('/citizen/answers/index');
    await person.page.locator('.message-card, .answer, .tap').filter({ hasText: /。|？/ }).first().click();
    await person.page.waitForURL(/message\/index\?id=/);
    await person.tap('听一听');
    const [first = ''] = await said();
    expect((await marked()).trim()).toBe(first.trim());
    await end();
    const second = (await said())[1] ?? '';
    expect((await marked()).trim()).toBe(second.trim());
    await person.tap('暂停');
    expect(await silent()).toBe(true);
    expect((await marked()).trim()).toBe(second.trim());
    await person.tap('继续听');
    expect((await said())[2]).toBe(second);
    await person.page.goBack();
    await person.page.waitForURL(/answers/);
    expect(await silent()).toBe(true);
    await person.close();
  });
});
