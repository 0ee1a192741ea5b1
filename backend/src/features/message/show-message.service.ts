import { Inject, Injectable } from '@nestjs/common';
import type { MessageDetail } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { Ctx } from '../../core/ctx';
import type { Row } from '../../core/db/database';
import { flagOf, jsonOf, numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';
import { DeadlineService } from '../deadline/deadline.service';
import type { EventFacts } from './event-chain';
import { ScreeningService } from '../screening/screening.service';
import { openField } from '../../core/field-cipher';
import { queryCodeOf } from './query-code';
import { MessageDesk, type Surroundings } from './message-desk.service';
import { messageDetailOf } from './message-detail.mapper';
import { lookBy, type Audience } from './message.mapper';
import { isInCharge, movesOf, type Standing } from './message.policy';
import { MessageReadRepository } from './message-read.repository';

export const PHONE_LABEL = 'message.contactPhone';

/** The detail of a message as the caller may see it. */
@Injectable()
export class ShowMessageService {
  constructor(
    private readonly desk: MessageDesk,
    private readonly reads: MessageReadRepository,
    private readonly deadlines: DeadlineService,
    private readonly screening: ScreeningService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'fieldKey'>,
  ) {}

  async run(ctx: Ctx, id: number): Promise<MessageDetail> {
    const found = await this.desk.read(ctx, id);
    return this.detail(ctx, id, found, found.standings);
  }

  /** After a move: once more through the eyes that made it, though the message may lie elsewhere now. */
  async afterMove(ctx: Ctx, id: number, standings: ReadonlySet<Standing>): Promise<MessageDetail> {
    return this.detail(ctx, id, await this.desk.surroundings(ctx, id), standings);
  }

  private async detail(
    ctx: Ctx,
    id: number,
    { row, message, facts, followers }: Surroundings,
    standings: ReadonlySet<Standing>,
  ): Promise<MessageDetail> {
    const audience = audienceOf(standings);
    const calendar =
      row.result === 'open' ? await this.deadlines.calendarOf(ctx, numberOf(row.region_id)) : null;
    const events = await this.reads.events(ctx, id);
    const together =
      audience === 'staff'
        ? { leader: await this.reads.leader(ctx, numberOrNull(row.merged_into)), followers }
        : { leader: null, followers: [] };
    return messageDetailOf(
      {
        row,
        events,
        replies: await this.reads.replies(ctx, id),
        rounds: await this.reads.rounds(ctx, numberOf(row.region_id), roundsIn(events)),
        together,
        claimStale: facts.claimStale,
        moves: movesOf(ctx.actor, message, facts),
        contactPhone: this.phone(row, audience),
        queryCode: this.queryCode(row, audience),
        publication: await this.publication(ctx, row, audience),
        viewerId: ctx.actor?.accountId ?? null,
      },
      { ...lookBy(ctx), audience, calendarOf: () => calendar },
    );
  }

  /** Author and staff are told why a question that was meant for the public is not there. */
  private async publication(ctx: Ctx, row: Row, audience: Audience): Promise<MessageDetail['publication']> {
    const told = audience === 'author' || audience === 'staff';
    if (!told || !flagOf(row.public_wanted) || flagOf(row.public_shown)) return null;
    const found = await this.screening.find(ctx, { kind: 'message', id: numberOf(row.id) });
    if (!found || found.state === 'pass' || found.state === 'allowed') return null;
    const withheld = found.state === 'refused';
    return { state: withheld ? 'withheld' : 'checking', reason: withheld ? found.note : null };
  }

  private queryCode(row: Row, audience: Audience): string | null {
    const nonce = textOrNull(row.query_nonce);
    if (nonce === null || audience !== 'author') return null;
    return queryCodeOf(this.config.fieldKey, textOfRow(row.number), nonce);
  }

  private phone(row: Row, audience: Audience): string | null {
    const sealed = textOrNull(row.contact_phone);
    if (sealed === null || (audience !== 'author' && audience !== 'staff')) return null;
    return openField(this.config.fieldKey, PHONE_LABEL, sealed);
  }
}

/** The receipt numbers of what came after the answer, as the steps name them. */
const roundsIn = (events: readonly Row[]): string[] =>
  events.flatMap((event) => {
    const { followUp, rework, reopened } = jsonOf<EventFacts>(event.facts);
    return [followUp, rework, reopened].filter((number) => typeof number === 'string');
  });

/** Those in charge see everything, an official the text without contact data, everybody else what is public. */
export function audienceOf(standings: ReadonlySet<Standing>): Audience {
  if (standings.has('author')) return 'author';
  if (isInCharge(standings)) return 'staff';
  return standings.has('official') ? 'official' : 'public';
}
