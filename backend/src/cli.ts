import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from './config/config';
import { AppError } from './core/errors/app-error';
import { systemCtx } from './core/ctx';
import type { DueRegion } from './commands/due-command';
import { openLedger, type Ledger } from './database/open-ledger';
import { ResetRefused, resetDatabase } from './database/reset-database';
import { failStart } from './door';

/** The command door: each command gives its exit status, 0 done, 1 failed, 2 unusable input. */
type Command = (args: string[]) => Promise<number>;

const stdout = (text: string): void => void process.stdout.write(text);
const stderr = (text: string): void => void process.stderr.write(text);

/** The folder in which the person typed the npm command. */
const typedIn = (): string => process.env.INIT_CWD ?? process.cwd();

const commands: Record<string, Command> = {
  due: async (args) => {
    const { runDue } = await import('./commands/due-command');
    return runDue(args, { stdout, stderr, loadRegion });
  },

  import: async (args) => {
    const { runImport } = await import('./commands/run-import');
    const open = (work: (app: INestApplicationContext) => Promise<number>) => withApp(({ app }) => work(app));
    return runImport(args, { stdout, stderr, folder: typedIn(), withApp: open });
  },

  /** Runs the missing migrations and nothing else: the own step of a deployment. */
  migrate: async () => {
    const ledger = await openLedger(loadConfig(process.env), { exclusive: false });
    await ledger.database.close();
    stderr('数据库已是最新结构。The database is current.\n');
    return 0;
  },

  seed: () =>
    withApp(async ({ seeded }) => {
      stderr(
        seeded
          ? '演示数据已写入。Demo data written.\n'
          : '库里已有数据，没有改动。The database has data, nothing changed.\n',
      );
      return 0;
    }),

  reset: async () => {
    try {
      await resetDatabase(loadConfig(process.env));
    } catch (error) {
      if (!(error instanceof ResetRefused)) throw error;
      stderr(`${error.message}\n`);
      return 2;
    }
    return withApp(async () => {
      stderr('演示数据已重建。Demo data was made anew.\n');
      return 0;
    });
  },

  retention: (args) =>
    withApp(async ({ app }) => {
      const { runRetention } = await import('./commands/retention-command');
      return runRetention(args, { stdout, stderr }, app);
    }),

  /** The first region of a production database; needs no account, so it is a command and no endpoint. */
  found: (args) =>
    withApp(async ({ app }) => {
      const { runFound } = await import('./commands/found-command');
      return runFound(args, { stdout, stderr }, app);
    }),

  verify: (args) =>
    withApp(async ({ app }) => {
      const { runVerify } = await import('./commands/verify-command');
      return runVerify(args, { stdout, stderr, folder: typedIn() }, app);
    }),
};

interface Opened {
  readonly app: INestApplicationContext;
  readonly ledger: Ledger;
  /** The database was empty and has the demo now. */
  readonly seeded: boolean;
}

/** A command that needs the features, beside a running server if need be; an empty demo is filled first. */
async function withApp(work: (opened: Opened) => Promise<number>): Promise<number> {
  const ledger = await openLedger(loadConfig(process.env), { exclusive: false });
  try {
    const { AppModule } = await import('./app.module');
    const { seedWhenEmpty } = await import('./database/seed-when-empty');
    const app = await NestFactory.createApplicationContext(AppModule.with(ledger), {
      logger: ['error', 'fatal'],
    });
    const seeded = await seedWhenEmpty(app, ledger);
    const status = await work({ app, ledger, seeded });
    await app.close();
    return status;
  } finally {
    await ledger.database.close();
  }
}

async function loadRegion(code: string): Promise<DueRegion | null> {
  let found: DueRegion | null = null;
  await withApp(async ({ app, ledger }) => {
    const { RegionService } = await import('./features/region/region.service');
    const { DeadlineRepository } = await import('./features/deadline/deadline.repository');
    const ctx = systemCtx(ledger.clock, 'due');
    try {
      const region = await app.get(RegionService, { strict: false }).byCode(ctx, code);
      const deadlines = app.get(DeadlineRepository, { strict: false });
      const stored = await deadlines.ruleOn(ctx, region.id, ctx.clock.today());
      const { defaultReplyRule } = await import('@sunledger/shared-types');
      const overrides = await deadlines.overrides(ctx, region.id);
      const importedYears = await deadlines.years(ctx, await deadlines.newestYear(ctx));
      found = { rule: stored?.rule ?? defaultReplyRule, overrides, importedYears };
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'REGION_NOT_FOUND')) throw error;
    }
    return 0;
  });
  return found;
}

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = commands[name];
  if (!command) {
    stderr(
      `不认识命令 unknown command: ${name || '—'}。可用 available: ${Object.keys(commands).join(' ')}\n`,
    );
    process.exitCode = 2;
    return;
  }
  process.exitCode = await command(args);
}

main().catch(failStart);
