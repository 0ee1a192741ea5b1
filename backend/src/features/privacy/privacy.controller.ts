import { Controller, Header } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { EraseAccountService } from './erase-account.service';
import { ExportMineService } from './export-mine.service';
import { PrivacyGuideService } from './privacy-guide.service';

@Controller()
export class PrivacyController {
  constructor(
    private readonly exportOwn: ExportMineService,
    private readonly eraseAccount: EraseAccountService,
    private readonly privacyGuide: PrivacyGuideService,
  ) {}

  @Route(endpoints.privacy.exportMine)
  @Header('content-disposition', 'attachment; filename="my-data.json"')
  exportMine(@ContextParam() ctx: Ctx) {
    return this.exportOwn.run(ctx);
  }

  @Route(endpoints.privacy.previewErasure)
  previewErasure(@ContextParam() ctx: Ctx) {
    return this.eraseAccount.preview(ctx);
  }

  @Route(endpoints.privacy.erase)
  erase(@ContextParam() ctx: Ctx) {
    return this.eraseAccount.run(ctx);
  }

  @Route(endpoints.privacy.guide)
  guide(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.privacy.guide>) {
    return this.privacyGuide.run(ctx, input.code);
  }
}
