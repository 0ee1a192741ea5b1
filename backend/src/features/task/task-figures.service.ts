import { Injectable } from '@nestjs/common';
import { noLights, type LightCounts, type LightDay, type UpdateCounts } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { TaskDayService } from './task-day.service';
import { TaskFiguresRepository, type SectionCounts } from './task-figures.repository';

/** How many published tasks show which light, for boards, cards and bulletins. */
@Injectable()
export class TaskFigures {
  constructor(
    private readonly figures: TaskFiguresRepository,
    private readonly days: TaskDayService,
  ) {}

  /** By the limits of today, or by others that somebody asks about. */
  async ofRegion(ctx: Ctx, regionId: number, day?: LightDay): Promise<LightCounts> {
    const limits = day ?? (await this.days.of(ctx, regionId)).light;
    return (await this.figures.ofRegion(ctx, regionId, limits)).get(regionId) ?? noLights();
  }

  /** The open tasks by how long ago they last had public progress; of one unit with what it does as a member. */
  async updates(ctx: Ctx, regionId: number, unitId?: number): Promise<UpdateCounts> {
    const { light } = await this.days.of(ctx, regionId);
    return this.figures.updates(ctx, regionId, unitId, light);
  }

  /** By unit id, with the tasks a unit answers for as a member of a collective unit. */
  async ofUnits(ctx: Ctx, regionId: number): Promise<Map<number, LightCounts>> {
    const { light } = await this.days.of(ctx, regionId);
    return this.figures.ofUnits(ctx, regionId, light);
  }

  /** One unit's, with what it answers for as a member of a collective unit. */
  async ofUnit(ctx: Ctx, regionId: number, unitId: number): Promise<LightCounts> {
    const { light } = await this.days.of(ctx, regionId);
    return (await this.figures.ofUnit(ctx, regionId, unitId, light)).get(unitId) ?? noLights();
  }

  /** The sections of the newest year's plans in the order of the paper. */
  async ofSections(ctx: Ctx, regionId: number): Promise<SectionCounts[]> {
    const { light } = await this.days.of(ctx, regionId);
    return this.figures.ofSections(ctx, regionId, light);
  }

  countByRegion(ctx: Ctx, regionIds: readonly number[]): Promise<Map<number, number>> {
    return this.figures.countByRegion(ctx, regionIds);
  }
}
