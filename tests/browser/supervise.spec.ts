import { chromium, type Browser } from 'playwright-core';
import { chromiumOptions } from '../support/chromium';
import { Person } from '../support/person';
import { RunningServer } from '../support/server';

const UNIT = '县人力资源和社会保障局';
const INSTRUCTION = '请写明这项任务的完成时间和责任人';
const ANSWER = '责任人为就业科科长，月底前完成，完成后报送链接。';

describe('督办, in two windows', () => {
  let server: RunningServer;
  let browser: Browser;
  let official: Person;
  let handler: Person;
  let task = 0;

  beforeAll(async () => {
    server = await RunningServer.start({ demoNow: '2026-11-20T10:30:00+08:00' });
    browser = await chromium.launch(chromiumOptions());
    official = await Person.at(browser, server);
    handler = await Person.at(browser, server);
    const answer = await fetch(`${server.url}/api/v1/tasks?region=yunxi&light=onTrack&limit=100`);
    const { items } = (await answer.json()) as { items: { id: number; leadUnits: { name: string }[] }[] };
    task = items.find(({ leadUnits }) => leadUnits[0]?.name === UNIT)?.id ?? 0;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('an official issues it on the page of the task', async () => {
    await official.signIn('official');
    await official.open(`/citizen/task/index?id=${task}`);
    await official.tap('下达督办单');
    const sheet = official.page.getByRole('dialog');
    await sheet.getByLabel('督办要求').fill(INSTRUCTION);
    await sheet.getByRole('button', { name: '下达督办单' }).click();
    await official.see(INSTRUCTION);
  });

  it('the unit finds it on its desk and answers', async () => {
    await handler.signIn('handler');
    await handler.open('/pages/desk/index?tab=supervision');
    await handler.page.getByText(INSTRUCTION).locator('visible=true').first().click();
    await handler.page.getByLabel('办理情况').locator('visible=true').fill(ANSWER);
    await handler.tap('提交反馈');
    await handler.see('待核定');
  });

  it('the official reads the answer and closes it', async () => {
    await official.open('/official/supervisions/index?list=answered');
    await official.page.getByText(INSTRUCTION).locator('visible=true').first().click();
    await official.see(ANSWER);
    await official.tap('核定办结');
    await official.page.getByRole('dialog').getByRole('button', { name: '核定办结' }).click();
    await official.see('已办结');
  });

  it('no window had an error', () => {
    expect([official, handler].flatMap((person) => person.faults)).toEqual([]);
  });
});
