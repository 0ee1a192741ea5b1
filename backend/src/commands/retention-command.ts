import type { INestApplicationContext } from '@nestjs/common';
import { CLOCK, type Clock } from '../core/clock';
import { systemCtx } from '../core/ctx';
import { Retention, type RetentionLine } from '../core/retention/retention';

export interface RetentionIo {
  stdout(text: string): void;
  stderr(text: string): void;
}

const USAGE = '用法：npm run retention -- [--dry-run] [--json]';

/**
 * `npm run retention`: deletes what has outlived its time, as the daily job does; with `--dry-run` it only
 * counts.
 * @returns the exit status: 0 done, 2 unusable input
 */
export async function runRetention(
  args: readonly string[],
  io: RetentionIo,
  app: Pick<INestApplicationContext, 'get'>,
): Promise<number> {
  const unknown = args.find((word) => !['--dry-run', '--json'].includes(word));
  if (unknown !== undefined) {
    io.stderr(`不认识 ${unknown}。${USAGE}\n`);
    return 2;
  }
  const dryRun = args.includes('--dry-run');
  const ctx = systemCtx(app.get<Clock>(CLOCK, { strict: false }), 'retention');
  const rules = await app.get(Retention, { strict: false }).run(ctx, { dryRun });
  io.stdout(args.includes('--json') ? `${JSON.stringify({ dryRun, rules })}\n` : readable(rules, dryRun));
  return 0;
}

function readable(rules: readonly RetentionLine[], dryRun: boolean): string {
  const total = rules.reduce((sum, rule) => sum + rule.rows, 0);
  const lines = rules.map(({ what, after, rows }) => `  ${String(rows).padStart(6)}  ${what}（${after}）`);
  const head = dryRun ? `到期数据共 ${total} 条，只统计，没有删除：` : `已清理到期数据 ${total} 条：`;
  return `${[head, ...lines].join('\n')}\n`;
}
