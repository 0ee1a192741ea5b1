import { Inject, Injectable } from '@nestjs/common';
import type { endpoints, InputOf, MessageDetail, MessageProgress } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { GuessLimiter } from '../../core/guesses/guess-limiter';
import { requireActor } from '../../core/policy/membership';
import { ExplainDueService } from './explain-due.service';
import { maskPersonalData } from '../../core/masking/mask-personal-data';
import { MessageDesk } from './message-desk.service';
import { MessageQueryRepository } from './message-query.repository';
import { newQueryKey, queryHash, tidyCode, tidyNumber } from './query-code';
import { ShowMessageService } from './show-message.service';

/** Guesses at one number in a minute, whoever makes them; ten digits then take thousands of years. */
const TRIES_PER_MINUTE = 20;

/** The way of a message for whoever holds its number and query code, without signing in. */
@Injectable()
export class LookUpMessageService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly guesses: GuessLimiter,
    private readonly queries: MessageQueryRepository,
    private readonly desk: MessageDesk,
    private readonly show: ShowMessageService,
    private readonly explainDue: ExplainDueService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'fieldKey'>,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.message.lookup>): Promise<MessageProgress> {
    const number = tidyNumber(input.number);
    // A number that nobody has is counted like one that exists.
    await this.guesses.take(ctx, `lookup:${number}`, TRIES_PER_MINUTE);
    const hash = queryHash(this.config.fieldKey, number, tidyCode(input.code));
    const id = await this.queries.idOf(ctx, hash);
    if (id === null) throw new AppError('LOOKUP_NOT_FOUND');
    const found = await this.show.afterMove({ ...ctx, actor: null }, id, new Set(['author']));
    const due = found.clock === 'running' || found.clock === 'paused' || found.clock === 'overdue';
    return {
      ...progressOf(found, number),
      due: due ? await this.explainDue.ofSurroundings(ctx, await this.desk.surroundings(ctx, id)) : null,
    };
  }

  /** A new code for one's own message; the one before no longer opens it. */
  renew(ctx: Ctx, id: number): Promise<MessageDetail> {
    const { accountId } = requireActor(ctx);
    return this.uow.run(ctx, async (ctx) => {
      const { row, message, standings } = await this.desk.read(ctx, id);
      if (message.authorId !== accountId || row.text === null) throw new AppError('MESSAGE_NOT_FOUND');
      await this.queries.set(ctx, id, newQueryKey(this.config.fieldKey, String(row.number)));
      return this.show.afterMove(ctx, id, standings);
    });
  }
}

/** The author's view without contact data: a slip of paper may be found by somebody else. */
function progressOf(found: MessageDetail, number: string): Omit<MessageProgress, 'due'> {
  const names = found.authorName === '网友' ? [] : [found.authorName];
  return { ...found, number, text: maskPersonalData(found.text, { names }) };
}
