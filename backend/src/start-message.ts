import { networkInterfaces } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from './config/config';
import { toChinaIso } from './core/clock';
import type { Ctx } from './core/ctx';
import { ListPersonasService } from './features/account/list-personas.service';

/** What a person who typed `npm start` wants to read. */
export async function sayStarted(
  app: INestApplicationContext,
  config: Config,
  port: number,
  ctx: Ctx,
): Promise<void> {
  const local = `http://localhost:${port}`;
  const lines = [
    '',
    '  阳光台账 Sunledger 已启动',
    `    打开 open    ${config.publicUrl ?? local}`,
    ...lanAddresses().map((address) => `    手机 phone   http://${address}:${port}`),
    `    接口 API     ${local}/api/docs`,
    `    数据 data    ${config.database.kind === 'embedded' ? config.database.file : 'MySQL/MariaDB'}`,
    ...config.warnings.map((warning) => `    注意 note    ${warning}`),
    ...(config.demo ? await demoLines(app, ctx) : []),
    '',
    '  Ctrl-C 停止 stops',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function demoLines(app: INestApplicationContext, ctx: Ctx): Promise<string[]> {
  const { items } = await app.get(ListPersonasService, { strict: false }).run(ctx);
  const people = items.map(({ persona, name, role, unitName, regionName, describes }) => {
    const where = [regionName, unitName].filter(Boolean).join(' ');
    return `    ${persona.padEnd(15)}${name}　${role}${where ? `（${where}）` : ''}　${describes}`;
  });
  return [
    '',
    `  演示环境 demo · 业务时间 ${toChinaIso(ctx.clock.now()).slice(0, 16).replace('T', ' ')}（北京时间）`,
    '  在“我的”里一键登录 one-click sign-in:',
    ...people,
    '  重置 reset: npm run reset',
  ];
}

function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
    .slice(0, 2);
}
