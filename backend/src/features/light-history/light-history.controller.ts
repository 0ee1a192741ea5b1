import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { LightHistoryService } from './light-history.service';
import { LightSettingsService } from './light-settings.service';

type Calls = typeof endpoints.lightHistory;

@Controller()
export class LightHistoryController {
  constructor(
    private readonly history: LightHistoryService,
    private readonly lightSettings: LightSettingsService,
  ) {}

  @Route(endpoints.lightHistory.months)
  months(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['months']>) {
    return this.history.months(ctx, input.code);
  }

  @Route(endpoints.lightHistory.settings)
  settings(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['settings']>) {
    return this.lightSettings.show(ctx, input.code);
  }

  @Route(endpoints.lightHistory.saveSettings)
  save(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['saveSettings']>) {
    return this.lightSettings.save(ctx, input);
  }

  @Route(endpoints.lightHistory.previewSettings)
  preview(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['previewSettings']>) {
    return this.lightSettings.preview(ctx, input);
  }

  @Route(endpoints.lightHistory.settingsChanges)
  changes(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['settingsChanges']>) {
    return this.lightSettings.history(ctx, input);
  }
}
