import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { chromiumOptions } from '../support/chromium';
import { Person } from '../support/person';
import { RunningServer } from '../support/server';
import { cellsOf, workbookOf } from '../support/workbook';

describe('what an office hands in', () => {
  let server: RunningServer;
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sunledger-reports-'));
    server = await RunningServer.start({ demoNow: '2026-11-20T10:30:00+08:00' });
    browser = await chromium.launch(chromiumOptions());
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const saved = async (person: Person, button: string): Promise<{ name: string; bytes: Buffer }> => {
    const coming = person.page.waitForEvent('download');
    await person.tap(button);
    const download = await coming;
    const path = join(folder, 'download');
    await download.saveAs(path);
    return { name: download.suggestedFilename(), bytes: readFileSync(path) };
  };
  const choose = async (person: Person, bytes: Buffer): Promise<void> => {
    const path = join(folder, '台账.xlsx');
    writeFileSync(path, bytes);
    // Within 400 ms of the last a tap is taken for a double tap; nobody chooses a file that fast.
    await person.page.waitForTimeout(500);
    const coming = person.page.waitForEvent('filechooser');
    await person.tap('导入改过的台账');
    await (await coming).setFiles(path);
  };

  it('the ledger goes out, comes back with its mistakes named, then with its changes shown', async () => {
    const office = await (await Person.at(browser, server, { width: 1280, height: 900 })).signIn('office');
    await office.open('/office/reports/index');
    const { name, bytes } = await saved(office, '导出 Excel 台账');
    expect(name).toMatch(/台账-2026-11-20\.xlsx$/);
    const cells = await cellsOf(bytes);
    const at = cells.findIndex((row) => row.includes('重点工作'));
    const text = cells[at]?.indexOf('重点工作') ?? -1;
    const lead = cells[at]?.indexOf('牵头单位') ?? -1;
    const row = cells[at + 1];
    if (!row || text < 0 || lead < 0) throw new Error('the ledger has no rows');

    row[lead] = '没有这个单位的局';
    await choose(office, await workbookOf(cells));
    await office.see(`第 ${at + 2} 行 · 牵头单位`);
    await office.see(/没有“没有这个单位的局”这个单位/);
    await office.tap('知道了');

    const [before] = (await cellsOf(bytes)).slice(at + 1);
    row[lead] = before?.[lead] ?? null;
    row[text] = `${String(row[text])}（补充说明）`;
    await choose(office, await workbookOf(cells));
    await office.see(/1 处改动/);
    await office.see(/（补充说明）/);
    await office.tap('导入这些改动');
    await office.see(/已导入/);
    expect(office.faults).toEqual([]);
    await office.close();
  });

  it('a bulletin is made by one, published by another, read and saved by everybody', async () => {
    const office = await (await Person.at(browser, server)).signIn('office');
    await office.open('/office/reports/index');
    await office.tap('生成一期通报');
    await office.tap('生成并定格数字');
    await office.see(/政务公开工作要点落实情况通报/);
    await office.tap('送审');
    await office.see('待审核');
    const path = new URL(office.page.url()).pathname + new URL(office.page.url()).search;
    const official = await (await Person.at(browser, server)).signIn('official');
    await official.open(path);
    await official.tap('审核并发布');
    await official.see(/已审核并发布/);
    const visitor = await Person.at(browser, server);
    await visitor.open('/citizen/bulletins/index');
    await visitor.see(/落实情况通报/);
    await visitor.open(path);
    const { name, bytes } = await saved(visitor, '下载 Word 文件');
    expect(name).toMatch(/通报\.docx$/);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    for (const person of [office, official, visitor]) {
      expect(person.faults).toEqual([]);
      await person.close();
    }
  });
});
