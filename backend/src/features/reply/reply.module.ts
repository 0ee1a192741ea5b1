import { Module } from '@nestjs/common';
import { ConsentModule } from '../consent/consent.module';
import { MessageModule } from '../message/message.module';
import { RegionModule } from '../region/region.module';
import { SearchModule } from '../search/search.module';
import { UnitModule } from '../unit/unit.module';
import { DeliverReplyService } from './deliver-reply.service';
import { DraftReplyService } from './draft-reply.service';
import { EditDraftService } from './edit-draft.service';
import { HandOverDrafts } from './hand-over-drafts.service';
import { HideAnswerService } from './hide-answer.service';
import { ObjectionService } from './objection.service';
import { Publication } from './publication.service';
import { PublicAnswer } from './public-answer.service';
import { PublishReplyService } from './publish-reply.service';
import { PublishedReplyController } from './published-reply.controller';
import { ReplyTemplateController } from './reply-template.controller';
import { ReplyController } from './reply.controller';
import { ReplyRepository } from './reply.repository';
import { ReplyTemplateRepository } from './reply-template.repository';
import { ReplyTemplatesService } from './reply-templates.service';
import { ReviseReplyService } from './revise-reply.service';
import { SendBackReplyService } from './send-back-reply.service';
import { WithdrawConsentService } from './withdraw-consent.service';

@Module({
  imports: [ConsentModule, RegionModule, UnitModule, SearchModule, MessageModule],
  controllers: [ReplyController, ReplyTemplateController, PublishedReplyController],
  providers: [
    ReplyRepository,
    DraftReplyService,
    HandOverDrafts,
    HideAnswerService,
    ObjectionService,
    PublicAnswer,
    ReviseReplyService,
    DeliverReplyService,
    EditDraftService,
    Publication,
    PublishReplyService,
    SendBackReplyService,
    WithdrawConsentService,
    ReplyTemplateRepository,
    ReplyTemplatesService,
  ],
  exports: [
    HandOverDrafts,
    DraftReplyService,
    DeliverReplyService,
    EditDraftService,
    PublishReplyService,
    SendBackReplyService,
    ReplyTemplatesService,
  ],
})
export class ReplyModule {}
