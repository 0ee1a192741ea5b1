import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { PersonalData } from '../../core/personal-data';
import { keptDigest } from './chain-texts';
import { ChainRepository } from './chain.repository';
import { EraseTextsRepository } from './erase-texts.repository';
import { maskPersonalData } from '../../core/masking/mask-personal-data';
import type { Message } from './message';
import { namesOf } from './message.mapper';
import { MessageRepository } from './message.repository';
import { MessageWorkflow } from './message.workflow';
import { ShowMessageService } from './show-message.service';
import type { StoredChain } from './verify-chain';
import { WithdrawMessageService } from './withdraw-message.service';

const BATCH = 100;
const STILL_OPEN: readonly Message['status'][] = ['open', 'asked', 'inReview'];

/**
 * A person's messages in export and erasure. Erasing takes text and salt out and appends `erased`, which
 * names the rows and what stays of them: the chain goes on verifying, and a text that was taken away by
 * somebody else is still found.
 */
@Injectable()
export class EraseMessagesService implements OnModuleInit {
  constructor(
    private readonly messages: MessageRepository,
    private readonly texts: EraseTextsRepository,
    private readonly chains: ChainRepository,
    private readonly workflow: MessageWorkflow,
    private readonly withdrawal: WithdrawMessageService,
    private readonly show: ShowMessageService,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'messages',
      read: (ctx, accountId) => this.read(ctx, accountId),
      erase: (ctx, accountId) => this.erase(ctx, accountId),
    });
  }

  counts(ctx: Ctx, accountId: number): ReturnType<EraseTextsRepository['counts']> {
    return this.texts.counts(ctx, accountId);
  }

  /** Every message as its author sees it, with its steps, answers and rating. */
  private async read(ctx: Ctx, accountId: number): Promise<unknown[]> {
    const found: unknown[] = [];
    for await (const id of this.everyId(ctx, accountId)) {
      const { moves: _moves, ...detail } = await this.show.afterMove(ctx, id, new Set(['author']));
      found.push(detail);
    }
    return found;
  }

  private async erase(ctx: CtxInTx, accountId: number): Promise<void> {
    for await (const id of this.everyId(ctx, accountId)) await this.eraseOne(ctx, id);
  }

  private async eraseOne(ctx: CtxInTx, id: number): Promise<void> {
    const message = await this.messages.find(ctx, id);
    const before = await this.chains.ofMessage(ctx, id);
    if (!message || !before) throw new AppError('MESSAGE_CHANGED');
    if (STILL_OPEN.includes(message.status)) await this.withdrawal.withdraw(ctx, message);
    const names = namesOf(message.contactName);
    await this.texts.erase(ctx, id, (text) => maskPersonalData(text, { official: true, names }));
    const after = await this.chains.ofMessage(ctx, id);
    if (!after) throw new AppError('MESSAGE_CHANGED');
    const seqs = lostRows(before, after);
    await this.workflow.record(ctx, message, {
      code: 'erased',
      at: ctx.clock.now(),
      by: 'author',
      facts: { texts: seqs.join(','), kept: keptDigest(after, seqs) },
    });
  }

  private async *everyId(ctx: Ctx, accountId: number): AsyncGenerator<number> {
    let last: number | undefined = 0;
    while (last !== undefined) {
      const ids: number[] = await this.texts.ofAuthor(ctx, accountId, last, BATCH);
      yield* ids;
      last = ids.at(-1);
    }
  }
}

/** The rows that had their text before and have it no more. */
function lostRows(before: StoredChain, after: StoredChain): number[] {
  const whole = (chain: StoredChain, row: StoredChain['rows'][number]): boolean =>
    Boolean(chain.textOf(row)?.salt);
  return before.rows
    .filter((row) => row.digest !== null && whole(before, row) && !whole(after, row))
    .map((row) => row.seq);
}
