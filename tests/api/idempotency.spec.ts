import { rmSync } from 'node:fs';
import { Controller, Global, Injectable, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { defineEndpoint, Id, type InputOf } from '@sunledger/shared-types';
import * as z from 'zod/mini';
import { CoreModule } from '../../backend/src/core/core.module';
import type { Actor, Ctx } from '../../backend/src/core/ctx';
import { BaseRepository } from '../../backend/src/core/db/base.repository';
import { UnitOfWork } from '../../backend/src/core/db/unit-of-work';
import { AppError } from '../../backend/src/core/errors/app-error';
import { ActorSource } from '../../backend/src/core/http/actor-source';
import { createServer } from '../../backend/src/core/http/http-server';
import { RemoteFiles } from '../../backend/src/core/http/remote-files';
import { ContextParam, Input, Route } from '../../backend/src/core/http/route.decorator';
import { ApiClient, type Person } from '../support/api-client';
import { listenLocally, openTestLedger, type TestLedger } from '../support/app';

const notes = {
  write: defineEndpoint({
    method: 'POST',
    path: '/notes/:place',
    permission: 'account',
    summary: '写便笺',
    input: z.object({ place: Id, text: z.string(), fail: z.optional(z.boolean()) }),
    output: z.object({ id: z.number(), text: z.string(), more: z.nullable(z.string()) }),
    status: 201,
  }),
};

@Injectable()
class NoteRepository extends BaseRepository {
  async insert(ctx: Ctx, text: string): Promise<number> {
    await this.execute(ctx, 'INSERT INTO account (display_name, created_at) VALUES (?, ?)', [
      text,
      ctx.clock.now(),
    ]);
    const row = await this.row(ctx, 'SELECT MAX(id) AS id FROM account');
    return Number(row?.id);
  }
}

let runs = 0;

@Controller()
class NoteController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly repository: NoteRepository,
  ) {}

  @Route(notes.write)
  write(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof notes.write>) {
    return this.uow.run(ctx, async (ctx) => {
      runs += 1;
      const id = await this.repository.insert(ctx, input.text);
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (input.fail) throw new AppError('TASK_NOT_FOUND');
      return { id, text: input.text, more: null, hidden: 'not in the contract' };
    });
  }
}

@Injectable()
class NumberedActors extends ActorSource {
  override async actorOf(token: string): Promise<Actor | null> {
    return { accountId: Number(token), name: token, phoneVerified: false, memberships: [] };
  }
}

@Injectable()
class NoFiles extends RemoteFiles {
  override open(): Promise<never> {
    return Promise.reject(new AppError('UPLOAD_NOT_FOUND'));
  }
}

/** What core leaves to features and adapters. */
@Global()
@Module({
  providers: [
    { provide: ActorSource, useClass: NumberedActors },
    { provide: RemoteFiles, useClass: NoFiles },
  ],
  exports: [ActorSource, RemoteFiles],
})
class OutsideCoreModule {}

