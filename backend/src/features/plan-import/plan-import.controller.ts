import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Upload } from '../../core/http/api-request';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route, UploadParam } from '../../core/http/route.decorator';
import { SaveImportService } from './save-import.service';
import { ShowImportService } from './show-import.service';
import { UploadImportService } from './upload-import.service';

@Controller()
export class PlanImportController {
  constructor(
    private readonly uploadImport: UploadImportService,
    private readonly showImport: ShowImportService,
    private readonly saveImport: SaveImportService,
  ) {}

  @Route(endpoints.planImport.upload)
  upload(
    @ContextParam() ctx: Ctx,
    @Input() input: InputOf<typeof endpoints.planImport.upload>,
    @UploadParam() upload: Upload,
  ) {
    return this.uploadImport.run(ctx, input, upload);
  }

  @Route(endpoints.planImport.get)
  get(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.planImport.get>) {
    return this.showImport.run(ctx, input.id);
  }

  @Route(endpoints.planImport.save)
  save(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.planImport.save>) {
    return this.saveImport.run(ctx, input);
  }
}
