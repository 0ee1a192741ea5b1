import { UnitOfWork } from '../../backend/src/core/db/unit-of-work';
import { NotDelivered, Outbox, PermanentFailure } from '../../backend/src/core/outbox/outbox';
import { OutboxRepository } from '../../backend/src/core/outbox/outbox.repository';
import { OutboxWorker } from '../../backend/src/core/outbox/outbox-worker';
import { JobLeaseRepository } from '../../backend/src/core/schedule/job-lease.repository';
import { Scheduler } from '../../backend/src/core/schedule/scheduler';
import { startApp, type TestApp } from '../support/app';

describe('the outbox', () => {
  let app: TestApp;
  let outbox: Outbox;
  let uow: UnitOfWork;
  let done: string[];

  beforeAll(async () => {
    app = await startApp();
    outbox = app.get(Outbox);
    uow = app.get(UnitOfWork);
    outbox.handle('test.work', async (_, { name }) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      done.push(String(name));
    });
    outbox.handle('test.flaky', async (_, { name }) => {
      done.push(String(name));
      if (done.length < 3) throw new Error('the network is down');
    });
    outbox.handle('test.hopeless', async () => {
      throw new PermanentFailure('RECIPIENT_GONE');
    });
  });

  afterAll(() => app.stop());

  beforeEach(() => {
    done = [];
  });

  const order = (topic: string, name: string) =>
    uow.run(app.ctx(), (ctx) => outbox.add(ctx, { topic, payload: { name }, dedupeKey: name }));
  const row = async (name: string) => {
    const rows = await app.database.read(
      'SELECT state, attempts, last_error FROM outbox WHERE dedupe_key = ?',
      [name],
    );
    return rows[0];
  };
  const worker = () => new OutboxWorker(uow, app.get(OutboxRepository), outbox, app.clock);

  it('“Claim rows with one conditional `UPDATE … SET lease_owner, lease_until WHERE … AND lease_until < now` and check the affected rows”: 60 orders once each, while four workers compete for them', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `work-${at}`);
    for (const name of names) await order('test.work', name);
    await Promise.all([1, 2, 3, 4].map(() => worker().drain()));
    expect([...done].sort()).toEqual([...names].sort());
    expect(await row('work-7')).toMatchObject({ state: 'done', attempts: 1 });
  });

  it('“give every effect a unique key”: one order of one key, and none of a unit that was undone', async () => {
    await order('test.work', 'same');
    await order('test.work', 'same');
    const undone = uow.run(app.ctx(), async (ctx) => {
      await outbox.add(ctx, { topic: 'test.work', payload: { name: 'undone' }, dedupeKey: 'undone' });
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    await worker().drain();
    expect(done).toEqual(['same']);
  });

  it('one order of one key, also when several units order it in the same moment, and none of them fails', async () => {
    await Promise.all(Array.from({ length: 8 }, () => order('test.work', 'at once')));
    await worker().drain();
    expect(done).toEqual(['at once']);
  });

  it('does nothing before its time', async () => {
    const runAt = new Date(Date.now() + 30 * 24 * 3600_000);
    await uow.run(app.ctx(), (ctx) =>
      outbox.add(ctx, { topic: 'test.work', payload: { name: 'later' }, dedupeKey: 'later', runAt }),
    );
    await worker().drain();
    expect(done).toEqual([]);
  });

  it('tries again after a failure, later each time, and remembers the kind of it only', async () => {
    await order('test.flaky', 'flaky');
    await worker().drain();
    expect(await row('flaky')).toMatchObject({ state: 'open', attempts: 1, last_error: 'Error' });
    await worker().drain();
    expect(done).toHaveLength(1);
    const soon = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_700_000);
    await worker().drain();
    soon.mockReturnValue(Date.now() + 7_400_000);
    await worker().drain();
    soon.mockRestore();
    expect(done).toHaveLength(3);
    expect(await row('flaky')).toMatchObject({ state: 'done', attempts: 3 });
  });

  it('puts what cannot succeed aside as a dead letter', async () => {
    await order('test.hopeless', 'hopeless');
    await worker().drain();
    expect(await row('hopeless')).toMatchObject({ state: 'dead', attempts: 1, last_error: 'RECIPIENT_GONE' });
  });

  describe('“A delivery that has no idempotency key of its own (WeChat) is recorded as attempted first; an unknown outcome is not sent again but shown in the app”', () => {
    let answer: () => Promise<void>;

    beforeAll(() => {
      outbox.handle(
        'test.once',
        async (_, { name }) => {
          done.push(`${String(name)} ${String((await row(String(name)))?.state)}`);
          await answer();
        },
        'once',
      );
    });

    const inAWhile = async (work: () => Promise<unknown>) => {
      const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_700_000);
      await work();
      later.mockRestore();
    };

    it('stands as attempted while it is being sent, and as done after', async () => {
      answer = () => Promise.resolve();
      await order('test.once', 'sent');
      await worker().drain();
      expect(done).toEqual(['sent attempted']);
      expect(await row('sent')).toMatchObject({ state: 'done', attempts: 1 });
    });

    it('a time-out leaves the outcome unknown: never sent again', async () => {
      answer = () => Promise.reject(new Error('timed out'));
      await order('test.once', 'timed-out');
      await worker().drain();
      await inAWhile(() => worker().drain());
      expect(done).toEqual(['timed-out attempted']);
      expect(await row('timed-out')).toMatchObject({ state: 'unknown', attempts: 1, last_error: 'Error' });
    });

    it('a process that dies while it sends leaves the outcome unknown: never sent again', async () => {
      await order('test.once', 'died');
      const repository = app.get(OutboxRepository);
      const [id = 0] = await repository.dueIds(app.ctx(), new Date(), ['test.once'], 1);
      const lease = {
        owner: 'the dead one',
        now: new Date(),
        until: new Date(Date.now() + 60_000),
        state: 'attempted',
      } as const;
      await uow.run(app.ctx(), (ctx) => repository.lease(ctx, id, lease));
      await worker().drain();
      expect(await row('died')).toMatchObject({ state: 'attempted' });
      await inAWhile(() => worker().drain());
      expect(done).toEqual([]);
      expect(await row('died')).toMatchObject({ state: 'unknown', last_error: 'PROCESS_ENDED' });
    });

    it('what surely did not arrive is tried again', async () => {
      answer = () => Promise.reject(new NotDelivered('BUSY'));
      await order('test.once', 'refused');
      await worker().drain();
      expect(await row('refused')).toMatchObject({ state: 'open', attempts: 1, last_error: 'BUSY' });
      answer = () => Promise.resolve();
      await inAWhile(() => worker().drain());
      expect(await row('refused')).toMatchObject({ state: 'done', attempts: 2 });
    });
  });

  it('takes over the order of a worker that died while it held it', async () => {
    await order('test.work', 'orphan');
    const repository = app.get(OutboxRepository);
    const [id = 0] = await repository.dueIds(app.ctx(), new Date(), ['test.work'], 1);
    await uow.run(app.ctx(), (ctx) =>
      repository.lease(ctx, id, {
        owner: 'the dead one',
        now: new Date(),
        until: new Date(Date.now() + 60_000),
        state: 'open',
      }),
    );
    await worker().drain();
    expect(done).toEqual([]);
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    await worker().drain();
    later.mockRestore();
    expect(done).toEqual(['orphan']);
  });
});

describe('scheduled jobs', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({}, '_jobs');
  });

  afterAll(() => app.stop());

  it('run in one of three processes that wake at the same time', async () => {
    let runs = 0;
    const processes = [1, 2, 3].map(() => {
      const leases = app.get(JobLeaseRepository);
      const scheduler = new Scheduler(app.get(UnitOfWork), leases, app.get(OutboxWorker), app.clock);
      scheduler.register({
        name: 'shared',
        everyMs: 60_000,
        run: async () => {
          runs += 1;
        },
      });
      return scheduler;
    });
    await Promise.all(processes.map((scheduler) => scheduler.tick()));
    expect(runs).toBe(1);
    await Promise.all(processes.map((scheduler) => scheduler.tick()));
    expect(runs).toBe(1);
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    await Promise.all(processes.map((scheduler) => scheduler.tick()));
    later.mockRestore();
    expect(runs).toBe(2);
  });
});