describe('an unsafe request with an Idempotency-Key', () => {
  let ledger: TestLedger;
  let nest: NestFastifyApplication;
  let api: ApiClient;

  beforeAll(async () => {
    ledger = await openTestLedger();
    const endpoints = Object.values(notes);
    const module = {
      module: class NotesModule {},
      imports: [CoreModule.with({ ...ledger, endpoints }), OutsideCoreModule],
      controllers: [NoteController],
      providers: [NoteRepository],
    };
    nest = await createServer({ ...ledger, module, logger: false });
    api = new ApiClient(await listenLocally(nest));
  });

  afterAll(async () => {
    await nest.close();
    await ledger.database.close();
    rmSync(ledger.folder, { recursive: true, force: true });
  });

  beforeEach(() => {
    runs = 0;
  });

  const one: Person = { accessToken: '1' };
  const two: Person = { accessToken: '2' };
  const write = (text: string, idempotencyKey?: string, as: Person = one, fail?: boolean) =>
    api.call(notes.write, { place: 1, text, fail }, { as, ...(idempotencyKey ? { idempotencyKey } : {}) });
  const stored = async (text: string) => {
    const rows = await ledger.database.read('SELECT COUNT(*) AS n FROM account WHERE display_name = ?', [
      text,
    ]);
    return Number(rows[0]?.n);
  };

  it('has one effect and the same answer, however often it is sent', async () => {
    const first = await write('once', 'key-once-1');
    const again = await write('once', 'key-once-1');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(first.body).toEqual({ id: first.body.id, text: 'once', more: null });
    expect([first, again].map((each) => each.headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect([runs, await stored('once')]).toEqual([1, 1]);
  });

  it('keeps no answer in clear', async () => {
    await write('nobody else reads this', 'key-sealed-1');
    const [row] = await ledger.database.read('SELECT response FROM idempotency_key WHERE request_key = ?', [
      'key-sealed-1',
    ]);
    expect(row?.response).toMatch(/^1\.[\w-]+$/);
    expect((await write('nobody else reads this', 'key-sealed-1')).body.text).toBe('nobody else reads this');
  });

  it('has one effect when 30 arrive at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => write('burst', 'key-burst-1')));
    expect(new Set(answers.map((each) => `${each.status} ${JSON.stringify(each.body)}`)).size).toBe(1);
    expect(await stored('burst')).toBe(1);
  });

  it('is refused when the body or the address is another one', async () => {
    await write('mine', 'key-body-1');
    const other = await write('theirs', 'key-body-1');
    expect([other.status, other.error.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
    const elsewhere = await api.call(
      notes.write,
      { place: 2, text: 'mine' },
      { as: one, idempotencyKey: 'key-body-1' },
    );
    expect(elsewhere.error.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await stored('theirs')).toBe(0);
  });

  it('belongs to its account', async () => {
    const [mine, yours] = [await write('shared', 'key-shared-1'), await write('shared', 'key-shared-1', two)];
    expect(mine.body.id).not.toBe(yours.body.id);
    expect(await stored('shared')).toBe(2);
  });

  it('leaves nothing behind when it is refused, so that it may be sent again', async () => {
    const refused = await write('refused', 'key-refused-1', one, true);
    expect([refused.status, await stored('refused')]).toEqual([404, 0]);
    const corrected = await write('refused', 'key-refused-1');
    expect([corrected.status, await stored('refused')]).toEqual([201, 1]);
  });

  it('must look like a key', async () => {
    for (const key of ['short', 'x'.repeat(101), 'with spaces in it']) {
      expect((await write('bad', key)).error.code).toBe('IDEMPOTENCY_KEY_INVALID');
    }
    expect(await stored('bad')).toBe(0);
  });

  describe('whose connection breaks', () => {
    afterEach(() => jest.restoreAllMocks());

    /** The first transaction loses its connection, before or after the database has committed. */
    const breakOnce = (when: 'before' | 'after'): void => {
      const { dataSource } = ledger.database;
      const transaction = dataSource.transaction.bind(dataSource) as (work: unknown) => Promise<unknown>;
      const lost = Object.assign(new Error('connection lost'), { code: 'PROTOCOL_CONNECTION_LOST' });
      jest.spyOn(dataSource, 'transaction').mockImplementationOnce(async (work: unknown) => {
        if (when === 'after') await transaction(work);
        throw lost;
      });
    };

    it('is done when nothing was stored', async () => {
      breakOnce('before');
      const answer = await write('broken before', 'key-broken-1');
      expect([answer.status, answer.headers.get('idempotency-replayed')]).toEqual([201, null]);
      expect([runs, await stored('broken before')]).toEqual([1, 1]);
    });

    it('is answered by its key when the commit had happened', async () => {
      breakOnce('after');
      const answer = await write('broken after', 'key-broken-2');
      expect([answer.status, answer.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
      expect(answer.body.text).toBe('broken after');
      expect(await stored('broken after')).toBe(1);
    });

    it('is not tried again without a key, because nobody can tell what happened', async () => {
      breakOnce('after');
      const answer = await write('broken without key');
      expect([answer.status, answer.error.code]).toEqual([503, 'UNAVAILABLE']);
      expect(await stored('broken without key')).toBe(1);
    });
  });

  it('is not needed: without a key each request has its effect', async () => {
    await Promise.all([write('free'), write('free')]);
    expect(await stored('free')).toBe(2);
  });
});

describe('a server whose routes and contract differ', () => {
  let ledger: TestLedger;

  beforeAll(async () => {
    ledger = await openTestLedger({}, '_routes');
  });

  afterAll(async () => {
    await ledger.database.close();
    rmSync(ledger.folder, { recursive: true, force: true });
  });

  const start = async (controllers: never[] | [typeof NoteController], endpoints: (typeof notes.write)[]) => {
    const module = {
      module: class Differing {},
      imports: [CoreModule.with({ ...ledger, endpoints }), OutsideCoreModule],
      controllers,
      providers: [NoteRepository],
    };
    const nest = await createServer({ ...ledger, module, logger: false });
    await nest.init().finally(() => nest.close());
  };

  it('does not start without a route for an endpoint', async () => {
    await expect(start([], [notes.write])).rejects.toThrow('POST /notes/:place has 0 routes');
  });

  it('does not start with a route outside the contract', async () => {
    await expect(start([NoteController], [])).rejects.toThrow('POST /notes/:place is not in the contract');
  });
});
