import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { regionEndpoints } from '@sunledger/shared-types';
import { CLOCK, type Clock } from '../core/clock';
import { systemCtx, type Ctx } from '../core/ctx';
import { AppError } from '../core/errors/app-error';
import { FoundRegionService } from '../features/invitation/found-region.service';
import type { IssuedInvitation } from '../features/invitation/invite-staff.service';

export interface FoundIo {
  stdout(text: string): void;
  stderr(text: string): void;
}

const USAGE =
  '用法：npm run found -- --region 代码 --name 名称 [--kind 县|区|市|功能区] [--office 政务公开办名称] [--filing 备案编号] [--json]\n' +
  '      npm run found -- --region 代码 --new-code   首个邀请码过期或丢失时重发\n';

type App = Pick<INestApplicationContext, 'get'>;

interface Answer {
  readonly region: string;
  readonly office: { readonly secret: string; readonly expiresAt: string };
  /** The first administrator of the deployment; null when there is one. */
  readonly admin: { readonly secret: string; readonly expiresAt: string } | null;
}

/**
 * `npm run found`: the first region and its disclosure office in an empty database, with the codes by which
 * the first person of the office and the first administrator join in the mini-program.
 * @returns the exit status: 0 done, 1 refused (it exists), 2 unusable input
 */
export async function runFound(args: readonly string[], io: FoundIo, app: App): Promise<number> {
  const words = read(args);
  if (typeof words === 'string') return unusable(io, words);
  const ctx = systemCtx(app.get<Clock>(CLOCK, { strict: false }), 'found');
  const service = app.get(FoundRegionService, { strict: false });
  try {
    const answer = words['new-code']
      ? await renewed(ctx, service, words.region ?? '')
      : await founded(ctx, service, words);
    if (typeof answer === 'string') return unusable(io, answer);
    if (answer === null) {
      io.stderr('这个地区的政务公开办已有人在岗，请由系统管理员邀请。The office has people already.\n');
      return 1;
    }
    io.stdout(words.json ? `${JSON.stringify(answer)}\n` : readable(answer));
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    io.stderr(`${error.message}\n`);
    return error.code === 'REGION_NOT_FOUND' ? 2 : 1;
  }
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        region: { type: 'string' },
        name: { type: 'string' },
        kind: { type: 'string' },
        office: { type: 'string' },
        filing: { type: 'string' },
        'new-code': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  }
}

function unusable(io: FoundIo, problem: string): number {
  io.stderr(`${problem}\n${USAGE}`);
  return 2;
}

async function founded(
  ctx: Ctx,
  service: FoundRegionService,
  words: { region?: string; name?: string; kind?: string; office?: string; filing?: string },
): Promise<Answer | string> {
  const parsed = regionEndpoints.found.input.safeParse({
    code: words.region,
    name: words.name,
    ...(words.kind === undefined ? {} : { kind: words.kind }),
    ...(words.office === undefined ? {} : { officeName: words.office }),
    ...(words.filing === undefined ? {} : { filingNumber: words.filing }),
  });
  if (!parsed.success) return parsed.error.issues.map((issue) => issue.message).join('；');
  const { code, secret, expiresAt } = await service.run(ctx, parsed.data);
  return { region: code, office: { secret, expiresAt }, admin: plain(await service.firstAdmin(ctx, code)) };
}

async function renewed(ctx: Ctx, service: FoundRegionService, code: string): Promise<Answer | null> {
  const office = plain(await service.again(ctx, code));
  return office && { region: code, office, admin: plain(await service.firstAdmin(ctx, code)) };
}

const plain = (issued: IssuedInvitation | null): Answer['office'] | null =>
  issued && { secret: issued.secret, expiresAt: issued.expiresAt };

function readable({ region, office, admin }: Answer): string {
  const until = (at: string): string => at.slice(0, 10);
  return [
    `地区 ${region} 已就绪。下面的邀请码只显示这一次，各用一次：`,
    `  政务公开办  ${office.secret}（${until(office.expiresAt)} 前有效）`,
    ...(admin ? [`  系统管理员  ${admin.secret}（${until(admin.expiresAt)} 前有效）`] : []),
    '请当面或打电话交给本人：在小程序“我的 · 我有邀请码”里填写，即可上岗。',
    '',
  ].join('\n');
}
