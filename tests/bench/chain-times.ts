import { Retention } from '../../backend/src/core/retention/retention';
import { MakeAnchorsService } from '../../backend/src/features/anchor/make-anchors.service';
import type { ChainAnchor } from '../../backend/src/features/message/chain-anchor';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { RegionService } from '../../backend/src/features/region/region.service';
import type { TestApp } from '../support/app';

/** What walks over every message of a region, with the memory that it takes. */
export interface ChainTime {
  readonly what: string;
  readonly items: number;
  readonly milliseconds: number;
  /** Highest memory above what it was before, in bytes: what streams does not grow with the items. */
  readonly memory: number;
}

const REGION = 'bench-aa';

/** Over the messages of one region of the sweep's database; the last line is over the whole of it. */
export async function chainTimes(app: TestApp, say: (line: string) => void): Promise<ChainTime[]> {
  const ctx = app.ctx();
  const verification = app.get(ChainVerificationService);
  const region = await app.get(RegionService).byCode(ctx, REGION);
  const times: ChainTime[] = [];
  const measure = async (what: string, work: () => Promise<number>): Promise<void> => {
    say(what);
    times.push({ what, ...(await measured(work)) });
  };
  let anchor: ChainAnchor | null = null;
  const verify = async (options: { anchor?: ChainAnchor; keepAnchor?: boolean } = {}): Promise<number> => {
    const report = await verification.run(ctx, { region: REGION, ...options });
    if (report.firstFault) throw new Error(`chain of ${report.firstFault.number}: ${report.firstFault.what}`);
    anchor = report.anchor ?? anchor;
    return report.messages;
  };
  const makeAnchor = async (): Promise<number> => {
    await app.get(MakeAnchorsService).ofRegion(ctx, region);
    const [row] = await app.database.read(
      'SELECT messages FROM chain_anchor WHERE region_id = ? ORDER BY id DESC LIMIT 1',
      [region.id],
    );
    return Number(row?.messages);
  };
  await measure('核对 verify', verify);
  await measure('核对并留存 verify --write-anchor', () => verify({ keepAnchor: true }));
  const kept = anchor;
  if (kept) await measure('对照留存核对 verify --anchor', () => verify({ anchor: kept }));
  await measure('每日存证，第一天 daily anchor, the first', makeAnchor);
  app.clock.advance(24 * 3600_000);
  await measure('每日存证，次日 daily anchor, the next', makeAnchor);
  await measure('保存期限试算 retention --dry-run', async () => {
    await app.get(Retention).run(ctx, { dryRun: true });
    const [row] = await app.database.read('SELECT COUNT(*) AS n FROM message', []);
    return Number(row?.n);
  });
  return times;
}

async function measured(work: () => Promise<number>): Promise<Omit<ChainTime, 'what'>> {
  const before = process.memoryUsage().rss;
  let highest = before;
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 50);
  const from = process.hrtime.bigint();
  try {
    const items = await work();
    return {
      items,
      milliseconds: Number(process.hrtime.bigint() - from) / 1e6,
      memory: Math.max(highest, process.memoryUsage().rss) - before,
    };
  } finally {
    clearInterval(watch);
  }
}
