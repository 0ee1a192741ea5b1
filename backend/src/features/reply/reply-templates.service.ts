import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, MessageKind, OutputOf, ReplyTemplate } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { membershipsIn, requireMembership } from '../../core/policy/membership';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import type { ReplyTemplateEntity } from './reply-template.entity';
import { ReplyTemplateRepository } from './reply-template.repository';

type List = typeof endpoints.message.templates;

export interface NewReplyTemplate {
  regionId: number;
  /** Null for the whole region. */
  unitId: number | null;
  /** Null for every kind. */
  kind: MessageKind | null;
  title: string;
  text: string;
}

/** Texts to start a reply from: a reviewer keeps those of the own unit, the office all of the region. */
@Injectable()
export class ReplyTemplatesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly templates: ReplyTemplateRepository,
  ) {}

  /** Those of the region and of the actor's own units; of every unit when the office asks for all. */
  async list(ctx: Ctx, input: InputOf<List>): Promise<OutputOf<List>> {
    const region = await this.regions.byCode(ctx, input.region);
    const here = membershipsIn(ctx, region.id, ['handler', 'reviewer', 'office']);
    if (here.length === 0) throw new AppError('REGION_NOT_FOUND');
    const all = input.scope === 'all' && here.some(({ role }) => role === 'office');
    const unitIds = all
      ? null
      : [...new Set(here.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))];
    const items = await this.templates.list(ctx, region.id, unitIds, input.kind);
    const editable = (unitId: number | null): boolean =>
      here.some(({ role, unitId: own }) => role === 'office' || (role === 'reviewer' && own === unitId));
    return { items: items.map((item) => ({ ...item, editable: editable(item.unit?.id ?? null) })) };
  }

  async add(ctx: Ctx, input: InputOf<typeof endpoints.message.addTemplate>): Promise<ReplyTemplate> {
    const region = await this.regions.byCode(ctx, input.region);
    const { unitId, kind, title, text } = input;
    this.requireKeeper(ctx, region.id, unitId, 'REGION_NOT_FOUND');
    if (unitId !== null) await this.units.byId(ctx, region.id, unitId);
    const id = await this.create(ctx, { regionId: region.id, unitId, kind, title, text });
    return this.shown(ctx, { id, regionId: region.id, unitId, kind, title, text });
  }

  async change(ctx: Ctx, input: InputOf<typeof endpoints.message.changeTemplate>): Promise<ReplyTemplate> {
    const { id, kind, title, text } = input;
    return this.uow.run(ctx, async (ctx) => {
      const template = await this.kept(ctx, id);
      await this.templates.update(ctx, id, { kind, title, text });
      return this.shown(ctx, { ...template, kind, title, text });
    });
  }

  delete(ctx: Ctx, id: number): Promise<{ done: true }> {
    return this.uow.run(ctx, async (ctx) => {
      await this.kept(ctx, id);
      await this.templates.delete(ctx, id);
      return { done: true };
    });
  }

  /** For demo data too. */
  create(ctx: Ctx, template: NewReplyTemplate): Promise<number> {
    return this.uow.run(ctx, (ctx) => this.templates.insert(ctx, template));
  }

  private async kept(ctx: Ctx, id: number): Promise<ReplyTemplateEntity> {
    const template = await this.templates.find(ctx, id);
    if (!template) throw new AppError('TEMPLATE_NOT_FOUND');
    this.requireKeeper(ctx, template.regionId, template.unitId, 'TEMPLATE_NOT_FOUND');
    return template;
  }

  private requireKeeper(
    ctx: Ctx,
    regionId: number,
    unitId: number | null,
    notFound: 'REGION_NOT_FOUND' | 'TEMPLATE_NOT_FOUND',
  ): void {
    const roles = unitId === null ? (['office'] as const) : (['reviewer', 'office'] as const);
    requireMembership(ctx, { regionId, roles, unitId, notFound });
  }

  private async shown(ctx: Ctx, template: ReplyTemplateEntity): Promise<ReplyTemplate> {
    const { id, title, text, kind, unitId, regionId } = template;
    const unit = unitId === null ? null : await this.units.byId(ctx, regionId, unitId);
    return { id, title, text, kind, unit: unit && { id: unit.id, name: unit.name }, editable: true };
  }
}
