import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsedPlan } from '@sunledger/shared-types';
import { pdfFile } from './document-samples';

const folder = mkdtempSync(join(tmpdir(), 'sunledger-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

function importFile(name: string, bytes: Uint8Array): { status: number | null; out: string; err: string } {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const run = spawnSync(process.execPath, [join(__dirname, 'import-file.cjs'), file], { encoding: 'utf8' });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

it('reads a PDF: lines from top to bottom, columns as cells', () => {
  const { status, out, err } = importFile(
    'plan.pdf',
    pdfFile([
      { x: 200, y: 780, text: '青禾县2026年政务公开任务清单' },
      { x: 72, y: 700, text: '序号' },
      { x: 150, y: 700, text: '工作任务' },
      { x: 350, y: 700, text: '责任单位' },
      { x: 450, y: 700, text: '完成时限' },
      { x: 72, y: 660, text: '1' },
      { x: 150, y: 660, text: '公开部门预算。' },
      { x: 350, y: 660, text: '县财政局' },
      { x: 450, y: 660, text: '9月底前' },
    ]),
  );
  expect([status, err]).toEqual([0, '']);
  expect(parsedPlan.parse(JSON.parse(out))).toMatchObject({
    title: '青禾县2026年政务公开任务清单',
    tasks: [{ no: 1, text: '公开部门预算。', responsibleUnits: ['县财政局'], dueOn: '2026-09-30' }],
  });
});

it('refuses a scan without text and a broken file, exit 2', () => {
  expect(importFile('scan.pdf', pdfFile([]))).toMatchObject({ status: 2, out: '' });
  expect(importFile('scan.pdf', pdfFile([])).err).toContain('DOCUMENT_NO_TEXT');
  expect(importFile('broken.pdf', new Uint8Array(Buffer.from('%PDF-1.4 and nothing more'))).err).toContain(
    'DOCUMENT_UNREADABLE',
  );
});
