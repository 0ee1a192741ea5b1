import type { Ctx } from '../../backend/src/core/ctx';
import { UnitOfWork, type CtxInTx } from '../../backend/src/core/db/unit-of-work';
import { startApp, type TestApp } from '../support/app';

/** What 300 people do at once, straight through the unit of work. */
describe('the unit of work under load', () => {
  let app: TestApp;
  let uow: UnitOfWork;
  let ctx: Ctx;

  beforeAll(async () => {
    app = await startApp();
    uow = app.get(UnitOfWork);
    ctx = app.ctx();
  });

  afterAll(() => app.stop());

  const add = (unit: CtxInTx, name: string) =>
    unit.tx.query('INSERT INTO account (display_name, created_at) VALUES (?, ?)', [name, unit.clock.now()]);
  const names = async (prefix: string) => {
    const rows = await app.database.read('SELECT display_name FROM account WHERE display_name LIKE ?', [
      `${prefix}%`,
    ]);
    return rows.map((row) => String(row.display_name)).sort();
  };
  const pause = () => new Promise((resolve) => setImmediate(resolve));

  it('loses and adds nothing in 300 concurrent units of which every third rolls back', async () => {
    const attempts = Array.from({ length: 300 }, (_, at) =>
      uow.run(ctx, async (unit) => {
        await add(unit, `load-${at}-a`);
        await pause();
        await add(unit, `load-${at}-b`);
        if (at % 3 === 0) throw new Error('undo');
        return at;
      }),
    );
    const reads = Array.from({ length: 100 }, () => names('load-'));
    const outcomes = await Promise.allSettled(attempts);
    const kept = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(kept).toHaveLength(200);
    expect(await names('load-')).toEqual(kept.flatMap((at) => [`load-${at}-a`, `load-${at}-b`]).sort());
    // No reader ever saw half a unit.
    for (const seen of await Promise.all(reads)) expect(seen.length % 2).toBe(0);
  });

  it('counts to 100 when 100 units read and add one', async () => {
    await uow.run(ctx, (unit) => add(unit, 'counter-0'));
    const addOne = () =>
      uow.run(ctx, async (unit) => {
        const sql = 'SELECT id, display_name FROM account WHERE display_name LIKE ?';
        const lock = app.database.dialect === 'mysql' ? ' FOR UPDATE' : '';
        const rows: unknown = await unit.tx.query(sql + lock, ['counter-%']);
        const [row] = rows as { id: number; display_name: string }[];
        if (!row) throw new Error('the counter is gone');
        await pause();
        const next = Number(row.display_name.slice(8)) + 1;
        await unit.tx.query('UPDATE account SET display_name = ? WHERE id = ?', [`counter-${next}`, row.id]);
      });
    await Promise.all(Array.from({ length: 100 }, addOne));
    expect(await names('counter-')).toEqual(['counter-100']);
  });

  it('“Retry a whole transaction on deadlock”: again when the database chooses it as the victim', async () => {
    await uow.run(ctx, async (unit) => {
      await add(unit, 'deadlock-1');
      await add(unit, 'deadlock-2');
    });
    const touch = async (unit: CtxInTx, name: string) =>
      unit.tx.query('UPDATE account SET phone_enc = ? WHERE display_name = ?', [unit.requestId, name]);
    let runs = 0;
    const crossing = (first: string, second: string) =>
      uow.run(ctx, async (unit) => {
        runs += 1;
        await touch(unit, first);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await touch(unit, second);
      });
    await Promise.all([crossing('deadlock-1', 'deadlock-2'), crossing('deadlock-2', 'deadlock-1')]);
    expect(runs).toBeGreaterThanOrEqual(2);
  });

  it.each(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT'])(
    '“Retry a whole transaction on deadlock or certification failure (MySQL 1213, 1205)”: %s',
    async (code) => {
      let runs = 0;
      await uow.run(ctx, async (unit) => {
        await add(unit, `again-${code}`);
        runs += 1;
        if (runs < 3) throw Object.assign(new Error('the database chose this one'), { code });
      });
      expect([runs, await names(`again-${code}`)]).toEqual([3, [`again-${code}`]]);
    },
  );

  it('joins a unit that is running: the inner one is undone with the outer', async () => {
    const outer = uow.run(ctx, async (unit) => {
      await uow.run(unit, (inner) => add(inner, 'joined'));
      throw new Error('undo');
    });
    await expect(outer).rejects.toThrow('undo');
    expect(await names('joined')).toEqual([]);
  });

  it('refuses a query outside the running unit', async () => {
    const readOutside = uow.run(ctx, async () => app.database.read('SELECT 1', []));
    await expect(readOutside).rejects.toThrow('outside the current unit of work');
    const unitOutside = uow.run(ctx, () => uow.run(ctx, (unit) => add(unit, 'outside')));
    await expect(unitOutside).rejects.toThrow('outside the current unit of work');
    expect(await names('outside')).toEqual([]);
    // The database goes on serving.
    await uow.run(ctx, (unit) => add(unit, 'afterwards'));
    expect(await names('afterwards')).toEqual(['afterwards']);
  });
});
