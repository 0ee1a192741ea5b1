import { Module } from '@nestjs/common';
import { MessageModule } from '../message/message.module';
import { RegionModule } from '../region/region.module';
import { SearchModule } from '../search/search.module';
import { UnitModule } from '../unit/unit.module';
import { DraftReplyService } from './draft-reply.service';
import { HideAnswerService } from './hide-answer.service';
import { ObjectionService } from './objection.service';
import { PublicAnswer } from './public-answer.service';
import { PublishReplyService } from './publish-reply.service';
import { PublishedReplyController } from './published-reply.controller';
import { ReplyController } from './reply.controller';
import { ReplyRepository } from './reply.repository';
import { ReplyTemplatesService } from './reply-templates.service';
import { ReviseReplyService } from './revise-reply.service';
import { SendBackReplyService } from './send-back-reply.service';

@Module({
  imports: [RegionModule, UnitModule, SearchModule, MessageModule],
  controllers: [ReplyController, PublishedReplyController],
  providers: [
    ReplyRepository,
    DraftReplyService,
    HideAnswerService,
    ObjectionService,
    PublicAnswer,
    ReviseReplyService,
    PublishReplyService,
    SendBackReplyService,
    ReplyTemplatesService,
  ],
  exports: [DraftReplyService, PublishReplyService, SendBackReplyService, ReplyTemplatesService],
})
export class ReplyModule {}
