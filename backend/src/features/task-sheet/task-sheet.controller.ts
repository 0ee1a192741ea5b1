import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { Upload } from '../../core/http/api-request';
import { ContextParam, Input, Route, UploadParam } from '../../core/http/route.decorator';
import { ExportTasksService } from './export-tasks.service';
import { ImportTasksService } from './import-tasks.service';

type Calls = typeof endpoints.taskSheet;

@Controller()
export class TaskSheetController {
  constructor(
    private readonly exportTasks: ExportTasksService,
    private readonly importTasks: ImportTasksService,
  ) {}

  @Route(endpoints.taskSheet.export)
  export(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['export']>) {
    return this.exportTasks.run(ctx, input);
  }

  @Route(endpoints.taskSheet.import)
  import(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['import']>, @UploadParam() upload: Upload) {
    return this.importTasks.run(ctx, input, upload);
  }
}
