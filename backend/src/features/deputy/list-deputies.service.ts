import { Injectable } from '@nestjs/common';
import type { Deputy, endpoints, InputOf, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { requireActor } from '../../core/policy/membership';
import { DeputyRepository } from './deputy.repository';

@Injectable()
export class ListDeputiesService {
  constructor(private readonly deputies: DeputyRepository) {}

  run(ctx: Ctx, input: InputOf<typeof endpoints.deputy.list>): Promise<Page<Deputy>> {
    return this.deputies.list(ctx, requireActor(ctx).accountId, input.side, input);
  }
}
