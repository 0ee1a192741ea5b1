import { chromium, type Browser } from 'playwright-core';
import { chromiumOptions } from '../support/chromium';
import { Person } from '../support/person';
import { RunningServer } from '../support/server';

/** What people meet on a bad day: no network, a slow one, somebody else's page, nothing found. */
describe('a bad day', () => {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await RunningServer.start({ demoNow: '2026-12-31T10:00:00+08:00' });
    browser = await chromium.launch(chromiumOptions());
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('a message that could not be sent is kept, and the second try makes one message', async () => {
    const citizen = await (await Person.at(browser, server)).signIn('citizen');
    await citizen.open('/citizen/message-new/index?region=yunxi');
    const text = '小区的充电桩装好三个月了一直没有通电，什么时候能用？';
    await citizen.page.getByLabel('留言内容').fill(text);
    await citizen.context.setOffline(true);
    await citizen.tap('提交留言');
    await citizen.see(/再试/);
    expect(await citizen.page.getByLabel('留言内容').inputValue()).toBe(text);
    await citizen.context.setOffline(false);
    await citizen.page.getByText('网络已断开，显示的是之前读到的内容').waitFor({ state: 'hidden' });
    // A person reads the line before the second tap; an instant one is taken for a double tap and ignored.
    await citizen.page.waitForTimeout(1500);
    await citizen.tap('提交留言');
    await citizen.see('留言已收到');
    await citizen.see(/暂定，以国务院办公厅通知为准/);
    await citizen.close();
  });

  it('a promise across an unknown year says that it is provisional before sending', async () => {
    const visitor = await Person.at(browser, server);
    await visitor.open('/citizen/message-new/index?region=yunxi');
    await visitor.see(/暂定/);
    await visitor.close();
  });

  it('a list that could not be read can be read again', async () => {
    const visitor = await Person.at(browser, server);
    await visitor.page.route('**/api/v1/tasks?*', (route) => route.abort());
    await visitor.open('/pages/tasks/index');
    await visitor.see(/重新加载/);
    await visitor.page.unroute('**/api/v1/tasks?*');
    await visitor.tap('重新加载');
    await visitor.see('公开县级预算');
    await visitor.close();
  });

  it('another region’s office sees nothing of a private message', async () => {
    const stranger = await (await Person.at(browser, server)).signIn('office2');
    await stranger.open('/citizen/message/index?id=30');
    await stranger.see('看不到这项内容');
    await stranger.close();
  });

  it('a search without a hit says what to do', async () => {
    const visitor = await Person.at(browser, server);
    await visitor.open('/citizen/search/index?q=麒麟');
    await visitor.see(/没有找到/);
    await visitor.close();
  });

  it('大字版 stays on across pages', async () => {
    const visitor = await Person.at(browser, server);
    await visitor.open('/pages/home/index');
    const size = () =>
      visitor.page.evaluate(() =>
        parseFloat(getComputedStyle(document.querySelector('.t-head, .card') ?? document.body).fontSize),
      );
    const before = await size();
    await visitor.page.getByText('大字版').locator('visible=true').first().click();
    await visitor.open('/pages/tasks/index');
    await visitor.open('/pages/home/index');
    expect(await size()).toBeGreaterThan(before * 1.2);
    await visitor.close();
  });
});
