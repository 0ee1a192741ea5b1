import { Module } from '@nestjs/common';
import { MessageModule } from '../message/message.module';
import { RegionModule } from '../region/region.module';
import { SearchModule } from '../search/search.module';
import { UnitModule } from '../unit/unit.module';
import { DraftReplyService } from './draft-reply.service';
import { ObjectionService } from './objection.service';
import { PublishReplyService } from './publish-reply.service';
import { ReplyController } from './reply.controller';
import { ReplyRepository } from './reply.repository';
import { ReplyTemplatesService } from './reply-templates.service';
import { SendBackReplyService } from './send-back-reply.service';

@Module({
  imports: [RegionModule, UnitModule, SearchModule, MessageModule],
  controllers: [ReplyController],
  providers: [
    ReplyRepository,
    DraftReplyService,
    ObjectionService,
    PublishReplyService,
    SendBackReplyService,
    ReplyTemplatesService,
  ],
  exports: [DraftReplyService, PublishReplyService, SendBackReplyService, ReplyTemplatesService],
})
export class ReplyModule {}
