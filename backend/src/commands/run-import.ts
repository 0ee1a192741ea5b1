import { basename, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DocumentError } from '../adapters/documents';
import { CLOCK, type Clock } from '../core/clock';
import { systemCtx, type Ctx } from '../core/ctx';
import { AppError } from '../core/errors/app-error';
import { ImportFileService } from '../features/plan-import/import-file.service';
import { RegionService } from '../features/region/region.service';
import { importDryRun, readFile, summary, type ImportIo } from './import-command';

export interface RunImportIo extends ImportIo {
  /** Where the person typed; file names are relative to it. */
  readonly folder: string;
  /** Opens the database and the features; not called with `--dry-run`. */
  withApp(work: (app: INestApplicationContext) => Promise<number>): Promise<number>;
}

interface ImportArguments {
  readonly file: string;
  readonly region: string | null;
  readonly dryRun: boolean;
  readonly json: boolean;
}

class UsageError extends Error {}

const USAGE = '用法：npm run import -- 文件 [--region 地区代码] [--dry-run] [--json]';

/**
 * `npm run import`: reads a paper; with `--dry-run` it only says what the paper holds, else it stores a
 * draft plan of the region.
 * @returns the exit status: 0 done, 2 unusable input
 */
export async function runImport(args: readonly string[], io: RunImportIo): Promise<number> {
  try {
    const given = readArguments(args);
    const path = resolve(io.folder, given.file);
    if (given.dryRun) return await importDryRun(path, io, given);
    const upload = { fileName: basename(path), bytes: Buffer.from(await readFile(path)) };
    return await io.withApp((app) => store(app, upload, given, io));
  } catch (error) {
    if (error instanceof UsageError) io.stderr(`${error.message}\n`);
    else if (error instanceof DocumentError || error instanceof AppError) {
      io.stderr(`${error.message}（${error.code}）\n`);
    } else throw error;
    return 2;
  }
}

async function store(
  app: INestApplicationContext,
  upload: { fileName: string; bytes: Buffer },
  given: ImportArguments,
  io: RunImportIo,
): Promise<number> {
  const ctx = systemCtx(app.get<Clock>(CLOCK, { strict: false }), 'import');
  const region = given.region ?? (await onlyRegion(app, ctx));
  const { planId, parsed } = await app.get(ImportFileService, { strict: false }).run(ctx, region, upload);
  if (given.json) io.stdout(`${JSON.stringify({ ...parsed, planId })}\n`);
  else
    io.stdout(
      `${summary(parsed)}已存为 ${region} 的工作要点草稿（编号 ${planId}），请政务公开办核对后公布。\n`,
    );
  return 0;
}

/** Without `--region` there must be no doubt about it. */
async function onlyRegion(app: INestApplicationContext, ctx: Ctx): Promise<string> {
  const { items } = await app.get(RegionService, { strict: false }).list(ctx, { limit: 20 });
  const [first, second] = items;
  if (first && !second) return first.code;
  const codes = items.map((region) => `${region.code}（${region.name}）`).join('、');
  throw new UsageError(`请用 --region 指定地区：${codes || '还没有地区'}。只看解析结果请加 --dry-run。`);
}

function readArguments(args: readonly string[]): ImportArguments {
  const files: string[] = [];
  const given = { region: null as string | null, dryRun: false, json: false };
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    if (word === '--dry-run') given.dryRun = true;
    else if (word === '--json') given.json = true;
    else if (word === '--region' || word.startsWith('--region=')) {
      const value = word === '--region' ? (args[(at += 1)] ?? '') : word.slice('--region='.length);
      if (value === '' || value.startsWith('--')) throw new UsageError(`--region 后面请写地区代码。${USAGE}`);
      given.region = value;
    } else if (word.startsWith('--')) throw new UsageError(`不认识选项 ${word}。${USAGE}`);
    else files.push(word);
  }
  const [file, ...more] = files;
  if (!file || more.length > 0) throw new UsageError(`请给出一个文件。${USAGE}`);
  return { file, ...given };
}
