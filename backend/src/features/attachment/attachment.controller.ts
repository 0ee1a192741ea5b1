import { Controller, Res, StreamableFile } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { FastifyReply } from 'fastify';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { OpenAttachmentService } from './open-attachment.service';
import { OwnAttachmentService } from './own-attachment.service';

@Controller()
export class AttachmentController {
  constructor(
    private readonly ownAttachment: OwnAttachmentService,
    private readonly openAttachment: OpenAttachmentService,
  ) {}

  @Route(endpoints.attachment.get)
  get(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.attachment.get>) {
    return this.ownAttachment.show(ctx, input.id);
  }

  @Route(endpoints.attachment.remove)
  remove(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.attachment.remove>) {
    return this.ownAttachment.remove(ctx, input.id);
  }

  @Route(endpoints.attachment.content)
  async content(
    @ContextParam() ctx: Ctx,
    @Input() input: InputOf<typeof endpoints.attachment.content>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { content, headers } = await this.openAttachment.run(ctx, input);
    reply.headers(headers);
    return new StreamableFile(content);
  }
}
