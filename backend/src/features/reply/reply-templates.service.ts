import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, MessageKind, OutputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { membershipsIn } from '../../core/policy/membership';
import { RegionService } from '../region/region.service';
import { ReplyRepository } from './reply.repository';

type Endpoint = typeof endpoints.message.templates;

export interface NewReplyTemplate {
  regionId: number;
  /** Null for the whole region. */
  unitId: number | null;
  /** Null for every kind. */
  kind: MessageKind | null;
  title: string;
  text: string;
}

/** Texts to start a reply from. */
@Injectable()
export class ReplyTemplatesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly replies: ReplyRepository,
  ) {}

  /** Those of the region and of the actor's own units. */
  async list(ctx: Ctx, input: InputOf<Endpoint>): Promise<OutputOf<Endpoint>> {
    const region = await this.regions.byCode(ctx, input.region);
    const here = membershipsIn(ctx, region.id, ['handler', 'reviewer', 'office']);
    if (here.length === 0) throw new AppError('REGION_NOT_FOUND');
    const unitIds = [...new Set(here.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))];
    return { items: await this.replies.templates(ctx, region.id, unitIds, input.kind) };
  }

  /** For demo data and administration. */
  create(ctx: Ctx, template: NewReplyTemplate): Promise<number> {
    return this.uow.run(ctx, (ctx) => this.replies.insertTemplate(ctx, template));
  }
}
