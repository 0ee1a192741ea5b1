import { Injectable } from '@nestjs/common';
import type { endpoints, FiguredMessage, InputOf, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { MessageRows } from '../message/message-rows.service';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import { FiguredMessagesRepository } from './figured-messages.repository';
import { periodOf } from './figured-period';

/**
 * The list behind a number of the reply figures, with exactly as many rows as the number says. The public
 * sees of a private message its kind, unit, dates and outcome, no number, text, name or link.
 */
@Injectable()
export class ListFiguredMessagesService {
  constructor(
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly figured: FiguredMessagesRepository,
    private readonly messages: MessageRows,
  ) {}

  async run(
    ctx: Ctx,
    input: InputOf<typeof endpoints.oversight.replyStatsMessages>,
  ): Promise<Page<FiguredMessage>> {
    const region = await this.regions.byCode(ctx, input.region);
    if (input.unit !== undefined) await this.units.byId(ctx, region.id, input.unit);
    const asked = {
      regionId: region.id,
      ...periodOf(input, ctx.clock.today()),
      unitId: input.unit,
      kind: input.kind,
    };
    const page = await this.figured.list(ctx, asked, input.part, {
      limit: input.limit,
      cursor: input.cursor,
    });
    const rows = await this.messages.of(ctx, region.id, page.items);
    return {
      items: page.items.map(({ id, kind, unit, receivedOn, dueOn, answeredOn, outcome, declined }) => {
        const message = rows.get(id) ?? null;
        return { kind, unit, receivedOn, dueOn, answeredOn, outcome, declined, message };
      }),
      nextCursor: page.nextCursor,
    };
  }
}
