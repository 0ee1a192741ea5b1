import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { endpoints } from '@sunledger/shared-types';
import { paragraph, pdfFile, wordFile } from '../import/document-samples';
import { startApp, type TestApp } from '../support/app';
import { bomb, lyingBomb, photo, workbook } from '../support/evidence-files';
import type { GivenPerson } from '../support/given';
import { givenEvidence, type Evidence } from '../support/given/evidence.given';

const MB = 1024 * 1024;
const full = process.env.TEST_FULL === '1';
const UPLOADS = full ? 1000 : 100;
const ALLOWED = ['stored', '429 UPLOAD_BUSY', '429 ATTACHMENT_LIMIT'];

describe('attacks by upload', () => {
  let app: TestApp;
  let evidence: Evidence;

  beforeAll(async () => {
    app = await startApp();
    evidence = await givenEvidence(app);
  });

  afterAll(() => app.stop());

  const refusal = async (bytes: Uint8Array, name: string, type?: string) => {
    const answer = await evidence.send(bytes, name, { ...(type ? { type } : {}) });
    return [answer.status, answer.error.code];
  };
  const contentOf = async (url: string | null): Promise<Buffer> =>
    Buffer.from(await (await app.api.raw(url ?? '/none')).arrayBuffer());
  const forget = async (id: number): Promise<void> => {
    await app.api.ok(endpoints.attachment.remove, { id }, { as: evidence.handler });
  };

  it('a wrong type behind a right name is refused', async () => {
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000, 7)]);
    const script = Buffer.from('<!doctype html><script>fetch("/api/v1/me")</script>');
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>',
    );
    const xmlSvg = Buffer.concat([Buffer.from('<?xml version="1.0"?>\n'), svg]);
    const archive = Buffer.from(zipSync({ 'a.txt': new Uint8Array([1]) }));
    const gif = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
      .gif()
      .toBuffer();
    const attacks: [Uint8Array, string][] = [
      [program, '公示栏.jpg'],
      [script, '公示栏.png'],
      [script, '方案.pdf'],
      [svg, '图标.png'],
      [svg, '图标.svg'],
      [xmlSvg, '图标.jpg'],
      [archive, '材料.docx'],
      [gif, '动图.jpg'],
      [Buffer.from('words'), '说明.txt'],
      [Buffer.alloc(0), '空.jpg'],
    ];
    for (const [bytes, name] of attacks)
      expect([name, await refusal(bytes, name, 'image/jpeg')]).toEqual([name, [415, 'ATTACHMENT_TYPE']]);
  });

  it('what a name pretends does not matter: the content decides name and type', async () => {
    const answer = await evidence.send(await photo(), '公示.pdf', { type: 'text/html' });
    expect(answer.body).toMatchObject({ name: '公示.jpg', kind: 'image' });
    const served = await app.api.raw(answer.body.url ?? '');
    expect(served.headers.get('content-type')).toBe('image/jpeg');
    await served.arrayBuffer();
    await forget(answer.body.id);
  });

  it('a picture loses the place, the camera and what was hung on it, and stands upright', async () => {
    const taken = await photo({ width: 900, height: 600 });
    expect(taken.includes('Sunledger-Camera')).toBe(true);
    expect((await sharp(taken).metadata()).exif?.length).toBeGreaterThan(100);
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const answer = await evidence.send(Buffer.concat([taken, page]), '现场.jpg');
    expect(answer.body).toMatchObject({ width: 600, height: 900 });
    for (const url of [answer.body.url, answer.body.thumbnailUrl]) {
      const kept = await contentOf(url);
      const { exif, iptc, xmp, orientation } = await sharp(kept).metadata();
      expect([exif, iptc, xmp, orientation ?? 1]).toEqual([undefined, undefined, undefined, 1]);
      expect(kept.includes('Sunledger-Camera') || kept.includes('<script>')).toBe(false);
    }
    await forget(answer.body.id);
  });

  it('a path in the name leads nowhere', async () => {
    const bytes = await photo({ width: 40, height: 30, place: false });
    const names: [string, string][] = [
      ['../../../../etc/cron.d/照片.jpg', '照片.jpg'],
      ['..\\..\\windows\\a.png', 'a.jpg'],
      ['/etc/passwd', 'passwd.jpg'],
      ['%2e%2e%2fb.jpg', '2e2e2fb.jpg'],
      ['c\u202egpj.exe', 'cgpj.jpg'],
    ];
    for (const [name, clean] of names) {
      const { body } = await evidence.send(bytes, name);
      expect(body.name).toBe(clean);
      expect((await app.api.raw(body.url ?? '')).status).toBe(200);
      await forget(body.id);
    }
  });

  it('zip bombs, lying ones too, and macros are refused; honest files pass', async () => {
    expect(await refusal(bomb(12), '台账.xlsx')).toEqual([422, 'ATTACHMENT_BOMB']);
    expect(await refusal(lyingBomb(12), '台账.xlsx')).toEqual([422, 'ATTACHMENT_BOMB']);
    const macro = workbook('清单', { 'xl/vbaProject.bin': new Uint8Array(40) });
    expect(await refusal(macro, '台账.xlsx')).toEqual([422, 'ATTACHMENT_MACRO']);
    const climbing = workbook('清单', { '../../evil.xml': new Uint8Array(4) });
    expect(await refusal(climbing, '台账.xlsx')).toEqual([422, 'ATTACHMENT_UNREADABLE']);
    const honest: [Uint8Array, string, string][] = [
      [workbook('招生计划清单'), '清单.xlsx', 'sheet'],
      [wordFile(paragraph('招生工作方案')), '方案.docx', 'word'],
      [pdfFile([{ x: 100, y: 700, text: '招生工作方案' }]), '方案.pdf', 'pdf'],
    ];
    for (const [bytes, name, kind] of honest) {
      const { body } = await evidence.send(bytes, name);
      expect(body).toMatchObject({ name, kind, bytes: bytes.length, thumbnailUrl: null });
      const served = await app.api.raw(body.url ?? '');
      expect(served.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(Buffer.from(await served.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
      await forget(body.id);
    }
  });

  it('papers with a secrecy mark and broken files are refused and leave nothing', async () => {
    const marked: [Uint8Array, string][] = [
      [wordFile(paragraph('秘密★1年') + paragraph('招生工作方案')), '方案.docx'],
      [pdfFile([{ x: 60, y: 780, text: '机密★3年' }]), '方案.pdf'],
      [workbook('内部资料 注意保存'), '清单.xlsx'],
    ];
    for (const [bytes, name] of marked)
      expect([name, await refusal(bytes, name)]).toEqual([name, [422, 'ATTACHMENT_SECRET']]);
    const whole = await photo();
    expect(await refusal(whole.subarray(0, 700), '半张.jpg')).toEqual([422, 'ATTACHMENT_UNREADABLE']);
    expect(await refusal(Buffer.from('%PDF-1.7\nnothing'), '坏.pdf')).toEqual([422, 'ATTACHMENT_UNREADABLE']);
  });

  it('a picture of far too many pixels in few bytes is refused', async () => {
    const huge = await sharp({ create: { width: 9000, height: 8000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(huge.length).toBeLessThan(MB);
    expect(await refusal(huge, '大图.png')).toEqual([422, 'ATTACHMENT_PIXELS']);
  });

  describe('200 MB', () => {
    const size = 200 * MB;

    /** Sends chunk by chunk as long as the server takes them; gives status and how much went out. */
    const pour = (announced: boolean): Promise<{ status: number; sent: number }> =>
      new Promise((resolve, reject) => {
        const head = Buffer.from(
          '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n',
        );
        const chunk = Buffer.alloc(MB, 0xff);
        let sent = 0;
        let answered = false;
        const call = request(`${app.url}/api/v1/tasks/${evidence.task.id}/attachments`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${evidence.handler.accessToken}`,
            'content-type': 'multipart/form-data; boundary=x',
            ...(announced ? { 'content-length': String(size) } : {}),
          },
        });
        call.on('error', (error) => (answered ? undefined : reject(error)));
        call.on('response', (response) => {
          answered = true;
          response.resume();
          resolve({ status: response.statusCode ?? 0, sent });
          call.destroy();
        });
        const more = (): void => {
          if (answered) return;
          if (sent >= size) {
            call.end();
            return;
          }
          sent += chunk.length;
          if (call.write(chunk)) setImmediate(more);
          else call.once('drain', more);
        };
        call.write(head);
        more();
      });

    it.each([
      ['announced', true, 8 * MB],
      ['unannounced', false, 48 * MB],
    ])('%s is refused early, and memory does not grow with it', async (_, announced, most) => {
      const before = process.memoryUsage().rss;
      const { status, sent } = await pour(announced);
      expect(status).toBe(413);
      expect(sent).toBeLessThan(most);
      expect(process.memoryUsage().rss - before).toBeLessThan(120 * MB);
    });
  });

  it(`${UPLOADS} uploads at once: each is stored or refused with a code, and neither memory, nor disk, nor open files pay for it`, async () => {
    // Of one account and of many: each is held to its own number, all together to that of the server.
    const people: GivenPerson[] = [];
    for (let at = 0; at < (full ? 50 : 10); at += 1)
      people.push(await evidence.ledger.staff(evidence.ledger.units.education, 'handler'));
    const bytes = await photo({ width: 640, height: 480 });
    const [last] = await app.database.read('SELECT MAX(id) AS id FROM attachment', []);
    const before = Number(last?.id ?? 0);
    const [memory, handles] = [process.memoryUsage().rss, openHandles()];
    let [highest, mostHandles] = [memory, handles];
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage().rss);
      mostHandles = Math.max(mostHandles, openHandles());
    }, 20);
    const answers = await Promise.all(
      Array.from({ length: UPLOADS }, (_, at) => {
        const as = at % 2 === 0 ? people[0] : people[at % people.length];
        return evidence.send(bytes, `${at}.jpg`, { as: as ?? evidence.handler });
      }),
    );
    clearInterval(watch);
    const count = new Map<string, number>();
    for (const { status, error } of answers) {
      const outcome = status === 201 ? 'stored' : `${status} ${error.code}`;
      count.set(outcome, (count.get(outcome) ?? 0) + 1);
    }
    process.stdout.write(
      `${UPLOADS} uploads at once: ${[...count].map(([outcome, many]) => `${many} ${outcome}`).join(', ')}; ` +
        `memory +${((highest - memory) / MB).toFixed(0)} MB (client and server), open files +${mostHandles - handles}\n`,
    );
    expect([...count.keys()].filter((outcome) => !ALLOWED.includes(outcome))).toEqual([]);
    expect(count.get('stored')).toBeGreaterThan(0);
    expect(highest - memory).toBeLessThan(500 * MB);
    expect((await app.api.raw('/healthz')).status).toBe(200);
    // What was on its way is gone from the disk, whatever became of it.
    await gone(() => readdirSync(join(app.config.dataDir, 'incoming')).length);
    const [rows] = await app.database.read(
      "SELECT COUNT(*) AS n, SUM(CASE WHEN state = 'ready' THEN 1 ELSE 0 END) AS whole FROM attachment WHERE id > ?",
      [before],
    );
    expect([Number(rows?.n), Number(rows?.whole)]).toEqual([count.get('stored'), count.get('stored')]);
    // Whoever waits for the answer before sending the next is served.
    const late = await evidence.send(bytes, '最后.jpg');
    expect(late.status).toBe(201);
    await forget(late.body.id);
  });

  it('one account holds at most forty files that belong to nothing', async () => {
    const hoarder = await evidence.ledger.staff(evidence.ledger.units.education, 'handler');
    const bytes = await photo({ width: 8, height: 8, place: false });
    for (let i = 0; i < 40; i += 1)
      expect((await evidence.send(bytes, 'a.jpg', { as: hoarder })).status).toBe(201);
    const answer = await evidence.send(bytes, 'a.jpg', { as: hoarder });
    expect([answer.status, answer.error.code]).toEqual([429, 'ATTACHMENT_LIMIT']);
  });
});

/** Files and sockets that this process has open; 0 where the system does not tell. */
const openHandles = (): number => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0);

/** Deleting goes on after the answer. */
async function gone(left: () => number): Promise<void> {
  for (let wait = 0; wait < 100 && left() > 0; wait += 1) await sleep(50);
  expect(left()).toBe(0);
}
