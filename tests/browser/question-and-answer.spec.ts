import { chromium, type Browser } from 'playwright-core';
import { chromiumOptions } from '../support/chromium';
import { Person } from '../support/person';
import { RunningServer } from '../support/server';

const QUESTION = '外地户口的孩子在县城读小学，报名要带哪些材料？什么时候开始报名？';
const ANSWER =
  '您好！请带居住证、劳动合同或营业执照、孩子的户口簿和预防接种证，到居住地所在学区的学校报名，报名从六月二十日开始。';

/** Each act as its person does it, in windows of their own, on the demo of a Friday before a make-up Saturday. */
describe('a question and its answer, in four windows', () => {
  let server: RunningServer;
  let browser: Browser;
  let citizen: Person;
  let office: Person;
  let handler: Person;
  let reviewer: Person;
  let number = '';

  beforeAll(async () => {
    server = await RunningServer.start({ demoNow: '2026-02-13T17:45:00+08:00' });
    browser = await chromium.launch(chromiumOptions());
    citizen = await Person.at(browser, server);
    office = await Person.at(browser, server, { width: 1280, height: 800 });
    handler = await Person.at(browser, server);
    reviewer = await Person.at(browser, server);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('the citizen is promised Saturday before sending, and sees why', async () => {
    await citizen.open('/pages/home/index');
    await citizen.see('云溪县人民政府办公室文件');
    await citizen.tap('我要留言');
    await citizen.see(/最迟 2月14日（周六）答复/);
    await citizen.page.getByText('为什么是这一天').locator('visible=true').first().click();
    await citizen.see(/周六 调休上班/);
    await citizen.page.keyboard.press('Escape');
  });

  it('what was written survives a reload', async () => {
    await citizen.open('/citizen/message-new/index?region=yunxi');
    await citizen.page.getByLabel('留言内容').fill(QUESTION);
    await citizen.see('草稿已保存');
    await citizen.page.reload();
    await citizen.settled();
    expect(await citizen.page.getByLabel('留言内容').inputValue()).toBe(QUESTION);
  });

  it('signing in is asked for at the end only, and the message goes on its way by itself', async () => {
    await citizen.tap('提交留言');
    await citizen.page.waitForURL(/sign-in/);
    await citizen.page.locator('#persona-citizen').click();
    await citizen.see('留言已收到');
    await citizen.see(/最迟 2月14日（周六）答复/);
    number = (await citizen.page.locator('.sent__number').first().innerText()).trim();
    expect(number).toMatch(/^YX20260213-\d{4}$/);
  });

  it('a double tap sends one message', async () => {
    const posted: string[] = [];
    citizen.page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/v1/messages'))
        posted.push(request.url());
    });
    await citizen.open('/citizen/message-new/index?region=yunxi');
    await citizen.page.getByLabel('留言内容').fill('政务大厅门口的轮椅坡道太陡，能不能改缓一点？');
    await citizen.page.getByRole('button', { name: '提交留言' }).locator('visible=true').dblclick();
    await citizen.see('留言已收到');
    expect(posted).toHaveLength(1);
  });

  it('the office hands it to the unit', async () => {
    await office.signIn('office');
    await office.open('/pages/desk/index');
    await office.page.getByText(QUESTION.slice(0, 12)).locator('visible=true').first().click();
    await office.page.getByRole('button', { name: '交办', exact: true }).first().click();
    const sheet = office.page.getByRole('dialog');
    await sheet.getByText('县人力资源和社会保障局').first().click();
    await sheet.getByRole('button', { name: '交办', exact: true }).click();
    await office.see(/已交办/);
  });

  it('the handler drafts; the own draft cannot be approved', async () => {
    await handler.signIn('handler');
    await handler.open('/pages/desk/index');
    await handler.page.getByText(QUESTION.slice(0, 12)).locator('visible=true').first().click();
    await handler.page.getByLabel('答复内容').fill('您好，已收到，正在办理，请耐心等待。');
    await handler.see(/没有正面回答所问/);
    await handler.page.getByLabel('答复内容').fill(ANSWER);
    await handler.tap('送审');
    await handler.see('已送审，审核通过后发布');
  });

  it('the reviewer confirms and publishes; it is on time', async () => {
    await reviewer.signIn('reviewer');
    await reviewer.open('/pages/desk/index?tab=review');
    await reviewer.page.getByText(QUESTION.slice(0, 12)).locator('visible=true').first().click();
    await reviewer.see(ANSWER);
    await reviewer.tap(/已正面回答所问，发布/);
    await reviewer.see('答复已发布，按时答复');
  });

  it('the citizen is told, reads the answer, and rates it', async () => {
    await citizen.openUntil('/pages/me/index', new RegExp(`您的留言 ${number} 已答复`));
    await citizen.open('/pages/desk/index');
    await citizen.page.getByText(QUESTION.slice(0, 12)).locator('visible=true').first().click();
    await citizen.see(ANSWER);
    await citizen.see('按时答复');
    await citizen.page.getByRole('radio', { name: '非常满意', exact: true }).click();
    await citizen.tap('提交评价');
    await citizen.see('您的评价');
  });

  it('no window had an error', () => {
    expect([citizen, office, handler, reviewer].flatMap((person) => person.faults)).toEqual([]);
  });
});
