import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { CLOCK, type Clock } from '../core/clock';
import { systemCtx } from '../core/ctx';
import { AppError } from '../core/errors/app-error';
import { shortFingerprint } from '@sunledger/shared-types';
import { isIntact, parseAnchor, type ChainAnchor } from '../features/message/chain-anchor';
import {
  ChainVerificationService,
  type VerificationReport,
} from '../features/message/chain-verification.service';

/** The outside of the command; file names are relative to the folder where the person typed. */
export interface VerifyIo {
  stdout(text: string): void;
  stderr(text: string): void;
  /** INIT_CWD of npm; the current folder when left out. */
  readonly folder?: string;
}

interface VerifyArguments {
  readonly region: string | null;
  readonly anchor: string | null;
  readonly writeAnchor: string | null;
  readonly json: boolean;
}

/** Arguments or files that cannot be used; the message says what to do. */
class UsageError extends Error {}

const USAGE =
  '用法：npm run verify -- [--region 地区代码] [--anchor 存证文件] [--write-anchor 存证文件] [--json]';

/**
 * `npm run verify`: checks the event chain of every message, prints how many there are and the first
 * fault. `--anchor FILE` compares with a daily anchor that the office downloaded, or with what an earlier
 * `--write-anchor FILE` kept outside the database, which finds even a chain rewritten by somebody who has the key.
 * @returns the exit status: 0 everything fits, 1 a fault, 2 unusable input
 */
export async function runVerify(
  args: readonly string[],
  io: VerifyIo,
  app: Pick<INestApplicationContext, 'get'>,
): Promise<number> {
  try {
    const given = readArguments(args);
    const anchor = given.anchor === null ? null : await readAnchor(pathOf(given.anchor, io));
    if (anchor?.fingerprint !== undefined)
      io.stderr(`存证指纹 ${shortFingerprint(anchor.fingerprint)}，请与通报上印的核对。\n`);
    const report = await verify(app, given.region, anchor, given.writeAnchor !== null);
    if (given.writeAnchor !== null && report.anchor)
      await writeAnchor(pathOf(given.writeAnchor, io), report.anchor, io);
    io.stdout(given.json ? `${JSON.stringify(summaryOf(report))}\n` : `${readable(report)}\n`);
    return report.faultCount === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof UsageError) io.stderr(`${error.message}\n`);
    else if (error instanceof AppError) io.stderr(`${error.message}（${error.code}）\n`);
    else throw error;
    return 2;
  }
}

function verify(
  app: Pick<INestApplicationContext, 'get'>,
  region: string | null,
  anchor: ChainAnchor | null,
  keepAnchor: boolean,
): Promise<VerificationReport> {
  const ctx = systemCtx(app.get<Clock>(CLOCK, { strict: false }), 'verify');
  return app.get(ChainVerificationService, { strict: false }).run(ctx, {
    keepAnchor,
    ...(region === null ? {} : { region }),
    ...(anchor === null ? {} : { anchor }),
  });
}

function readArguments(args: readonly string[]): VerifyArguments {
  const values = new Map<string, string>();
  let json = false;
  for (let at = 0; at < args.length; at += 1) {
    const [, name = '', inline] = /^([^=]*)(?:=(.*))?$/su.exec(args[at] ?? '') ?? [];
    if (name === '--json') json = true;
    else if (['--region', '--anchor', '--write-anchor'].includes(name)) {
      const value = inline ?? args[(at += 1)] ?? '';
      if (value === '' || value.startsWith('--')) throw new UsageError(`${name} 后面缺少内容。${USAGE}`);
      values.set(name, value);
    } else throw new UsageError(`不认识 ${args[at] ?? ''}。${USAGE}`);
  }
  return {
    region: values.get('--region') ?? null,
    anchor: values.get('--anchor') ?? null,
    writeAnchor: values.get('--write-anchor') ?? null,
    json,
  };
}

const pathOf = (file: string, io: VerifyIo): string => resolve(io.folder ?? process.cwd(), file);

async function readAnchor(path: string): Promise<ChainAnchor> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`读不到存证文件 ${path}，请核对路径。`, { cause: error });
  }
  const anchor = parseAnchor(text);
  if (!anchor)
    throw new UsageError(`${path} 不是存证文件，请用每日存证页下载的文件，或 --write-anchor 生成的文件。`);
  if (!isIntact(anchor)) throw new UsageError(`${path} 的内容与它的指纹不符，文件被改过，请换原始文件。`);
  return anchor;
}

async function writeAnchor(path: string, anchor: ChainAnchor, io: VerifyIo): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(anchor)}\n`);
  } catch (error) {
    throw new UsageError(`写不了存证文件 ${path}，请换一个可写的位置。`, { cause: error });
  }
  io.stderr(`存证已写入 ${path}\n`);
}

const summaryOf = ({ messages, events, erased, faultCount, firstFault }: VerificationReport) => ({
  messages,
  events,
  erased,
  faults: faultCount,
  firstFault,
});

function readable({ messages, events, erased, faultCount, firstFault }: VerificationReport): string {
  const checked = `核对 ${messages} 条留言、${events} 条记录`;
  const gone = erased === 0 ? '' : `其中 ${erased} 处文字已按本人要求删除。`;
  if (!firstFault) return `${checked}：全部相符。${gone}`;
  const place = firstFault.seq === null ? '' : `第 ${firstFault.seq} 条`;
  return `${checked}：发现 ${faultCount} 处不符。第一处：留言 ${firstFault.number} ${place}，${firstFault.what}。`;
}
