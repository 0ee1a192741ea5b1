import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { endpoints } from '@sunledger/shared-types';
import { CommandScanner } from '../../backend/src/adapters/virus-scan/command-scanner';
import { startApp, type TestApp } from '../support/app';
import { workbook } from '../support/evidence-files';
import { givenEvidence, type Evidence } from '../support/given/evidence.given';

/** Speaks INSTREAM as clamd does and finds the word VIRUS; `down` cuts every connection. */
class ClamavStandIn {
  down = false;
  private readonly server: Server;

  constructor() {
    this.server = createServer((socket) => {
      if (this.down) return void socket.destroy();
      let taken = Buffer.alloc(0);
      socket.on('data', (chunk: Buffer) => {
        taken = Buffer.concat([taken, chunk]);
        const content = contentOf(taken);
        if (content === null) return;
        socket.end(content.includes('VIRUS') ? 'stream: Test-Signature FOUND\0' : 'stream: OK\0');
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
  }
}

/** The content of a whole INSTREAM command, null while more is to come. */
function contentOf(taken: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 'zINSTREAM\0'.length; at + 4 <= taken.length;) {
    const length = taken.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(taken.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

describe('the virus scanner', () => {
  const clamav = new ClamavStandIn();
  let app: TestApp;
  let evidence: Evidence;

  beforeAll(async () => {
    app = await startApp({ environment: { CLAMAV_ADDRESS: await clamav.start() } });
    evidence = await givenEvidence(app);
  });

  afterAll(async () => {
    await app.stop();
    clamav.stop();
  });

  // Stored, so that the word stands in the bytes as they are sent.
  const sheet = (word: string): Buffer => Buffer.concat([workbook('清单'), Buffer.from(word)]);
  const shown = async (id: number) => {
    const detail = await app.api.ok(endpoints.task.getProgress, { id }, { as: evidence.reviewer });
    return detail.attachments.map(({ state, url }) => [state, url === null]);
  };

  it('what it knows is refused, the rest is taken', async () => {
    const bad = await evidence.send(sheet('VIRUS'), '清单.xlsx');
    expect([bad.status, bad.error.code]).toEqual([422, 'ATTACHMENT_INFECTED']);
    expect((await evidence.send(sheet(''), '清单.xlsx')).body).toMatchObject({ state: 'ready' });
  });

  it('while it is down files wait unseen; then clean ones are shown and others deleted', async () => {
    clamav.down = true;
    const clean = await evidence.send(sheet(''), '清单.xlsx');
    const bad = await evidence.send(sheet('VIRUS'), '名单.xlsx');
    expect([clean.body, bad.body]).toMatchObject([
      { state: 'pending', url: null },
      { state: 'pending', url: null },
    ]);
    const report = await evidence.report([clean.body.id, bad.body.id]);
    await evidence.ledger.approveProgress(report.body, evidence.reviewer);
    await app.tick();
    expect(await shown(report.body.id)).toEqual([
      ['pending', true],
      ['pending', true],
    ]);
    clamav.down = false;
    await app.tick();
    expect(await shown(report.body.id)).toEqual([
      ['ready', false],
      ['refused', true],
    ]);
  });

  it('a command tells by its exit status; one that is not there tells nothing', async () => {
    const bytes = Buffer.alloc(400_000, 1);
    const scan = (command: string) => new CommandScanner(command).scan(bytes);
    expect(await scan('true')).toBe('clean');
    expect(await scan('false')).toBe('infected');
    expect(await scan('cat')).toBe('clean');
    expect(await scan('ls /no/such/folder')).toBe('unknown');
    expect(await scan('/no/such/scanner')).toBe('unknown');
  });
});
