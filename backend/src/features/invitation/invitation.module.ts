import { Module } from '@nestjs/common';
import { MessageModule } from '../message/message.module';
import { ProgressModule } from '../progress/progress.module';
import { RegionModule } from '../region/region.module';
import { ReplyModule } from '../reply/reply.module';
import { UnitModule } from '../unit/unit.module';
import { AcceptInvitationService } from './accept-invitation.service';
import { FoundRegionService } from './found-region.service';
import { InvitationController } from './invitation.controller';
import { InvitationRepository } from './invitation.repository';
import { InviteStaffService } from './invite-staff.service';
import { LeaveUnitService } from './leave-unit.service';

/** How staff join, and how they leave without leaving anything behind. */
@Module({
  imports: [RegionModule, UnitModule, MessageModule, ProgressModule, ReplyModule],
  controllers: [InvitationController],
  providers: [
    InvitationRepository,
    InviteStaffService,
    AcceptInvitationService,
    LeaveUnitService,
    FoundRegionService,
  ],
})
export class InvitationModule {}
