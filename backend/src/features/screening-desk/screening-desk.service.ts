import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, OutputOf, ScreeningItem } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { membershipsIn, requireActor, requireMembership } from '../../core/policy/membership';
import { AttachmentService } from '../attachment/attachment.service';
import { RegionService } from '../region/region.service';
import { ScreeningService } from '../screening/screening.service';
import { ScreeningDeskRepository, type DeskScope, type WaitingRow } from './screening-desk.repository';

type Endpoints = typeof endpoints.screening;

/** 内容核对: what WeChat doubts is decided by a person of the unit or of the office, message or photo. */
@Injectable()
export class ScreeningDeskService {
  constructor(
    private readonly regions: RegionService,
    private readonly screening: ScreeningService,
    private readonly attachments: AttachmentService,
    private readonly desk: ScreeningDeskRepository,
  ) {}

  async list(ctx: Ctx, input: InputOf<Endpoints['list']>): Promise<OutputOf<Endpoints['list']>> {
    const scope = await this.scopeOf(ctx, input.code);
    const { items, nextCursor } = await this.desk.waiting(ctx, scope, input);
    const pictures = items.flatMap(({ photo }) => photo?.attachmentId ?? []);
    const files = await this.attachments.byIds(ctx, pictures);
    return {
      items: items.flatMap((row) => itemOf(row, files)),
      nextCursor,
      waiting: await this.desk.count(ctx, scope),
    };
  }

  async decidePhoto(ctx: Ctx, input: InputOf<Endpoints['decidePhoto']>): Promise<{ done: true }> {
    const { id, publish, note } = input;
    const { accountId } = requireActor(ctx);
    const picture = await this.desk.picture(ctx, id);
    if (!picture) throw new AppError('ATTACHMENT_NOT_FOUND');
    const { regionId, unitId, submittedBy, uploadedBy } = picture;
    requireMembership(ctx, {
      regionId,
      unitId,
      roles: ['reviewer', 'office'],
      notFound: 'ATTACHMENT_NOT_FOUND',
    });
    if ([submittedBy, uploadedBy].includes(accountId)) throw new AppError('SCREENING_OWN');
    await this.screening.decide(ctx, { kind: 'attachment', id }, { publish, by: accountId, note });
    return { done: true };
  }

  private async scopeOf(ctx: Ctx, code: string): Promise<DeskScope> {
    const { id: regionId } = await this.regions.byCode(ctx, code);
    const roles = ['reviewer', 'office'] as const;
    requireMembership(ctx, { regionId, roles, notFound: 'REGION_NOT_FOUND' });
    const own = membershipsIn(ctx, regionId, roles);
    const everywhere = own.some((membership) => membership.role === 'office');
    const unitIds = everywhere ? null : own.flatMap((membership) => membership.unitId ?? []);
    return { regionId, unitIds, notBy: requireActor(ctx).accountId };
  }
}

function itemOf(
  { photo, ...row }: WaitingRow,
  files: Awaited<ReturnType<AttachmentService['byIds']>>,
): ScreeningItem[] {
  if (!photo) return [{ ...row, kind: 'message', photo: null }];
  const { attachmentId, ...place } = photo;
  const attachment = files.get(attachmentId);
  return attachment ? [{ ...row, kind: 'photo', photo: { ...place, attachment } }] : [];
}
