import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { RegionModule } from '../region/region.module';
import { SearchModule } from '../search/search.module';
import { UnitModule } from '../unit/unit.module';
import { ApprovePlanService } from './approve-plan.service';
import { CreatePlanService } from './create-plan.service';
import { FindPlanService } from './find-plan.service';
import { ListPlansService } from './list-plans.service';
import { MovePlanService } from './move-plan.service';
import { PlanController } from './plan.controller';
import { PlanLedger } from './plan-ledger';
import { PlanNotices } from './plan-notices.service';
import { PlanRepository } from './plan.repository';
import { PlanSearch } from './plan-search.service';
import { PlanService } from './plan.service';
import { PlanWorkflow } from './plan.workflow';
import { PublishPlanService } from './publish-plan.service';
import { SendBackPlanService } from './send-back-plan.service';
import { ShowPlanService } from './show-plan.service';
import { SubmitPlanService } from './submit-plan.service';
import { WithdrawPlanService } from './withdraw-plan.service';

@Module({
  imports: [RegionModule, UnitModule, AccountModule, SearchModule],
  controllers: [PlanController],
  providers: [
    PlanRepository,
    PlanWorkflow,
    PlanLedger,
    PlanSearch,
    PlanNotices,
    PlanService,
    FindPlanService,
    MovePlanService,
    CreatePlanService,
    ListPlansService,
    ShowPlanService,
    SubmitPlanService,
    ApprovePlanService,
    SendBackPlanService,
    PublishPlanService,
    WithdrawPlanService,
  ],
  exports: [
    ListPlansService,
    PlanLedger,
    PlanService,
    CreatePlanService,
    SubmitPlanService,
    ApprovePlanService,
    PublishPlanService,
  ],
})
export class PlanModule {}
