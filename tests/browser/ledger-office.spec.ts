import { chromium, type Browser } from 'playwright-core';
import { chromiumOptions } from '../support/chromium';
import { Person } from '../support/person';
import { RunningServer } from '../support/server';

const ADDRESS = 'https://www.yunxi.example.cn/art/2026/11/9/art_1_100.html';

/** What lies on the desks besides messages: dated evidence, changes and bulletins to review, the lights' numbers. */
describe('the ledger on its desks', () => {
  let server: RunningServer;
  let browser: Browser;
  let handler: Person;
  let office: Person;
  let official: Person;
  let visitor: Person;

  beforeAll(async () => {
    server = await RunningServer.start({ demoNow: '2026-11-20T10:30:00+08:00' });
    browser = await chromium.launch(chromiumOptions());
    handler = await Person.at(browser, server);
    office = await Person.at(browser, server, { width: 1280, height: 800 });
    official = await Person.at(browser, server);
    visitor = await Person.at(browser, server);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('progress takes five taps and a sentence: the tab, the task, on from the last one, the percent, send', async () => {
    await handler.signIn('handler');
    await handler.open('/pages/desk/index');
    const { page } = handler;
    let taps = 0;
    const tap = async (name: string | RegExp): Promise<void> => {
      taps += 1;
      await handler.tap(name);
    };
    await page.getByRole('tab', { name: /^任务/ }).locator('visible=true').first().click();
    taps += 1;
    await page
      .getByText(/编制就业创业补贴申领指南/)
      .locator('visible=true')
      .first()
      .click();
    taps += 1;
    await tap(/接着上次的写/);
    expect((await page.getByLabel('进展内容').inputValue()).length).toBeGreaterThan(5);
    await tap('75%');
    await tap('报送');
    await handler.see('已报送，审核通过后公开');
    expect(taps).toBe(5);
  });

  it('the day of a public page is read from its address and can be put right', async () => {
    await handler.open('/staff/progress-new/index?taskId=13');
    await handler.tap('添加公开链接');
    await handler.page.getByLabel('链接 1', { exact: true }).fill(ADDRESS);
    const day = handler.page.getByLabel('链接 1 的页面日期');
    expect(await day.inputValue()).toBe('2026-11-09');
    await handler.see('从网址中读出，请与页面上的日期核对');
    await day.fill('2026-11-10');
    await handler.see(/页面上写的发布日期/);
  });

  it('the office finds the change of a colleague on its desk and agrees beside the list', async () => {
    await office.signIn('office');
    await office.open('/pages/desk/index?tab=review');
    await office.page.getByText('修改任务，待审核').locator('visible=true').first().click();
    await office.see('改后');
    await office.tap('审核通过');
    await office.see('修改已生效');
  });

  it('an official finds the bulletin that waits on the board', async () => {
    await official.signIn('official');
    await official.open('/pages/desk/index');
    await official.see('等您审核');
    await official.page.getByText('通报待审核').locator('visible=true').first().click();
    await official.tap('审核并发布');
    await official.see('已审核并发布');
  });

  it('the office sees what other numbers would do before it saves them; everybody reads the reason', async () => {
    await office.open('/citizen/lights/index');
    await office.tap('调整判定天数');
    const { page } = office;
    await office.see('天数与现在相同。');
    await page.getByLabel(/^临期/).fill('30');
    await office.see(/按新的天数，今天：.*临期 \d+ → \d+/);
    const save = page.getByRole('button', { name: '保存并公开' }).locator('visible=true');
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel('理由').fill('按年度督查办法，提前一个月预警');
    await save.click();
    await office.see('已调整，今天起按新的天数判定');
    await visitor.open('/citizen/lights/index');
    await visitor.see('离完成时限不超过 30 个工作日。');
    await visitor.see('理由：按年度督查办法，提前一个月预警');
    await visitor.see(/临期 10 → 30 个工作日/);
    expect(await visitor.page.getByText('调整判定天数').count()).toBe(0);
  });

  it('a visitor reads every step of a task', async () => {
    await visitor.open('/pages/tasks/index?light=doneLate');
    await visitor.page.locator('.card--tap:visible').first().click();
    await visitor.tap(/看每一步/);
    await visitor.see('核验销号');
    await visitor.see(/过了完成时限，成为“逾期”/);
    await visitor.see('列入台账');
  });

  it('no window had an error', () => {
    for (const person of [handler, office, official, visitor]) expect(person.faults).toEqual([]);
  });
});
