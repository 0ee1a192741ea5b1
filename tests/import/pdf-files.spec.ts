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

it('reads a drawn table cell by cell, lines of a cell together and numbers in the middle of their rows', () => {
  const boxes: [number, number, number, number][] = [];
  for (const [y, height] of [
    [700, 20],
    [640, 60],
    [600, 40],
  ]) {
    for (const [x, width] of [
      [70, 40],
      [110, 200],
      [310, 100],
      [410, 80],
    ])
      boxes.push([x, y, width, height]);
  }
  const { out } = importFile(
    'drawn.pdf',
    pdfFile(
      [
        { x: 200, y: 780, text: '青禾县2026年政务公开任务清单' },
        ...['序号', '工作任务', '责任单位', '完成时限'].map((text, i) => ({
          x: [75, 115, 315, 415][i],
          y: 705,
          text,
        })),
        { x: 115, y: 680, text: '公开部门预算和决算，表格' },
        { x: 115, y: 664, text: '里每一项都附一句说明。' },
        { x: 75, y: 668, text: '1' },
        { x: 315, y: 680, text: '县财政局、县住' },
        { x: 315, y: 664, text: '房和城乡建设局' },
        { x: 415, y: 668, text: '9月底前' },
        { x: 75, y: 615, text: '2' },
        { x: 115, y: 615, text: '公开民生实事。' },
        { x: 315, y: 615, text: '县政府办' },
        { x: 415, y: 615, text: '全年' },
      ],
      boxes,
    ),
  );
  expect(JSON.parse(out)).toMatchObject({
    tasks: [
      {
        no: 1,
        text: '公开部门预算和决算，表格里每一项都附一句说明。',
        responsibleUnits: ['县财政局', '县住房和城乡建设局'],
        dueOn: '2026-09-30',
        flags: [],
      },
      { no: 2, text: '公开民生实事。', responsibleUnits: ['县政府办'], dueOn: '2026-12-31', flags: [] },
    ],
  });
});

it('refuses a scan without text and a broken file, exit 2', () => {
  expect(importFile('scan.pdf', pdfFile([]))).toMatchObject({ status: 2, out: '' });
  expect(importFile('scan.pdf', pdfFile([])).err).toContain('DOCUMENT_NO_TEXT');
  expect(importFile('broken.pdf', new Uint8Array(Buffer.from('%PDF-1.4 and nothing more'))).err).toContain(
    'DOCUMENT_UNREADABLE',
  );
});
