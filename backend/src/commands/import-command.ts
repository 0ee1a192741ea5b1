import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ParsedPlan } from '@sunledger/shared-types';
import { DocumentError, maxDocumentBytes, readDocument } from '../adapters/documents';
import { parsePlan } from '../features/plan-import/parse/parse-plan';

/** Where the command writes; a test gives its own. */
export interface ImportIo {
  stdout(text: string): void;
  stderr(text: string): void;
}

export interface PaperReading {
  fileName: string;
  sourceText: string;
  plan: ParsedPlan;
}

/** A file on disk → its text and plan. Throws DocumentError; the size is asked before a byte is read. */
export async function readPaper(filePath: string): Promise<PaperReading> {
  const { text } = await readDocument(filePath, await readFile(filePath));
  return { fileName: basename(filePath), sourceText: text, plan: parsePlan(text) };
}

export async function readFile(filePath: string): Promise<Uint8Array> {
  let file;
  try {
    file = await open(filePath, 'r');
  } catch (error) {
    const missing = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
    throw new DocumentError(
      'DOCUMENT_UNREADABLE',
      missing ? `找不到文件 ${filePath}，请检查路径。` : `文件 ${filePath} 打不开，请检查权限。`,
    );
  }
  try {
    const facts = await file.stat();
    if (!facts.isFile())
      throw new DocumentError('DOCUMENT_UNREADABLE', `${filePath} 不是文件，请给出一个文件的路径。`);
    if (facts.size > maxDocumentBytes) throw new DocumentError('DOCUMENT_TOO_LARGE');
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * `import FILE --dry-run [--json]`: reads a paper and says what it holds; stores nothing, opens no database. Output: the exit
 * status, 0 done or 2 unusable input (one line on standard error). With `json` standard output carries only the answer.
 */
export async function importDryRun(
  filePath: string,
  io: ImportIo,
  options: { json: boolean },
): Promise<0 | 2> {
  try {
    const { plan } = await readPaper(filePath);
    io.stdout(options.json ? `${JSON.stringify(plan)}\n` : summary(plan));
    return 0;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    io.stderr(`${error.message}（${error.code}）\n`);
    return 2;
  }
}

/** The reading in a few lines for a person at a terminal. */
export function summary(plan: ParsedPlan): string {
  const items = plan.sections.reduce((sum, section) => sum + section.items.length, 0);
  const flagged = plan.tasks.filter((task) => task.flags.length > 0).length;
  const { sourceCharacters, placedCharacters, remarkCharacters } = plan.coverage;
  const doubts = plan.remarks.filter((remark) => remark.kind === 'doubt' || remark.kind === 'unplaced');
  return [
    plan.title ?? '（没有标题）',
    `发文机关：${plan.issuer ?? '未写明'}　文号：${plan.documentNumber ?? '未写明'}　成文日期：${plan.issuedOn ?? '未写明'}　公开属性：${plan.disclosure ?? '未写明'}`,
    `章节 ${plan.sections.length}，条目 ${items}，任务 ${plan.tasks.length}（存疑 ${flagged}），单位名单 ${plan.unitLists.length}`,
    `原文 ${sourceCharacters} 字：归入字段 ${placedCharacters}，列为提示 ${remarkCharacters}`,
    ...doubts.map(
      (remark) =>
        `  第 ${remark.line} 行　${remark.message}${remark.text === '' ? '' : `：${remark.text.slice(0, 60)}`}`,
    ),
    '',
  ].join('\n');
}
