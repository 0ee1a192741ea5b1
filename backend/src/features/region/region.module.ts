import { Module } from '@nestjs/common';
import { CreateRegionService } from './create-region.service';
import { ListRegionsService } from './list-regions.service';
import { RegionFigures } from './region-figures';
import { RegionController } from './region.controller';
import { RegionRepository } from './region.repository';
import { RegionOptionsService } from './region-options.service';
import { RegionSettingsService } from './region-settings.service';
import { RegionService } from './region.service';
import { ReplyRuleController } from './reply-rule.controller';
import { ReplyRulesService } from './reply-rules.service';
import { ShowRegionService } from './show-region.service';

@Module({
  controllers: [RegionController, ReplyRuleController],
  providers: [
    RegionRepository,
    RegionService,
    RegionSettingsService,
    RegionOptionsService,
    RegionFigures,
    CreateRegionService,
    ListRegionsService,
    ReplyRulesService,
    ShowRegionService,
  ],
  exports: [RegionService, RegionSettingsService, CreateRegionService, RegionFigures],
})
export class RegionModule {}
