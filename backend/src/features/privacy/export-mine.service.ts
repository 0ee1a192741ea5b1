import { Injectable } from '@nestjs/common';
import { toChinaIso } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { PersonalData } from '../../core/personal-data';
import { requireActor } from '../../core/policy/membership';

/** 个人信息保护法 第四十五条: everything of one's own, in one file, as every feature that holds some tells it. */
@Injectable()
export class ExportMineService {
  constructor(private readonly personalData: PersonalData) {}

  async run(ctx: Ctx): Promise<Record<string, unknown>> {
    const { accountId } = requireActor(ctx);
    const file: Record<string, unknown> = { exportedAt: toChinaIso(ctx.clock.now()) };
    for (const part of this.personalData.parts) file[part.name] = await part.read(ctx, accountId);
    return file;
  }
}
