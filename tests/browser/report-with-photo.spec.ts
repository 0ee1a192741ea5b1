import { chromium, type Browser } from 'playwright-core';
import { chromiumOptions } from '../support/chromium';
import { photo } from '../support/evidence-files';
import { Person } from '../support/person';
import { RunningServer } from '../support/server';

const TEXT = '补贴申领指南已印成单页，放在各乡镇便民服务中心，名单每周张榜。';

/** A report from a phone with a photograph, and its way to the public. */
describe('a report with a photo, in three windows', () => {
  let server: RunningServer;
  let browser: Browser;
  let handler: Person;
  let reviewer: Person;
  let citizen: Person;
  let task = 0;

  beforeAll(async () => {
    server = await RunningServer.start({ demoNow: '2026-11-20T10:30:00+08:00' });
    browser = await chromium.launch(chromiumOptions());
    handler = await Person.at(browser, server);
    reviewer = await Person.at(browser, server);
    citizen = await Person.at(browser, server);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const open = () => handler.open(`/staff/progress-new/index?taskId=${task}`);
  const thumbnails = (person: Person) => person.page.locator('.files__picture img:visible');

  it('the handler finds the task on the desk', async () => {
    await handler.signIn('handler');
    await handler.open('/pages/desk/index?tab=task');
    const answer = await handler.page.request.get(
      `${server.url}/api/v1/tasks?region=yunxi&light=onTrack&limit=100`,
    );
    const { items } = (await answer.json()) as { items: { id: number; leadUnits: { name: string }[] }[] };
    const unit = await handler.page.locator('.desk__who').first().innerText();
    task = items.find(({ leadUnits }) => leadUnits.some(({ name }) => unit.includes(name)))?.id ?? 0;
    expect(task).toBeGreaterThan(0);
  });

  it('a photo goes up while the words are written; both survive a reload', async () => {
    await open();
    const chooser = handler.page.waitForEvent('filechooser');
    await handler.tap('照片');
    await (await chooser).setFiles({ name: '公示栏.jpg', mimeType: 'image/jpeg', buffer: await photo() });
    await handler.see('公示栏.jpg');
    await handler.see(/照片 · \d/);
    await handler.page.getByLabel('进展内容').fill(TEXT);
    await handler.see('草稿已保存在本机');
    await handler.page.reload();
    await handler.settled();
    expect(await handler.page.getByLabel('进展内容').inputValue()).toBe(TEXT);
    await handler.see('公示栏.jpg');
  });

  it('without a network it waits, and goes by itself when the network is back', async () => {
    await handler.page.context().setOffline(true);
    await handler.tap('报送');
    await handler.see('联网后自动报送');
    await handler.page.context().setOffline(false);
    await handler.see('已报送，审核通过后公开');
  });

  it('the reviewer sees the photo and approves', async () => {
    await reviewer.signIn('reviewer');
    await reviewer.open('/pages/desk/index?tab=review');
    await reviewer.page.getByText(TEXT.slice(0, 12)).locator('visible=true').first().click();
    await reviewer.see(TEXT);
    await thumbnails(reviewer).first().waitFor();
    await reviewer.tap('通过并公开');
    await reviewer.see('进展已公开');
  });

  it('a citizen sees words and picture, and follows the task', async () => {
    await citizen.open(`/citizen/task/index?id=${task}`);
    await citizen.see(TEXT);
    await thumbnails(citizen).first().waitFor();
    await citizen.page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('.files__picture img')].some(
        (image) => image.naturalWidth > 0,
      ),
    );
    await citizen.page.getByRole('button', { name: '关注这项任务' }).locator('visible=true').first().click();
    await citizen.page.waitForURL(/sign-in/);
    await citizen.page.locator('#persona-citizen').click();
    await citizen.page.getByRole('button', { name: '关注这项任务' }).locator('visible=true').first().click();
    await citizen.see('已关注');
  });

  it('nothing broke on the way', () => {
    for (const person of [handler, reviewer, citizen]) {
      // Being offline is told by the browser itself.
      expect(person.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|offline/i.test(fault))).toEqual([]);
    }
  });
});
